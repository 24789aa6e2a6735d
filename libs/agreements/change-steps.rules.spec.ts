import { comingSlots, touched, withMovesApart, withStep } from './change-steps.rules.js';
import type { ChangeStep } from './steps.js';

const slots = (ids: readonly string[]): ChangeStep => ({ do: 'add-slots', slots: [{ workplaceId: 'w', tasks: 'Pakke', minutesPerWeek: 600, pathToHours: 'Timer', count: ids.length, ids }] });
const terms = (change: object): ChangeStep => ({ do: 'terms', change });
const tasks = (slotId: string, text: string): ChangeStep => ({ do: 'change-slot', slotId, change: { tasks: text } });

describe('a change being written', () => {
  it.each<[string, readonly ChangeStep[], ChangeStep, readonly ChangeStep[]]>([
    ['begins with its first step', [], terms({ title: 'Nyt' }), [terms({ title: 'Nyt' })]],
    ['keeps terms as one step, the latest word counting', [terms({ title: 'Nyt', terms: 'a' })], terms({ terms: 'b' }), [terms({ title: 'Nyt', terms: 'b' })]],
    ['takes the workplaces that stay after what was closed', [terms({ title: 'Nyt' }), { do: 'close-slot', slotId: 'a' }], terms({ workplaces: [] }), [terms({ title: 'Nyt' }), { do: 'close-slot', slotId: 'a' }, terms({ workplaces: [] })]],
    ['and keeps to the terms said last', [terms({ workplaces: [] }), tasks('a', 'Feje'), terms({ title: 'Nyt', workplaces: [] })], terms({ title: 'Nyere' }), [terms({ workplaces: [] }), tasks('a', 'Feje'), terms({ title: 'Nyere', workplaces: [] })]],
    ['keeps a slot’s facts as one step', [tasks('a', 'Feje')], tasks('a', 'Vaske'), [tasks('a', 'Vaske')]],
    ['but each slot has its own', [tasks('a', 'Feje')], tasks('b', 'Vaske'), [tasks('a', 'Feje'), tasks('b', 'Vaske')]],
    ['adds places again and again', [slots(['a'])], slots(['b']), [slots(['a']), slots(['b'])]],
    ['closes a slot once', [{ do: 'close-slot', slotId: 'a' }], { do: 'close-slot', slotId: 'a' }, [{ do: 'close-slot', slotId: 'a' }]],
    ['a place added and closed again was never there', [slots(['a']), tasks('a', 'Feje')], { do: 'close-slot', slotId: 'a' }, []],
    ['of two added alike one can go', [slots(['a', 'b'])], { do: 'close-slot', slotId: 'a' }, [slots(['b'])]],
    ['moves a slot to where it was last sent', [{ do: 'move-slot', slotId: 'a', workplaceId: 'v' }], { do: 'move-slot', slotId: 'a', workplaceId: 'w' }, [{ do: 'move-slot', slotId: 'a', workplaceId: 'w' }]],
    ['a place added and moved was added there, as it reads', [slots(['a', 'b']), tasks('a', 'Feje')], { do: 'move-slot', slotId: 'a', workplaceId: 'v' }, [slots(['b']), { do: 'add-slots', slots: [{ workplaceId: 'v', tasks: 'Feje', minutesPerWeek: 600, pathToHours: 'Timer', count: 1, ids: ['a'] }] }]],
    ['is converted to the model chosen last', [{ do: 'convert', conversion: { to: 'standing' } }], { do: 'convert', conversion: { to: 'cluster' } }, [{ do: 'convert', conversion: { to: 'cluster' } }]],
  ])('%s', (_, steps, next, expected) => expect(withStep(steps, next)).toEqual(expected));
});

describe('what a form says beyond what it was shown', () => {
  const shown = { title: 'Bageriet', totalCap: null, terms: null, workplaces: [{ workplaceId: 'v', slotCap: null, town: 'Nyborg' }, { workplaceId: 'w', slotCap: 2, town: 'Ringe' }], mentors: [{ id: 'm' }], slots: [{ id: 'a', tasks: 'Pakke', minutesPerWeek: 600 }] };
  it.each<[ChangeStep, ChangeStep | undefined]>([
    [terms({ title: 'Bageriet', totalCap: null, workplaces: [{ workplaceId: 'w', slotCap: 2 }, { workplaceId: 'v', slotCap: null }], mentorIds: ['m'] }), undefined],
    [terms({ title: 'Nyt', totalCap: null, mentorIds: ['m', 'n'] }), terms({ title: 'Nyt', mentorIds: ['m', 'n'] })],
    [terms({ totalCap: 2, workplaces: [{ workplaceId: 'v', slotCap: null }] }), terms({ totalCap: 2, workplaces: [{ workplaceId: 'v', slotCap: null }] })],
    [{ do: 'change-slot', slotId: 'a', change: { tasks: 'Pakke', minutesPerWeek: 300 } }, { do: 'change-slot', slotId: 'a', change: { minutesPerWeek: 300 } }],
    [{ do: 'close-slot', slotId: 'a' }, { do: 'close-slot', slotId: 'a' }],
  ])('%j', (step, left) => expect(touched(step, shown)).toEqual(left));
});

describe('places that can stand in the pool before their day', () => {
  it.each<[string, readonly ChangeStep[], readonly string[]]>([
    ['are those the change adds, one by one', [slots(['a', 'b'])], ['a Pakke', 'b Pakke']],
    ['as they will read', [slots(['a', 'b']), tasks('b', 'Feje')], ['a Pakke', 'b Feje']],
    ['also under another model', [{ do: 'convert', conversion: { to: 'standing' } }, slots(['a'])], ['a Pakke']],
    ['and those that come with the model', [{ do: 'convert', conversion: { to: 'standing', slots: [{ workplaceId: 'w', tasks: 'Male', minutesPerWeek: 600, pathToHours: 'Timer', ids: ['a', 'b'] }] } }, { do: 'close-slot', slotId: 'b' }], ['a Male']],
    ['none of a change that adds none', [terms({ title: 'Nyt' })], []],
  ])('%s', (_, steps, expected) => expect(comingSlots(steps).map((slot) => `${slot.ids?.join()} ${slot.tasks}`)).toEqual(expected));
});

describe('a place that moves on a later day', () => {
  const move = (workplaceId: string): ChangeStep => ({ do: 'move-slot', slotId: 'a', workplaceId });
  const close: ChangeStep = { do: 'close-slot', slotId: 'a' };
  const anew = { workplaceId: 'w', tasks: 'Pakke', minutesPerWeek: 600, pathToHours: 'Timer', count: 1, ids: ['n'] };
  const there = (more: object = {}): ChangeStep => ({ do: 'add-slots', slots: [{ ...anew, ...more }] });
  it.each<[string, readonly ChangeStep[], readonly ChangeStep[]]>([
    ['ends, and one begins where it was sent', [terms({ title: 'Nyt' }), move('v')], [terms({ title: 'Nyt' }), close, there({ workplaceId: 'v' })]],
    ['where it was last sent', [move('v'), move('u')], [close, there({ workplaceId: 'u' })]],
    ['as it is to read there', [tasks('a', 'Feje'), move('v'), tasks('b', 'Male')], [close, there({ workplaceId: 'v', tasks: 'Feje' }), tasks('b', 'Male')]],
  ])('%s', (_, steps, expected) => expect(withMovesApart(steps, new Map([['a', anew]]))).toEqual(expected));

  it('and is closed in the same change, is closed', () => expect(withMovesApart([move('v'), close], new Map())).toEqual([close]));
});
