import { diagnosisPatterns, holdsDiagnosis, namesDiagnosis } from './diagnosis-words.rules.js';

it.each([
  ['har depression og sover dårligt', true],
  ['Depressiv periode i foråret', true],
  ['PTSD efter udsendelse', true],
  ['udredt for ADHD', true],
  ['F32.1', true],
  ['DF33 siden 2019', true],
  ['misbrug af alkohol', true],
  ['social angst', true],
  ['skizofreni', true],
  ['har KOL', true],
  ['Ingen tunge løft', false],
  ['vil gerne arbejde på lager og i kolonial', false],
  ['pakke brød, fast kontaktperson, rolige omgivelser', false],
  ['kan arbejde i 12 timer om ugen', false],
  ['hal B2, port 14', false],
  ['køre truck, B-kørekort', false],
  ['arkivere og scanne', false],
  ['kollegaer der forstår', false],
  ['U48', false],
  ['kører ad E45 hver dag', false],
  ['E45.1', true],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(holdsDiagnosis(text)).toBe(expected);
});

it.each<[unknown, boolean]>([
  [{ reason: 'Hun har ADHD' }, true],
  [{ criteria: [{ criterion: 'møde til tiden' }, { criterion: 'angst for telefonen' }] }, true],
  [{ reason: 'rolige omgivelser', version: 3, until: null }, false],
  [undefined, false],
])('in %j: %s', (input, expected) => {
  expect(namesDiagnosis(input)).toBe(expected);
});

it('a browser finds the same by the patterns alone', () => {
  const [codes, words] = [new RegExp(diagnosisPatterns.codes, 'u'), new RegExp(diagnosisPatterns.words, 'iu')];
  for (const text of ['F32.1', 'Skizofreni', 'social angst', 'ingen tunge løft']) expect(codes.test(text) || words.test(text)).toBe(holdsDiagnosis(text));
});
