import { readCursor, writeCursor } from './pool-cursor.rules.js';

describe('a cursor of the pool', () => {
  it('gives back what was written', () => {
    const keys = ['2026-11-22 10:00:00.123456+00', '0197a9de-0000-7000-8000-000000000001'];
    expect(readCursor('newest', writeCursor('newest', keys), 2)).toEqual(keys);
  });

  it.each([
    ['of another order', writeCursor('best', ['a', 'b'])],
    ['too short', writeCursor('newest', ['a'])],
    ['too long a key', writeCursor('newest', ['a'.repeat(41), 'b'])],
    ['not a list', Buffer.from('{"a":1}').toString('base64url')],
    ['numbers', Buffer.from('["newest",1,2]').toString('base64url')],
    ['no JSON', 'hello'],
    ['empty', ''],
  ])('is refused when it is %s', (_, cursor) => expect(() => readCursor('newest', cursor, 2)).toThrow('input.invalid'));
});
