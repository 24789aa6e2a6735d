import { holdsDiagnosis } from './diagnosis-words.rules.js';

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
  ['', false],
])('%s: %s', (text, expected) => {
  expect(holdsDiagnosis(text)).toBe(expected);
});
