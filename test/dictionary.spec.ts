/** Every text exists in both languages, and only in the dictionary. */
import { da, en } from '#dictionary';
import ts from '@typescript/typescript6';
import { find, libraries, literalText, shipped } from './support/sources.js';

describe('text', () => {
  const keys = new Set(Object.keys(da));
  const has = (key: string): boolean => keys.has(key) || keys.has(`${key}.one`);

  test('Danish and English have the same keys and the same placeholders', () => {
    const marks = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts)
        .map(([key, text]) => [key, ...new Set(text.match(/\{\w+\}/g)?.sort())].join(' '))
        .sort();
    expect(marks(en)).toEqual(marks(da));
  });

  test('no key is written in two parts of the dictionary', () => {
    const parts = libraries.filter(({ path }) => /libs\/dictionary\/.+\.da\.ts$/.test(path));
    const all = parts.flatMap(({ text }) => [...text.matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1]));
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  test('every text that is asked for exists', () => {
    const asked = (node: ts.Node): string | undefined => {
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
      const [callee, first] = [node.expression.getText(), literalText(node.arguments?.[0])];
      if (first === undefined) return undefined;
      if (callee === 'Refusal') return `refusal.${first}`;
      return /(^|\.)t(\.n)?$/.test(callee) ? first : undefined;
    };
    const missing = find(shipped, (node) => {
      const key = asked(node);
      return key !== undefined && !has(key) && key;
    });
    expect(missing).toEqual([]);
    expect(
      find(
        libraries,
        (node) =>
          /^fault\.[\w.-]*\w$/.test(literalText(node) ?? '') && !has(literalText(node) ?? '') && literalText(node),
      ),
    ).toEqual([]);
  });

  test('every text that is put together begins like one that exists', () => {
    const missing = find(shipped, (node) => {
      if (
        !ts.isTemplateExpression(node) ||
        !ts.isCallExpression(node.parent) ||
        !/(^|\.)t(\.n)?$/.test(node.parent.expression.getText())
      )
        return undefined;
      return ![...keys].some((key) => key.startsWith(node.head.text)) && node.getText();
    });
    expect(missing).toEqual([]);
  });

  test('everything the journal writes down has a sentence', () => {
    const inside = (node: ts.Node): string[] => [literalText(node) ?? [], ...node.getChildren().map(inside)].flat();
    const unsaid = find(libraries, (node) => {
      if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'action') return undefined;
      const actions = inside(node.initializer).filter((text) => /^[a-z-]+\.[a-z-]+$/.test(text));
      return actions.find((action) => !has(`journal.${action}`));
    });
    expect(unsaid).toEqual([]);
    const composed = find(libraries, (node) => {
      if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'action' || !ts.isTemplateExpression(node.initializer)) return undefined;
      const beginning = `journal.${node.initializer.head.text}`;
      return ![...keys].some((key) => key.startsWith(beginning)) && node.getText();
    });
    expect(composed).toEqual([]);
  });

  test('every task that is raised has a sentence', () => {
    const raised = (node: ts.Node): string[] => {
      if (ts.isPropertyAssignment(node) && node.name.getText() === 'kind') return [literalText(node.initializer) ?? []].flat();
      return node.getChildren().flatMap(raised);
    };
    const unsaid = find(libraries, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'raiseTask') return undefined;
      return raised(node).find((kind) => !has(`task.${kind}`));
    });
    expect(unsaid).toEqual([]);
  });

  test('no sentence in Danish stands outside the dictionary', () => {
    const files = shipped.filter(
      ({ path, name, part }) => !/\/dictionary\//.test(path) && !name.endsWith('.data.ts') && part !== 'apps/ops',
    );
    const spoken = (node: ts.Node): string | undefined => (ts.isJsxText(node) ? node.text.trim() : undefined);
    expect(
      find(files, (node) => /\p{L}{2}/u.test(spoken(node) ?? '') && spoken(node) !== 'Indgang' && spoken(node)),
    ).toEqual([]);
  });
});
