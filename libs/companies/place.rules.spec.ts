import { placeOf } from './place.rules.js';

const nyborg = { code: '5800', town: 'Nyborg', lat: 55.3, lon: 10.8, municipalities: ['0450'] };
const border = { code: '5853', town: 'Ørbæk', lat: null, lon: null, municipalities: ['0450', '0479'] };
const exists = (code: string): boolean => ['0450', '0479', '0461'].includes(code);

describe('the place of a workplace', () => {
  it.each([
    [{ postalCode: '5800' }, nyborg, { town: 'Nyborg', municipalityCode: '0450', lat: 55.3, lon: 10.8 }],
    [{ postalCode: '5800', town: 'Nyborg Ø' }, nyborg, { town: 'Nyborg Ø', municipalityCode: '0450', lat: 55.3, lon: 10.8 }],
    [{ postalCode: '5853', municipalityCode: '0479' }, border, { town: 'Ørbæk', municipalityCode: '0479', lat: null, lon: null }],
    [{ town: 'Nyborg' }, undefined, { town: 'Nyborg', municipalityCode: null, lat: null, lon: null }],
    [{ municipalityCode: '0461' }, undefined, { town: null, municipalityCode: '0461', lat: null, lon: null }],
  ])('%p', (written, known, place) => expect(placeOf(written, known, exists)).toEqual({ place }));

  it.each([
    [{ postalCode: '5853' }, border, 'municipalityCode', 'fault.municipality.choose'],
    [{ postalCode: '5800', municipalityCode: '0461' }, nyborg, 'municipalityCode', 'fault.municipality.elsewhere'],
    [{ postalCode: '0001' }, undefined, 'postalCode', 'fault.postal-code.unknown'],
    [{ municipalityCode: '9999' }, undefined, 'municipalityCode', 'fault.municipality.unknown'],
  ])('%p is refused', (written, known, field, code) => {
    expect(placeOf(written, known, exists)).toEqual({ fault: { field, code } });
  });
});
