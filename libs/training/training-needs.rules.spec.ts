import { trainingNeed, trainingRules, type TrainingFacts, type TrainingModel } from './training-needs.rules.js';

const today = '2026-11-23';
const signed: TrainingFacts = { model: 'fixed_slots', role: 'mentor', today, signedOn: '2026-10-01', matchedOn: null, namedOn: '2026-09-01', trainedOn: null, trainedUntil: null };
const first = (since: string, gates: boolean) => ({ kind: 'first', since, gates });

describe('who must be trained, model by model, event by event', () => {
  test.each<[string, Partial<TrainingFacts>, object | undefined]>([
    ['1, a draft', { signedOn: null }, undefined],
    ['1, on signing', {}, first('2026-10-01', true)],
    ['1, signed today', { signedOn: today }, first(today, true)],
    ['1, a mentor named after the signing', { namedOn: '2026-11-01' }, first('2026-11-01', true)],
    ['1, a mentor named from tomorrow', { namedOn: '2026-11-24' }, undefined],
    ['1, trained', { trainedOn: '2026-01-01', trainedUntil: '2028-01-01' }, undefined],
    ['1, training of tomorrow', { trainedOn: '2026-11-24' }, first('2026-10-01', true)],
    ['1, lapsed today', { trainedOn: '2024-11-23', trainedUntil: today }, { kind: 'refresher', since: today, gates: true }],
    ['1, lapsed before the signing', { trainedOn: '2023-01-01', trainedUntil: '2025-01-01' }, { kind: 'refresher', since: '2026-10-01', gates: true }],
    ['1, lapses tomorrow', { trainedOn: '2024-11-24', trainedUntil: '2026-11-24' }, undefined],
    ['1 has no coordinator', { role: 'coordinator' }, undefined],
    ['2, signed, not matched', { model: 'standing' }, undefined],
    ['2, matched', { model: 'standing', matchedOn: '2026-11-10' }, first('2026-11-10', true)],
    ['2, a draft with a match', { model: 'standing', signedOn: null, matchedOn: '2026-11-10' }, undefined],
    ['2 has no coordinator', { model: 'standing', role: 'coordinator', matchedOn: '2026-11-10' }, undefined],
    ['3, named', { model: 'match_driven', namedOn: '2026-11-20' }, first('2026-11-20', false)],
    ['3, nobody named', { model: 'match_driven', namedOn: null }, undefined],
    ['3 has no coordinator', { model: 'match_driven', role: 'coordinator', namedOn: '2026-11-20' }, undefined],
    ['4, a mentor', { model: 'cluster' }, first('2026-10-01', true)],
    ['4, the coordinator, who may be staff', { model: 'cluster', role: 'coordinator', namedOn: null }, first('2026-10-01', true)],
    ['4, a trained coordinator', { model: 'cluster', role: 'coordinator', namedOn: null, trainedOn: '2026-10-01' }, undefined],
  ])('%s', (_, change, need) => expect(trainingNeed({ ...signed, ...change })).toEqual(need));

  test('every model says who and since when; only model 3 never holds a start back', () => {
    const models: TrainingModel[] = ['fixed_slots', 'standing', 'match_driven', 'cluster'];
    expect(models.filter((model) => !trainingRules[model].gates)).toEqual(['match_driven']);
    expect(models.filter((model) => trainingRules[model].who.includes('coordinator'))).toEqual(['cluster']);
    expect(models.map((model) => trainingRules[model].since)).toEqual(['signed', 'matched', 'named', 'signed']);
  });
});
