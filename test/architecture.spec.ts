/** The rules of ARCHITECTURE.md as a test. Each finding names file and line. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from '@typescript/typescript6';
import {
  find,
  linesOf,
  libraries,
  literalText,
  nodesOf,
  root,
  shipped,
  sources,
  type Source,
} from './support/sources.js';

/** A library may import those before it, and only through its door (`#name`). News the other way goes by outbox. */
const order = [
  'platform',
  'dictionary',
  'reference',
  'journal',
  'people',
  'tasks',
  'companies',
  'mentors',
  'agreements',
  'training',
  'citizens',
  'upkeep',
  'openings',
  'placements',
  'visits',
  'courses',
  'retention',
  'limits',
  'mentor-page',
  'calendar',
  'capacity',
  'imports',
];

const rules = libraries.filter(({ name }) => name.endsWith('.rules.ts'));
const libraryOf = ({ part }: Source): string => part.replace('libs/', '');

const imports = (
  files: readonly Source[],
  look: (from: string, file: Source, values: readonly string[]) => boolean,
): string[] =>
  files.flatMap((file) =>
    file.imports
      .filter(({ from, values }) => look(from, file, values))
      .map(({ from }) => `${file.path} imports ${from}`),
  );

describe('dependencies', () => {
  test('every library has its place in the order', () => {
    const present = readdirSync(`${root}libs`);
    expect(present.filter((name) => !order.includes(name))).toEqual([]);
  });

  test('ARCHITECTURE.md has every library on its map, in that order', () => {
    const page = readFileSync(`${root}ARCHITECTURE.md`, 'utf8');
    const mapped = [...page.matchAll(/^libs\/([\w-]+)\//gm)].map(([, name]) => name);
    const said = /`(platform < [^`]+) < apps`/.exec(page)?.[1]?.split(/\s*<\s*/);
    expect({ mapped, said }).toEqual({ mapped: order, said: order });
  });

  test('a library imports only libraries before it', () => {
    const found = imports(libraries, (from, file) => {
      if (!from.startsWith('#')) return false;
      const [own, other] = [order.indexOf(libraryOf(file)), order.indexOf(from.slice(1))];
      return other === -1 || other >= own;
    });
    expect(found).toEqual([]);
  });

  test('a library is entered only through its door', () => {
    const out = (from: string, file: Source): boolean => {
      const target = new URL(from, `file:///${file.path}`).pathname.slice(1);
      return from.startsWith('.') && !target.startsWith(`${file.part}/`) && target.startsWith('libs/');
    };
    expect(imports(shipped, out)).toEqual([]);
    expect(imports(sources, (from) => from.startsWith('#') && from.includes('/'))).toEqual([]);
    expect(imports(libraries, (from) => from.includes('apps/'))).toEqual([]);
  });

  test('only a door re-exports', () => {
    const found = find(
      libraries.filter(({ name }) => name !== 'index.ts'),
      (node) => (ts.isExportDeclaration(node) && node.moduleSpecifier ? 're-exports' : undefined),
    );
    expect(found).toEqual([]);
  });

  test('no file imports itself, however far round', () => {
    const edges = new Map(
      libraries.map((file) => [
        file.path,
        file.imports
          .filter(({ from, values }) => from.startsWith('.') && values.length > 0)
          .map(({ from }) => new URL(from, `file:///${file.path}`).pathname.slice(1).replace(/\.js$/, '.ts')),
      ]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (trail.includes(path) || done.has(path)) return;
      for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
      done.add(path);
    };
    for (const path of edges.keys()) walk(path, []);
    expect(circles).toEqual([]);
  });
});

