import { noShowRefusal, startRefusal, termsFaults, type HoursOutcome } from './start.rules.js';

const planned = { from: '2026-11-02', until: '2027-02-01', startedOn: null, over: false, agreedOn: '2026-10-30', today: '2026-11-04' };

describe('a start', () => {
  it.each([
    ['on the first day', {}, '2026-11-02', undefined],
    ['two days late', {}, '2026-11-04', undefined],
    ['without purpose and hours written', { agreedOn: null }, '2026-11-02', 'placement.terms-needed'],
    ['on the day it was agreed', { agreedOn: '2026-11-03' }, '2026-11-03', undefined],
    ['before it was agreed with both', { agreedOn: '2026-11-04' }, '2026-11-03', 'placement.start-before-terms'],
    ['tomorrow', {}, '2026-11-05', 'placement.start-ahead'],
    ['before it was planned', {}, '2026-11-01', 'placement.start-before-plan'],
    ['after its end', { today: '2027-03-01' }, '2027-02-01', 'placement.start-after-end'],
    ['a second time', { startedOn: '2026-11-02' }, '2026-11-02', 'placement.started'],
    ['of a cancelled one', { over: true }, '2026-11-02', 'placement.over'],
  ])('%s', (_, change, on, refusal) => expect(startRefusal({ ...planned, ...change }, on)).toBe(refusal));
});

describe('a no-show', () => {
  it.each([
    ['on the first day', { today: '2026-11-02' }, undefined],
    ['the day before', { today: '2026-11-01' }, 'placement.no-show-early'],
    ['of one who came', { startedOn: '2026-11-02' }, 'placement.started'],
    ['twice', { over: true }, 'placement.over'],
  ])('%s', (_, change, refusal) => expect(noShowRefusal({ ...planned, ...change })).toBe(refusal));
});

describe('the days of what was agreed', () => {
  const today = '2026-11-04';
  const agreed: HoursOutcome = { outcome: 'agreed', minutes: 120, from: '2027-01-04' };
  const notYet = (reviewOn: string): HoursOutcome => ({ outcome: 'not_yet', criteria: [{ criterion: 'Møder fast tre dage om ugen', reviewOn }] });
  it.each<[string, object, HoursOutcome, string[]]>([
    ['agreed today with both', {}, agreed, []],
    ['the company is asked tomorrow', { agreedWithCompanyOn: '2026-11-05' }, agreed, ['agreedWithCompanyOn']],
    ['not yet, looked at today', {}, notYet(today), []],
    ['not yet, looked at yesterday', {}, notYet('2026-11-03'), ['hours.criteria.0.reviewOn']],
    ['agreed from another century', {}, { outcome: 'agreed', minutes: 120, from: '2126-11-04' }, ['hours.from']],
    ['agreed long ago', { agreedWithCitizenOn: '2006-11-04' }, agreed, ['agreedWithCitizenOn']],
    ['not yet, looked at in 2 years', {}, notYet('2028-11-04'), ['hours.criteria.0.reviewOn']],
    ['refused', {}, { outcome: 'refused', reason: 'Ingen lønkroner i år' }, []],
  ])('%s', (_, change, hours, fields) =>
    expect(termsFaults({ agreedWithCitizenOn: today, agreedWithCompanyOn: today, hours, ...change }, today).map(({ field }) => field)).toEqual(fields),
  );
});
