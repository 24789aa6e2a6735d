import { blocks, Groups } from './groups.rules.js';
import { atOnce } from './steps.rules.js';

describe('groups', () => {
  it('joins through a third, and keeps facts of all', () => {
    const groups = new Groups([{ cvr: '1' }, { form: 'as' }, {}]);
    expect(groups.join(0, 1, ['cvr'])).toBe(true);
    expect(groups.join(1, 2, ['cvr'])).toBe(true);
    expect(groups.same(0, 2)).toBe(true);
    expect([groups.fact(2, 'cvr'), groups.fact(2, 'form')]).toEqual(['1', 'as']);
  });

  it('never joins what contradicts in a guarded fact, also when it came with somebody else', () => {
    const groups = new Groups([{ cvr: '1' }, {}, { cvr: '2' }]);
    groups.join(0, 1, ['cvr']);
    expect(groups.join(1, 2, ['cvr'])).toBe(false);
    expect(groups.same(1, 2)).toBe(false);
    expect(groups.join(1, 2, [])).toBe(true);
  });

  it('stays quick in a long chain', () => {
    const groups = new Groups(Array.from({ length: 50_000 }, () => ({})));
    for (let index = 1; index < 50_000; index += 1) groups.join(index - 1, index, []);
    expect(groups.same(0, 49_999)).toBe(true);
  });
});

describe('blocks', () => {
  it('holds entries that share a key, each once, and no loners', () => {
    const keys = [
      ['a', 'b'],
      ['b', 'b'],
      ['c', undefined],
      ['a', ''],
    ];
    expect(atOnce(blocks(4, (entry) => keys[entry] ?? []))).toEqual([
      [0, 3],
      [0, 1],
    ]);
  });
});
