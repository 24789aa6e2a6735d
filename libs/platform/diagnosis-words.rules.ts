/**
 * Whether a text seems to name a diagnosis: an ICD-10 code, or one of a few words that people write. A warning to the
 * writer, who then says what the work must offer instead; that it was found is kept nowhere.
 */
export const holdsDiagnosis = (text: string): boolean => icdCode.test(text) || words.test(text.normalize('NFC'));

/** F32, F32.1, DF321 (the Danish register writes a D before the code). A sector code or a room number rarely looks so; a motorway (E45) does. */
const icdCode = /(?<![\p{L}\p{N}-])(?!E(?:20|39|45|47|55)(?![.\d]))D?[A-TV-Z]\d{2}(?:\.?\d{1,2})?(?![\p{L}\p{N}-])/u;

const stems = [
  'depression', 'depressiv', 'ptsd', 'posttraumatisk', 'adhd', 'add', 'autis', 'asperger', 'skizo', 'schizo', 'bipolar', 'maniodepressiv', 'angst',
  'psykose', 'psykotisk', 'borderline', 'ocd', 'spiseforstyrrelse', 'anoreksi', 'bulimi', 'misbrug', 'alkoholi', 'afhængighed', 'demens', 'epilep',
  'sklerose', 'fibromyalgi', 'whiplash', 'diabetes', 'kræft', 'leukæmi', 'hiv', 'artrose', 'slidgigt', 'leddegigt', 'diskusprolaps', 'hjerneskade',
  'hjernerystelse', 'personlighedsforstyrrelse', 'selvmord', 'stofbrug', 'kol',
];
const whole = ['add', 'hiv', 'kol', 'ocd', 'angst'];
const words = new RegExp(
  String.raw`(?<!\p{L})(?:${stems.map((stem) => (whole.includes(stem) ? String.raw`${stem}(?!\p{L})` : stem)).join('|')})`,
  'iu',
);

/** The same two patterns for a browser, which warns before anything is sent: codes as they are written, words in any case. */
export const diagnosisPatterns = { codes: icdCode.source, words: words.source } as const;

/** Whether any text in an input, at any depth, seems to name a diagnosis. */
export function namesDiagnosis(input: unknown): boolean {
  if (typeof input === 'string') return holdsDiagnosis(input);
  return typeof input === 'object' && input !== null && Object.values(input).some(namesDiagnosis);
}
