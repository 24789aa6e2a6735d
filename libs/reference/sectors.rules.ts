import { sectorWords } from './sector-words.data.js';

/** One code of one scheme, without dots, as the company register keeps it. */
export interface SectorCode {
  readonly scheme: string;
  readonly code: string;
  readonly level: 'section' | 'division' | 'group' | 'class';
  readonly parentCode: string | null;
  readonly nameDa: string;
  readonly nameEn: string;
}

/** A friendly sector with the divisions of each scheme that belong to it. */
export interface SectorTemplate {
  readonly key: string;
  readonly nameDa: string;
  readonly nameEn: string;
  readonly divisions: readonly { readonly scheme: string; readonly division: string }[];
}

export interface SectorMatch {
  readonly scheme: string;
  /** The digits as given (2-6, leading zero restored, no dots); absent when the sector was told in words. */
  readonly code?: string;
  /** Two digits; absent when only a friendly sector was named. */
  readonly division?: string;
  readonly sectorKey: string;
}

/** What the matcher knows: made once from the reference data, then shared. */
export interface SectorIndex {
  readonly codes: ReadonlySet<string>;
  readonly keyOfDivision: ReadonlyMap<string, string>;
  readonly byTitle: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, string>;
  readonly titlesByWord: ReadonlyMap<string, ReadonlySet<string>>;
}

const current = 'DB25';
const older = 'DB07';

/** Words may follow four digits or more ("412000 Opførelse af bygninger"); "3F" and "24 timers service" are words. */
const codeShape =
  /^\s*(?:(DB\s?(?:07|25))\W*)?(\d{1,2})\.?(\d{0,2})\.?(\d{0,2})(?!\.?\d)(?:(?<=\d\d\.?\d\d\.?\d{0,2})|\W*$)/i;

export function sectorIndex(codes: readonly SectorCode[], templates: readonly SectorTemplate[]): SectorIndex {
  const byTitle = new Map<string, string>();
  const titlesByWord = new Map<string, Set<string>>();
  // Older titles first and divisions last: on equal titles the current scheme and the wider code decide.
  const ordered = codes
    .filter(({ level }) => level !== 'section')
    .sort((a, b) => a.scheme.localeCompare(b.scheme) || b.code.length - a.code.length);
  for (const { code, nameDa, nameEn } of ordered) {
    for (const title of [foldSector(nameDa), foldSector(nameEn)]) {
      byTitle.set(title, code.slice(0, 2));
      for (const word of wordsOf(title)) titlesByWord.set(word, (titlesByWord.get(word) ?? new Set()).add(title));
    }
  }
  return {
    codes: new Set(codes.map(({ scheme, code }) => `${scheme} ${code}`)),
    keyOfDivision: new Map(
      templates.flatMap(({ key, divisions }) =>
        divisions.map(({ scheme, division }) => [`${scheme} ${division}`, key]),
      ),
    ),
    byTitle,
    byName: new Map(
      templates.flatMap(({ key, nameDa, nameEn }) => [nameDa, nameEn].map((name) => [foldSector(name), key])),
    ),
    titlesByWord,
  };
}

/**
 * The sector a person meant: a code with or without dots, leading zero or scheme ("41.20.00", "13000", "DB07 561010"),
 * a title ("Restaurationsaktiviteter"), a friendly sector ("Bygge og anlæg") or an everyday word ("plejehjem").
 * Undefined when nothing is recognised: better no sector than a wrong one.
 */
export function sectorFromText(text: string, index: SectorIndex): SectorMatch | undefined {
  const coded = codeShape.exec(text);
  if (coded) return fromDigits(coded.slice(2, 5).join(''), coded[1]?.toUpperCase().replace(/\s/, ''), index);
  const words = foldSector(text);
  if (words.length < 2) return undefined;
  const titled = index.byTitle.get(words);
  const key = index.byName.get(words);
  if (key && !titled) return { scheme: current, sectorKey: key };
  const division = titled ?? sectorWords.find(([word]) => word.test(words))?.[1] ?? fromTitleWords(words, index);
  return division === undefined ? undefined : (inScheme(division, current, index) ?? inScheme(division, older, index));
}

/**
 * Excel eats the leading zero, so an odd number of digits gets it back. The scheme is decided by where the class
 * exists (561010 is only in DB07, 561110 only in DB25); in both, the one in force. Of DB07 only divisions are known.
 */
function fromDigits(given: string, scheme: string | undefined, index: SectorIndex): SectorMatch | undefined {
  const digits = given.length === 1 || given.length === 5 ? `0${given}` : given;
  const division = digits.slice(0, 2);
  const isCurrent = index.codes.has(`${current} ${digits.slice(0, 4)}`);
  const match = inScheme(division, scheme ?? (isCurrent ? current : older), index);
  return match && { ...match, code: digits };
}

function inScheme(division: string, scheme: string, index: SectorIndex): SectorMatch | undefined {
  const sectorKey = index.keyOfDivision.get(`${scheme} ${division}`);
  return sectorKey === undefined ? undefined : { scheme, division, sectorKey };
}

/** All words of the text stand in one title, or in several of the same division. */
function fromTitleWords(text: string, index: SectorIndex): string | undefined {
  const [first, ...others] = wordsOf(text).map((word) => index.titlesByWord.get(word));
  if (!first || others.includes(undefined)) return undefined;
  const titles = [...first].filter((title) => others.every((set) => set?.has(title)));
  const divisions = new Set(titles.map((title) => index.byTitle.get(title)));
  return divisions.size === 1 ? [...divisions][0] : undefined;
}

const wordsOf = (title: string): string[] => title.split(' ').filter((word) => word.length > 3);

/** Small letters, ae oe aa, no accents or punctuation, no "mv." or "i.a.n." at the end. */
export function foldSector(text: string): string {
  return text
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'oe')
    .replace(/å/g, 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\b(mv|m\.v|mm|m\.m|i\.a\.n|n\.e\.c)\.?$/, '')
    .replace(/[^a-z0-9-]+/g, ' ')
    .trim();
}
