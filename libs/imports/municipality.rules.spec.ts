import { Reference } from '#reference';
import { municipalityOf } from './municipality.rules.js';

const town = (code: string, name: string) => ({ code, name, genitiveName: name, aliases: [] });
const reference = new Reference({
  regions: [],
  municipalities: [town('0440', 'Kerteminde'), town('0450', 'Nyborg')],
  memberships: [],
  postalCodes: [
    { code: '5540', town: 'Ullerslev', lat: 55.36, lon: 10.65, municipalities: ['0440', '0450'] },
    { code: '5800', town: 'Nyborg', lat: 55.31, lon: 10.79, municipalities: ['0450'] },
  ],
  sectorCodes: [],
  sectorTemplates: [],
  targetGroups: [],
  measureTypes: [], durationRules: [], ratioRules: [], additionalityRules: [],
});

it.each<[string | null, string | null, string | null, boolean]>([
  ['Nyborg', '5800', '0450', false],
  [null, '5800', '0450', false],
  ['Ullerslev', '5540', null, true],
  ['Kerteminde', '5540', '0440', false],
  ['Kerteminde Ø', '5540', '0440', false],
  ['Ullerslev', '9999', null, false],
  ['Nyborg', null, null, false],
])('%s, %s lies in %s (unsure: %s)', (name, postalCode, code, unsure) => {
  expect(municipalityOf(name, postalCode, reference)).toEqual({ code, unsure });
});
