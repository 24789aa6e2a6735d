/** Files that record how things are, so that a change shows in review. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from './sources.js';

/**
 * Compares with the file in test/. With INDGANG_ACCEPT=1 the file is rewritten instead: read the difference in git
 * before it is committed.
 */
export function expectCheckedIn(name: string, text: string): void {
  const path = `${root}test/${name}`;
  if (process.env.INDGANG_ACCEPT === '1') writeFileSync(path, text);
  const recorded = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [now, then] = [text.split('\n'), recorded.split('\n')];
  const difference = {
    added: now.filter((line) => !then.includes(line)),
    gone: then.filter((line) => !now.includes(line)),
    rewriteWith: 'npm run accept',
  };
  expect({ ...difference, same: text === recorded }).toEqual({
    added: [],
    gone: [],
    rewriteWith: 'npm run accept',
    same: true,
  });
}
