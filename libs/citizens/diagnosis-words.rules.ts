/**
 * Whether a text seems to name a diagnosis: an ICD-10 code, or one of a few words that people write. A warning to the
 * writer, who then says what the work must offer instead; that it was found is kept nowhere.
 */
export const holdsDiagnosis = (text: string): boolean => icdCode.test(text) || words.test(text.normalize('NFC'));

/** F32, F32.1, DF321 (the Danish register writes a D before the code). A sector code or a room number rarely looks so. */
const icdCode = /(?<![\p{L}\p{N}-])D?[A-TV-Z]\d{2}(?:\.?\d{1,2})?(?![\p{L}\p{N}-])/u;

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
