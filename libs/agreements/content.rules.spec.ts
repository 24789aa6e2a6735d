import { agreementText } from './agreement-text.js';
import { differenceOf, isNothing, type AgreementContent, type ContentSlot } from './content.rules.js';

const slot = (id: string, more: Partial<ContentSlot> = {}): ContentSlot => ({
  id, number: 1, workplace: 'Bageriet', tasks: 'Pakke brød', minutesPerWeek: 600, pathToHours: 'Weekender', startsOn: '2026-10-01', endsOn: null, considerations: [], ...more,
});
const content: AgreementContent = {
  organisation: 'Jobcentret', model: 'fixed_slots', title: 'Bageriet', startsOn: '2026-10-01', endsOn: null, slotPooling: null, refill: true, callNoticeDays: null, answerDays: null, terms: null,
  minutesPerWeek: null, requestsPerMonth: null, totalCap: null, followUpWeeks: 2, followUpPlan: null, company: { id: 'c', name: 'Bageriet' }, cluster: null,
  contact: { id: 'u', name: 'Kim', email: 'kim@kommune.example', phone: null }, deputy: null, coordinator: null, mentorPay: null, measureTypes: [], targetGroups: [],
  workplaces: [{ id: 'w', name: 'Bageriet', company: 'Bageriet', cap: null }], mentors: [{ id: 'm', name: 'Mette' }], slots: [slot('a'), slot('b', { number: 2 })],
};

describe('what a version changes', () => {
  it.each<[string, Partial<AgreementContent>, readonly string[]]>([
    ['nothing', {}, []],
    ['the organisation’s own name is not agreed on', { organisation: 'Beskæftigelse' }, []],
    ['a text', { terms: 'Frokost' }, ['terms']],
    ['an end', { endsOn: '2027-01-01' }, ['endsOn']],
    ['another mentor', { mentors: [{ id: 'n', name: 'Nanna' }] }, ['mentors']],
    ['several, in the agreement’s own order', { terms: 'Frokost', title: 'Nyt', model: 'standing', refill: false }, ['model', 'title', 'refill', 'terms']],
  ])('%s', (_, change, fields) => {
    const difference = differenceOf(content, { ...content, ...change });
    expect(difference.fields).toEqual(fields);
    expect(isNothing(difference)).toBe(fields.length === 0);
  });

  it('places that come, go and are changed', () => {
    const after = { ...content, slots: [slot('a', { tasks: 'Gøre rent' }), slot('c', { number: 3 })] };
    const { slotsAdded, slotsClosed, slotsChanged, fields } = differenceOf(content, after);
    expect([slotsAdded.map(({ id }) => id), slotsClosed.map(({ id }) => id), slotsChanged.map(({ before, after: is }) => [before.tasks, is.tasks]), fields]).toEqual([['c'], ['b'], [['Pakke brød', 'Gøre rent']], []]);
  });
});

describe('what is promised in words, with a cap over the places', () => {
  const said = (change: Partial<AgreementContent>, language: 'da' | 'en' = 'da') => agreementText({ ...content, ...change }, language).blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))[1];

  it.each<[Partial<AgreementContent>, string]>([
    [{ totalCap: 1 }, 'Bageriet har 2 faste pladser at vælge imellem: højst 1 borger ad gangen, og der skal altid være en. Når et forløb slutter, finder Jobcentret en ny borger.'],
    [{ totalCap: 2 }, 'Bageriet har 2 faste pladser, som altid skal være i brug. Når et forløb slutter, finder Jobcentret en ny borger til pladsen.'],
    [{ totalCap: 2, slots: [slot('a'), slot('b'), slot('c')] }, 'Bageriet har 3 faste pladser at vælge imellem: højst 2 borgere ad gangen, og der skal altid være 2. Når et forløb slutter, finder Jobcentret en ny borger.'],
    [{ totalCap: 1, model: 'standing' }, 'Bageriet siger på forhånd ja til 1 borger ad gangen og har 2 pladser at vælge imellem. De må stå ledige, og Jobcentret spørger hver gang, en borger passer til en af dem.'],
    [{ totalCap: 1, model: 'cluster' }, '1 arbejdssteder i Bageriet er sammen om 2 pladser at vælge imellem, dog højst 1 borger ad gangen. Borgeren kan skifte arbejdssted undervejs i det samme forløb.'],
  ])('%j', (change, sentence) => {
    expect(said(change)).toBe(sentence);
  });

  it('in English too', () => {
    expect(said({ totalCap: 1 }, 'en')).toBe('Bageriet has 2 fixed places to choose among: at most 1 citizen at a time, and there should always be one. When a placement ends, Jobcentret finds a new citizen.');
  });
});
