import { findCpr } from './cpr.rules.js';

/** A small repeatable generator: the corpus is the same in every run, and none of it is a real person's number. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const fullWidth = (text: string): string =>
  text.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

const SPELLINGS: [string, (date: string, serial: string) => string][] = [
  ['dash', (d, s) => `Borger ${d}-${s} startede mandag`],
  ['space', (d, s) => `se ${d} ${s}.`],
  ['dot', (d, s) => `(${d}.${s})`],
  ['en dash', (d, s) => `${d}–${s}`],
  ['spaced dash', (d, s) => `nr ${d} - ${s}`],
  ['pairs by space', (d, s) => `${d.slice(0, 2)} ${d.slice(2, 4)} ${d.slice(4)} ${s}`],
  ['pairs by dash', (d, s) => `${d.slice(0, 2)}-${d.slice(2, 4)}-${d.slice(4)}-${s}`],
  ['pairs by dot', (d, s) => `${d.slice(0, 2)}.${d.slice(2, 4)}.${d.slice(4)}-${s}`],
  ['no-break space', (d, s) => `${d}\u00a0${s}`],
  ['non-breaking hyphen', (d, s) => `${d}\u2011${s}`],
  ['full width', (d, s) => fullWidth(`${d}-${s}`)],
  ['zero-width in it', (d, s) => `${d}\u200b-${s}`],
  ['plain after the word', (d, s) => `CPR: ${d}${s}`],
  ['plain', (d, s) => `${d}${s}`],
  ['glued to letters', (d, s) => `borger${d}-${s}`],
  ['minus sign', (d, s) => `${d}\u2212${s}`],
  ['line break', (d, s) => `ring\n${d}-${s}\ntak`],
  ['slash', (d, s) => `${d}/${s}`],
  ['underscore', (d, s) => `${d}_${s}`],
  ['replacement number', (d, s) => `${Number(d.slice(0, 2)) + 60}${d.slice(2)}${s}`],
];

const BENIGN: ((next: (below: number) => number) => string)[] = [
  (n) => `10${pad(13 + n(87), 2)}${pad(n(1e6), 6)}`,
  (n) => `P-nr. 10${pad(n(12) + 1, 2)}${pad(n(1e6), 6)}`,
  (n) => `Tlf. +45 ${2 + n(7)}${pad(n(1e7), 7)}`,
  (n) => `00452${pad(n(1e7), 7)}`,
  (n) => `${20 + n(70)} ${pad(n(100), 2)} ${pad(n(100), 2)} ${pad(n(100), 2)}`,
  (n) => `${2000 + n(8000)}-${pad(n(10_000), 4)}`,
  (n) => `CVR ${10 + n(80)}${pad(n(1e6), 6)}`,
  (n) => `EAN 57980${pad(n(1e8), 8)}`,
  (n) => `${pad(1 + n(28), 2)}-${pad(1 + n(12), 2)}-20${20 + n(9)}`,
  (n) => `20${20 + n(9)}-${pad(1 + n(12), 2)}-${pad(1 + n(28), 2)} kl. ${10 + n(10)}.30`,
  (n) => `${1 + n(28)}/${1 + n(12)}-26, uge ${1 + n(52)}`,
  (n) => `${1000 + n(8999)} Odense, ${1 + n(200)} ansatte`,
  (n) => `Ordrenr. 31${pad(1 + n(12), 2)}${pad(n(1e6), 6)}`,
  (n) => `DK${pad(n(100), 2)}5000${pad(n(1e10), 10)}`,
  (n) => `32${pad(n(1e8), 8)}`,
  (n) => `${pad(1 + n(28), 2)}13${pad(n(100), 2)}-${pad(n(10_000), 4)}`,
  (n) => `https://eksempel.example/${pad(n(1e6), 6)}/${pad(n(1e9), 9)}`,
  (n) => `${n(999)}.${pad(n(1000), 3)},${pad(n(100), 2)} kr.`,
  (n) => `kl. ${10 + n(10)}-${20 + n(4)} alle hverdage`,
  (n) => `uge ${n(52)}-${n(52)} 20${20 + n(9)}`,
];

describe('a CPR-shaped number', () => {
  const next = random(11);
  for (const [spelling, write] of SPELLINGS) {
    it(`is found when written: ${spelling}`, () => {
      for (let round = 0; round < 10; round += 1) {
        const date = `${pad(1 + next(28), 2)}${pad(1 + next(12), 2)}${pad(next(100), 2)}`;
        expect(findCpr(write(date, pad(next(10_000), 4)))).toBeDefined();
      }
    });
  }

  it('is not seen in 200 ordinary texts', () => {
    const texts = BENIGN.flatMap((write) => Array.from({ length: 10 }, () => write(next)));
    expect(texts).toHaveLength(200);
    expect(texts.filter((text) => findCpr(text))).toEqual([]);
  });

  it.each([
    ['310299-1234', false],
    ['300200-1234', false],
    ['290200-4234', true],
    ['290200-1234', false],
    ['290296-1234', true],
    ['070769-8931', true],
    ['610203-1234', true],
    ['920203-1234', false],
    ['000203-1234', false],
    ['010003-1234', false],
  ])('needs a date of its century: %s', (text, expected) => {
    expect(findCpr(text) !== undefined).toBe(expected);
  });

  it('is only possible when nothing but ten digits says so, and certain by word or check digit', () => {
    expect(findCpr('0102031235')).toBe('possible');
    expect(findCpr('cpr 0102031235')).toBe('certain');
    expect(findCpr('cpr 102031235')).toBe('certain');
    expect(findCpr('102031235')).toBeUndefined();
    expect(findCpr('0102031235, ring til 010203-1235')).toBe('certain');
  });
});
