import { z } from 'zod';
import { cutPage, readCursor, writeCursor } from './paging.rules.js';
import { Refusal } from './refusal.js';

const shape = z.tuple([z.string().max(40), z.uuid()]);
const id = '018f0000-0000-7000-8000-000000000001';

test('a cursor comes back as it was written', () => {
  expect(readCursor(writeCursor(['Østergård', id]), shape)).toEqual(['Østergård', id]);
  expect(readCursor(undefined, shape)).toBeUndefined();
});

test.each([[''], ['æ'], ['e30'], ['bnVsbA'], [writeCursor(['a'])], [writeCursor(['a', 'no id'])], [writeCursor([1, id])]])(
  'a cursor that is not ours is refused: %p',
  (cursor) => expect(() => readCursor(cursor, shape)).toThrow(Refusal),
);

test.each([
  [[1, 2, 3], 2, [1, 2], '2'],
  [[1, 2], 2, [1, 2], null],
  [[], 2, [], null],
])('%p cut at %d', (rows, limit, items, next) => {
  expect(cutPage(rows, limit, String)).toEqual({ items, next });
});
