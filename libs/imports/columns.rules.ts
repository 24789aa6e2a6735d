import { fold } from '#companies';

/** What a column may hold. `postalTown` is "5970 Ærøskøbing" in one cell. */
export const FIELDS = [
  'name',
  'workplaceName',
  'cvr',
  'pNumber',
  'street',
  'postalCode',
  'town',
  'postalTown',
  'contactName',
  'firstName',
  'lastName',
  'contactTitle',
  'phone',
  'mobile',
  'email',
  'sector',
  'employees',
  'places',
  'note',
  'lastContact',
] as const;
export type Field = (typeof FIELDS)[number];

/** For each column of the file the field it holds, or null for a column that is left out. Adjustable before the run. */
export type Mapping = (Field | null)[];

/** A heading that is written exactly so, folded and without spaces. The first field that is still free gets the column. */
const EXACT: Record<string, Field[]> = {
  navn: ['name', 'contactName'],
  name: ['name', 'contactName'],
  kontakt: ['contactName'],
  contact: ['contactName'],
  arbejdssted: ['name', 'workplaceName'],
  afdeling: ['workplaceName', 'name'],
  filial: ['workplaceName', 'name'],
  workplace: ['name', 'workplaceName'],
  sted: ['town', 'name'],
  produktionsenhed: ['pNumber'],
  penhed: ['pNumber'],
  pnr: ['pNumber'],
  pno: ['pNumber'],
  post: ['postalCode'],
  zip: ['postalCode'],
  by: ['town'],
  city: ['town'],
  dato: ['lastContact'],
  date: ['lastContact'],
  mail: ['email'],
  person: ['contactName'],
  plads: ['places'],
  job: ['places'],
  stilling: ['contactTitle'],
  rolle: ['contactTitle'],
  role: ['contactTitle'],
  titel: ['contactTitle'],
  title: ['contactTitle'],
};

/**
 * Words inside a heading, most telling first: "Kontaktpersonens telefon" is a phone number, "Sidst kontaktet" a date.
 * A word of up to three letters must stand alone; longer ones may be part of a compound.
 */
const WORDS: [Field, string[]][] = [
  ['email', ['email', 'mail', 'mailadresse', 'epost']],
  ['mobile', ['mobil', 'mobile', 'cell']],
  ['phone', ['telefon', 'phone', 'tlf', 'tel', 'tlfnr', 'telefonnr', 'direkte nummer']],
  ['pNumber', ['p nr', 'p nummer', 'p number', 'pnummer', 'p enhed', 'produktionsenhed', 'production unit']],
  ['cvr', ['cvr', 'cvrnr', 'cvrnummer', 'vat', 'se nr', 'senr', 'company number', 'registration number', 'momsnr']],
  ['sector', ['branche', 'sektor', 'sector', 'industry', 'nace', 'db07', 'db25', 'fag', 'brancher']],
  ['lastContact', ['sidst', 'seneste', 'sidste', 'last contact', 'last contacted', 'last visit', 'kontaktdato']],
  ['places', ['pladser', 'places', 'slots', 'positions', 'praktikpladser', 'stillinger']],
  [
    'employees',
    [
      'ansatte',
      'medarbejdere',
      'medarbejder',
      'employees',
      'staff',
      'headcount',
      'fuldtid',
      'arsvark',
      'size',
      'storrelse',
    ],
  ],
  [
    'note',
    [
      'bemarkning',
      'bemarkninger',
      'note',
      'noter',
      'notes',
      'notat',
      'kommentar',
      'kommentarer',
      'comment',
      'remarks',
      'info',
    ],
  ],
  [
    'postalTown',
    [
      'postnr by',
      'postnummer by',
      'postnr og by',
      'postnummer og by',
      'post by',
      'zip city',
      'postal code and town',
      'postby',
    ],
  ],
  ['postalCode', ['postnr', 'postnummer', 'postal code', 'postcode', 'zip', 'zip code', 'postkode']],
  ['street', ['adresse', 'address', 'vej', 'gade', 'street', 'vejnavn', 'gadenavn', 'beliggenhed']],
  ['town', ['by', 'bynavn', 'postdistrikt', 'town', 'city']],
  ['firstName', ['fornavn', 'fornavne', 'first name', 'given name', 'firstname']],
  ['lastName', ['efternavn', 'last name', 'surname', 'family name', 'lastname']],
  ['contactTitle', ['titel', 'stilling', 'title', 'rolle']],
  ['workplaceName', ['arbejdssted', 'afdeling', 'filial', 'butik', 'branch', 'workplace', 'site', 'enhed']],
  [
    'name',
    [
      'virksomhed',
      'firma',
      'firmanavn',
      'virksomhedsnavn',
      'company',
      'company name',
      'selskab',
      'employer',
      'organisation',
      'business',
      'arbejdsgiver',
    ],
  ],
  [
    'contactName',
    ['kontaktperson', 'kontakt', 'contact', 'contact person', 'kontaktnavn', 'ansvarlig', 'leder', 'mentor'],
  ],
  ['name', ['navn', 'name']],
];