describe('purity', () => {
  /** Files without clock, I/O or framework; npm packages that only compute. */
  const isPure = (path: string): boolean =>
    /\.(rules|data)\.js$/.test(path) ||
    ['./refusal.js', './format.js', './plain-fault.js', './actor.js'].includes(path);
  const purePackages = ['zod', 'date-holidays'];
  /** Names that the library's door passes on from a pure file; `export *` passes on everything. */
  const pureNames = (library: string): readonly string[] => {
    const door = libraries.find(({ path }) => path === `libs/${library}/index.ts`);
    return (
      door?.imports
        .filter(({ from }) => isPure(from))
        .flatMap(({ from, values }) =>
          values.includes('*') ? exportsOf(`libs/${library}/${from.slice(2).replace(/\.js$/, '.ts')}`) : values,
        ) ?? []
    );
  };
  const exportsOf = (path: string): string[] => {
    const file = libraries.find((source) => source.path === path);
    const text = file?.text ?? '';
    return [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map((match) => match[1] ?? '');
  };

  test('rules are pure: no Nest, no database, no clock, no I/O', () => {
    const found = imports(rules, (from, _file, values) => {
      if (values.length === 0 || purePackages.includes(from)) return false;
      if (from.startsWith('#')) return !values.every((name) => pureNames(from.slice(1)).includes(name));
      return !isPure(from);
    });
    expect(found).toEqual([]);
    expect(find(rules, (node) => ts.isAwaitExpression(node) && 'waits')).toEqual([]);
  });

  test('every rules file has its table of cases beside it', () => {
    const specs = new Set(sources.filter(({ isSpec }) => isSpec).map(({ path }) => path));
    // The permissions' table of cases is the matrix, and goes over HTTP. The four models are one table: models.rules.spec.ts.
    const oneTable = ['model', 'fixed-slots', 'standing', 'match-driven', 'cluster'].map(
      (model) => `libs/agreements/${model}.rules.ts`,
    );
    const elsewhere = new Set(['libs/people/permissions.rules.ts', ...oneTable]);
    const bare = rules.map(({ path }) => path).filter((path) => !elsewhere.has(path));
    expect(bare.filter((path) => !specs.has(path.replace(/\.ts$/, '.spec.ts')))).toEqual([]);
  });

  test('only config.ts reads the environment', () => {
    const files = shipped.filter(({ path, part }) => path !== 'libs/platform/config.ts' && part !== 'apps/ops');
    expect(
      find(
        files,
        (node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env' && 'reads process.env',
      ),
    ).toEqual([]);
  });

  test('only clock.ts reads the time', () => {
    const files = shipped.filter(({ path, part }) => path !== 'libs/platform/clock.ts' && part !== 'apps/ops');
    const readsTime = (node: ts.Node): boolean =>
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
      (ts.isCallExpression(node) && ['Date.now', 'performance.now', 'Date'].includes(node.expression.getText()));
    expect(find(files, (node) => readsTime(node) && 'reads the time')).toEqual([]);
  });

  test('ids and secrets are made in ids.ts', () => {
    const files = libraries.filter(({ path }) => path !== 'libs/platform/ids.ts');
    const makesId = (node: ts.Node): boolean =>
      ts.isCallExpression(node) && /(^|\.)(randomUUID|Math\.random|v4|v7)$/.test(node.expression.getText());
    expect(find(files, (node) => makesId(node) && 'makes an id')).toEqual([]);
    expect(
      files.filter(({ text }) => /gen_random_uuid|uuidv7|uuid_generate/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('capacity only reads', () => {
    const files = libraries.filter(({ part }) => part === 'libs/capacity');
    const writes = (text: string | undefined): boolean =>
      /^\s*(insert|update|delete|merge|truncate)\b/i.test(text ?? '');
    expect(find(files, (node) => writes(literalText(node)) && 'writes')).toEqual([]);
    expect(
      find(files, (node) => ts.isCallExpression(node) && node.expression.getText().endsWith('.write') && 'writes'),
    ).toEqual([]);
  });
});

describe('sizes', () => {
  test('files have at most 300 lines', () => {
    const long = sources.filter(({ text, name }) => !name.endsWith('.data.ts') && text.split('\n').length > 301);
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length}`)).toEqual([]);
  });

  test('functions have at most 40 lines, constructors at most 4 parameters', () => {
    const found = find(shipped, (node, file) => {
      if (ts.isConstructorDeclaration(node) && node.parameters.length > 4)
        return `takes ${node.parameters.length} parameters`;
      return ts.isFunctionLike(node) && linesOf(file, node) > 40 && `is ${linesOf(file, node)} lines long`;
    });
    expect(found).toEqual([]);
  });

  test('a controller only passes on: three lines a method', () => {
    const controllers = libraries.filter(({ name }) => name.endsWith('.controller.ts'));
    const found = find(
      controllers,
      (node) => ts.isMethodDeclaration(node) && (node.body?.statements.length ?? 0) > 3 && 'does work',
    );
    expect(found).toEqual([]);
  });
});

describe('names', () => {
  test('libraries are flat and nothing hides behind a word that says nothing', () => {
    const empty = /(^|\/)(utils?|common|helpers?|services?|managers?|dto|entities|repositories|mappers?|src)(\/|$)/i;
    expect(sources.filter(({ path }) => empty.test(path)).map(({ path }) => path)).toEqual([]);
    expect(libraries.filter(({ path }) => path.split('/').length > 3).map(({ path }) => path)).toEqual([]);
    const vague = /(Service|Manager|Helper|Utils?|Repository|Mapper|Base|Impl|Dto|Entity)$|^I[A-Z][a-z]/;
    const declared = (node: ts.Node): node is ts.ClassDeclaration | ts.InterfaceDeclaration =>
      ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node);
    expect(
      find(shipped, (node) => declared(node) && vague.test(node.name?.text ?? '') && (node.name?.text ?? '')),
    ).toEqual([]);
  });

  test('no interface stands before a single class', () => {
    const own = new Set(
      find(shipped, (node) => ts.isInterfaceDeclaration(node) && node.name.text).map((line) => line.split(' ')[1]),
    );
    const implemented = shipped
      .flatMap(({ tree }) => [...nodesOf(tree)].filter(ts.isHeritageClause))
      .filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)
      .flatMap(({ types }) => types.map(({ expression }) => expression.getText()))
      .filter((name) => own.has(name));
    expect(implemented.filter((name) => implemented.indexOf(name) === implemented.lastIndexOf(name))).toEqual([]);
  });

  test('nothing is left unsaid, unfinished or unchecked', () => {
    // Written in two halves, so that this file does not find itself.
    const forbidden = /@ts-[i]gnore|@ts-[e]xpect-error|eslint-[d]isable|oxlint-[d]isable|TO[D]O|FIX[M]E|jest\.[m]ock/;
    expect(sources.filter(({ text }) => forbidden.test(text)).map(({ path }) => path)).toEqual([]);
    expect(find(sources, (node) => node.kind === ts.SyntaxKind.AnyKeyword && 'says any')).toEqual([]);
    expect(
      find(
        sources,
        (node) => ts.isCatchClause(node) && node.block.getText().replace(/[{}\s]/g, '') === '' && 'swallows an error',
      ),
    ).toEqual([]);
  });

  test('tests wait for conditions, never for time', () => {
    const sleeps = (node: ts.Node): boolean =>
      ts.isCallExpression(node) && /^(sleep|pause|delay)$/.test(node.expression.getText());
    expect(
      find(
        sources.filter(({ isSpec }) => isSpec),
        (node) => sleeps(node) && 'sleeps',
      ),
    ).toEqual([]);
  });
});
