/** The repository's own TypeScript, parsed once, for the tests that hold it to its rules. By TypeScript 6: 7, which checks, has no parser to import. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from '@typescript/typescript6';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  readonly from: string;
  /** Names bound as values; types vanish when compiled. */
  readonly values: readonly string[];
}

export interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  /** 'libs/people' or 'apps/web': the part it belongs to. */
  readonly part: string;
  readonly name: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
  readonly isSpec: boolean;
}

/** Every .ts and .tsx file below the folders, tests included. */
export const sources: readonly Source[] = ['libs', 'apps', 'test'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map(parse),
);

/** What is built and shipped: everything in libs and apps but the specs. */
export const shipped = sources.filter(({ path, isSpec }) => !isSpec && !path.startsWith('test/'));

export const libraries = shipped.filter(({ part }) => part.startsWith('libs/'));

function parse(path: string): Source {
  const text = readFileSync(root + path, 'utf8');
  const tree = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.ES2022,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  return {
    path,
    part: path.split('/').slice(0, 2).join('/'),
    name: path.split('/').at(-1) ?? '',
    text,
    tree,
    imports: tree.statements.flatMap(importOf),
    isSpec: /\.spec\.tsx?$/.test(path),
  };
}

/** `import` and `export … from` alike. */
function importOf(statement: ts.Statement): Import[] {
  const isExport = ts.isExportDeclaration(statement);
  if (!isExport && !ts.isImportDeclaration(statement)) return [];
  if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
  const from = statement.moduleSpecifier.text;
  if (isExport) return [{ from, values: statement.isTypeOnly ? [] : exportedNames(statement) }];
  const clause = statement.importClause;
  if (!clause) return [{ from, values: ['*'] }];
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [{ from, values: [] }];
  const named = clause.namedBindings;
  const names = !named ? [] : ts.isNamespaceImport(named) ? ['*'] : valueNames(named.elements);
  return [{ from, values: clause.name ? ['default', ...names] : names }];
}

function exportedNames({ exportClause }: ts.ExportDeclaration): string[] {
  return exportClause && ts.isNamedExports(exportClause) ? valueNames(exportClause.elements) : ['*'];
}

function valueNames(elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): string[] {
  return elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name, propertyName }) => (propertyName ?? name).text);
}

/** Every node of a file, in order. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** 'libs/people/sign-in.ts:12', for a finding's text. */
export const placeOf = ({ path, tree }: Source, node: ts.Node): string =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

/** How many lines a node covers, its leading comment not counted. */
export const linesOf = ({ tree }: Source, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getEnd()).line - tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** The text of a string without placeholders. */
export const literalText = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;

/** Findings of `look` in every node of the files. */
export const find = (
  files: readonly Source[],
  look: (node: ts.Node, file: Source) => string | false | undefined,
): string[] =>
  files.flatMap((file) =>
    [...nodesOf(file.tree)].flatMap((node) => {
      const finding = look(node, file);
      return finding ? [`${placeOf(file, node)} ${finding}`] : [];
    }),
  );