/** What the cells look like, for headings that say nothing. Each needs most of the filled cells to fit. */
const LOOKS: [Field, RegExp][] = [
  ['email', /^\s*\S+@\S+\.\S+\s*$/u],
  ['postalTown', /^(?:DK-?)?\s*\d{4}\s+\p{L}.+$/iu],
  ['cvr', /^(?:DK)?\s*[1-9]\d(?:\s?\d{2}){3}$/iu],
  ['pNumber', /^10\d{8}$|^1[.,]\d+E\+0?9$/iu],
  ['phone', /^(?:\+45|0045)?[\s-]*\d{2}(?:[\s-]?\d{2}){3}$|^\d{4}-\d{4}$/u],
  ['postalCode', /^(?:DK-?)?\s*\d{4}$/iu],
  ['street', /^\p{L}[\p{L}\s.'-]+\s\d{1,3}\s?\p{L}?(?:,.*)?$/u],
  ['name', /\b(?:A\/S|ApS|I\/S|K\/S|IVS)\b/iu],
];
const MOSTLY = 0.6;

/** Recognises the columns from their headings, and columns with unknown headings from their cells. Order does not matter. */
export function recogniseColumns(headings: string[], samples: string[][]): Mapping {
  const mapping: Mapping = headings.map(() => null);
  const taken = new Set<Field>();
  const take = (index: number, field: Field | undefined): void => {
    if (field === undefined || mapping[index] || taken.has(field)) return;
    mapping[index] = field;
    taken.add(field);
  };
  headings.forEach((heading, index) => take(index, fieldByWords(heading)));
  headings.forEach((heading, index) =>
    take(
      index,
      EXACT[squeeze(heading)]?.find((field) => !taken.has(field)),
    ),
  );
  headings.forEach((heading, index) => {
    if (fieldByWords(heading) === 'phone') take(index, 'mobile');
    if (fieldByWords(heading) === 'mobile') take(index, 'phone');
    if (fieldByWords(heading) === 'name') take(index, 'workplaceName');
  });
  headings.forEach((_, index) => {
    if (mapping[index] === null)
      take(
        index,
        fieldByCells(
          samples.map((cells) => cells[index] ?? ''),
          taken,
        ),
      );
  });
  return settle(mapping, samples);
}

/** Among how many rows from the top the headings are looked for. */
export const HEADING_ROWS = 10;

const headingCounts = (records: string[][]): number[] =>
  records.slice(0, HEADING_ROWS).map((cells) => cells.filter((cell) => knownHeading(cell)).length);

/** How many columns the row with most of them names; one alone says nothing. */
export function mostHeadings(records: string[][]): number {
  const most = Math.max(0, ...headingCounts(records));
  return most >= 2 ? most : 0;
}

/**
 * The row with the headings: of the first ten the one that names most columns, else a first row of words alone above
 * rows with numbers. Undefined when the sheet begins with its data.
 */
export function findHeadings(records: string[][]): number | undefined {
  const most = mostHeadings(records);
  if (most > 0) return headingCounts(records).indexOf(most);
  const [first = [], ...rest] = records;
  const numbers = (cells: string[]): boolean => cells.some((cell) => /[\d@]/u.test(cell));
  return !numbers(first) && first.filter((cell) => cell.trim() !== '').length >= 2 && rest.slice(0, 10).some(numbers)
    ? 0
    : undefined;
}

/** Equal for files with the same headings in the same order: how a remembered choice of columns is found again. */
export function headingFingerprint(headings: string[]): string {
  return headings.map(squeeze).join('|').slice(0, 2_000);
}

/** One sheet may hold the workplace's name alone; "postnr by" may hide behind "By" or "Post". */
function settle(mapping: Mapping, samples: string[][]): Mapping {
  const holds = (index: number, look: RegExp): boolean =>
    mostly(
      samples.map((cells) => cells[index] ?? ''),
      look,
    );
  const joined = LOOKS.find(([field]) => field === 'postalTown')?.[1] ?? /$^/u;
  return mapping.map((field, index) => {
    if (field === 'workplaceName' && !mapping.includes('name')) return 'name';
    if ((field === 'town' || field === 'postalCode') && holds(index, joined)) return 'postalTown';
    return field;
  });
}

function fieldByWords(heading: string): Field | undefined {
  if (squeeze(heading) in EXACT) return undefined;
  const words = ` ${fold(heading)} `;
  return WORDS.find(([, known]) => known.some((word) => matches(words, word)))?.[0];
}

function matches(heading: string, word: string): boolean {
  return heading.includes(` ${word} `) || (word.length > 3 && !word.includes(' ') && heading.includes(word));
}

function knownHeading(cell: string): boolean {
  return cell.length <= 60 && (squeeze(cell) in EXACT || fieldByWords(cell) !== undefined);
}

function fieldByCells(cells: string[], taken: Set<Field>): Field | undefined {
  return LOOKS.find(([field, look]) => !taken.has(field) && mostly(cells, look))?.[0];
}

function mostly(cells: string[], look: RegExp): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.filter((cell) => look.test(cell.trim())).length / filled.length >= MOSTLY;
}

function squeeze(heading: string): string {
  return fold(heading).replaceAll(' ', '');
}
