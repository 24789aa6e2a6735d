/**
 * What makes two spellings of a company name, an address or a person the same: case, spaces, "ø" against "oe",
 * legal form, owner, abbreviations. Everything here is a table plus one pass; it knows no particular company.
 */
export type NameParts = {
  /** The name people use, folded: no legal form, owner or brackets. Empty when nothing is left. */
  key: string;
  /** Legal form in one spelling ("as", "aps"), when written. */
  form: string | undefined;
  /** Folded name after "v/", when written. */
  owner: string | undefined;
};

/** Legal forms as single folded tokens after punctuation is removed, each to the spelling it counts as. */
const LEGAL_FORMS: Record<string, string> = {
  as: 'as',
  aktieselskab: 'as',
  aps: 'aps',
  anpartsselskab: 'aps',
  is: 'is',
  interessentskab: 'is',
  ks: 'ks',
  kommanditselskab: 'ks',
  ps: 'ps',
  ivs: 'ivs',
  smba: 'smba',
  amba: 'amba',
  fmba: 'fmba',
  partnerselskab: 'ps',
  enkeltmandsvirksomhed: 'owner',
  pmv: 'owner',
};
const FORM_PUNCTUATION = /(^|\s)((?:[a-zæøå]{1,2}\s?[./]\s?){1,3}[a-zæøå]{1,2}\.?)(?=\s|$|,)/giu;
const OWNER = /(?:^|\s)(?:v\s?[/.]\s?|v\/|ved\s+|c\/o\s+)(.+)$/iu;
const BRANCH_OF = /\s*[,-]?\s*(?:dansk\s+)?filial af\s.*$/iu;
const BRACKETS = /\s*[([{][^)\]}]*[)\]}]/gu;
const MARKS = /[\u0300-\u036f]/gu;

/** Lower case Danish with æ, ø, å and their older spellings as one; other accents gone. Only letters, digits, single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/æ|ä|ae/gu, 'a')
    .replace(/ø|ö|oe/gu, 'o')
    .replace(/å|aa/gu, 'a')
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/&|\+/gu, ' og ')
    .replace(/['’`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A company name taken apart. Two names of one company have the same `key`, and no contradicting `form` or `owner`. */
export function nameParts(name: string): NameParts {
  const tidy = name.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const plain = tidy.replace(BRACKETS, '').replace(BRANCH_OF, '');
  const owner = OWNER.exec(plain);
  const named = owner && owner.index > 0 ? plain.slice(0, owner.index) : plain;
  const joined = named.replace(FORM_PUNCTUATION, (whole, space: string, form: string) => {
    const bare = form.replace(/[^\p{L}]/gu, '').toLowerCase();
    return bare in LEGAL_FORMS ? `${space}${bare}` : whole;
  });
  const words = fold(joined).split(' ');
  let form: string | undefined;
  while (words.length > 1 && (words.at(-1) ?? '') in LEGAL_FORMS) form = LEGAL_FORMS[words.pop() ?? ''];
  return {
    key: words.join(' ') || fold(tidy),
    form,
    owner: owner && owner.index > 0 ? fold(owner[1] ?? '') : undefined,
  };
}

/** The key that `company.name_key` holds. */
export function nameKey(name: string): string {
  return nameParts(name).key;
}

/** Two written legal forms, or two written owners, that cannot be one company's. Left out is never a contradiction. */
export function contradict(a: NameParts, b: NameParts): boolean {
  if (a.form && b.form && a.form !== b.form) return true;
  return Boolean(a.owner && b.owner && !samePerson(a.owner, b.owner));
}

/** Folded names of one person: equal, or the same last name and the one's first names (or initials) begin the other's. */
export function samePerson(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [a.split(' '), b.split(' ')];
  if (one.at(-1) !== other.at(-1) || one.length < 2 || other.length < 2) return false;
  const [first = '', second = ''] = [one[0], other[0]];
  return first.startsWith(second) || second.startsWith(first);
}

/** Words of street names that are written in full or short. */
const STREET_WORDS: Record<string, string> = {
  gl: 'gammel',
  gml: 'gammel',
  sdr: 'sonder',
  sondre: 'sonder',
  ndr: 'norre',
  nr: 'norre',
  nordre: 'norre',
  vstr: 'vester',
  vestre: 'vester',
  ostre: 'oster',
  str: 'store',
  ll: 'lille',
  skt: 'sankt',
  sct: 'sankt',
  st: 'sankt',
  alle: 'alle',
  pl: 'plads',
  pladsen: 'plads',
  kgs: 'kongens',
  dr: 'doktor',
  blvd: 'boulevard',
  boulevarden: 'boulevard',
};
const STREET_ENDINGS: [RegExp, string][] = [
  [/(?<=\p{L}{2})v$/u, 'vej'],
  [/(?<=\p{L}{2})vejen$/u, 'vej'],
  [/(?<=\p{L}{3})gd$/u, 'gade'],
  [/(?<=\p{L}{3})pl$/u, 'plads'],
  [/(?<=\p{L}{2})pladsen$/u, 'plads'],
];

/** Street and house number as one key: no floor or door, "82  A" and "82a" alike. Empty when there is no street. */
export function streetKey(street: string): string {
  const address = /^\s*(.*?\D)\s*(\d+)\s*([a-zæøå](?![a-zæøå]))?(?:\s*-\s*\d+\s*[a-zæøå]?)?\b/iu.exec(
    street.split(',')[0] ?? '',
  );
  const words = fold(address ? (address[1] ?? '') : (street.split(',')[0] ?? '')).split(' ');
  const last = words.length - 1;
  const named = words.map((word, index) => STREET_WORDS[word] ?? (index === last ? endInFull(word) : word)).join('');
  return address ? `${named} ${Number(address[2])}${(address[3] ?? '').toLowerCase()}` : named;
}

function endInFull(word: string): string {
  const ending = STREET_ENDINGS.find(([short]) => short.test(word));
  return ending ? word.replace(ending[0], ending[1]) : word;
}
