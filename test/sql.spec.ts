/**
 * PostgreSQL itself reads every statement in the code that is written out in full: tables, columns, types and rights
 * exist as named, for the application's own role. Statements put together at run time are left to the journeys.
 */
import { Client } from 'pg';
import ts from '@typescript/typescript6';
import { find, literalText, nodesOf, placeOf, shipped, type Source } from './support/sources.js';

interface Statement {
  readonly place: string;
  readonly sql: string;
}

const verb = /^\s*(select|insert|update|delete|with)\b/i;
const isQuery = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && /^tx\??\.(rows|row|one|run)$/.test(node.expression.getText());

/** The statement's text, its placeholders filled from constants of the same file; undefined when they come from elsewhere. */
function textOf(node: ts.Node | undefined, file: Source): string | undefined {
  const literal = literalText(node);
  if (literal !== undefined || !node) return literal;
  if (ts.isIdentifier(node)) return textOf(constants(file).get(node.text), file);
  if (!ts.isTemplateExpression(node)) return undefined;
  const parts = node.templateSpans.map(({ expression, literal: rest }) => [textOf(expression, file), rest.text]);
  if (parts.some(([value]) => value === undefined)) return undefined;
  return node.head.text + parts.flat().join('');
}

const known = new Map<Source, ReadonlyMap<string, ts.Expression>>();
function constants(file: Source): ReadonlyMap<string, ts.Expression> {
  const found =
    known.get(file) ??
    new Map(
      file.tree.statements
        .filter(ts.isVariableStatement)
        .flatMap(({ declarationList }) => [...declarationList.declarations])
        .flatMap((declared) =>
          declared.initializer && ts.isIdentifier(declared.name)
            ? [[declared.name.text, declared.initializer] as const]
            : [],
        ),
    );
  known.set(file, found);
  return found;
}

const files = shipped.filter(({ path }) => path.startsWith('libs/') || path.startsWith('apps/'));
const statements: readonly Statement[] = files.flatMap((file) =>
  [...nodesOf(file.tree)].filter(isQuery).flatMap((call) => {
    const sql = textOf(call.arguments[0], file);
    return sql === undefined ? [] : [{ place: placeOf(file, call), sql }];
  }),
);

test('every statement written out in full can be prepared', async () => {
  const client = new Client({ connectionString: process.env.INDGANG_TEST_APP_URL });
  await client.connect();
  const refused: string[] = [];
  for (const { place, sql } of statements) {
    await client.query('begin');
    await client.query(`prepare written as ${sql}`).catch((error: Error) => refused.push(`${place} ${error.message}`));
    await client.query('rollback');
    await client.query('deallocate all');
  }
  await client.end();
  expect(statements.length).toBeGreaterThan(10);
  expect(refused).toEqual([]);
});

test('no value is written into a statement: values are parameters', () => {
  // A constant of the same file is as good as written out; anything else is a value.
  const quoted = find(
    files,
    (node, file) =>
      ts.isTemplateExpression(node) &&
      verb.test(node.head.text) &&
      node.getText().includes("'${") &&
      textOf(node, file) === undefined &&
      'quotes a placeholder',
  );
  expect(quoted).toEqual([]);
});
