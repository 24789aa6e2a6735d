import { mayHold, mayRelease, type Holdable } from './hold.rules.js';

const fresh: Holdable = { slotId: null, sharedBy: 'finder', heldBy: 'finder', holdExtensions: 0, liveReservations: 0 };

describe('holding an opening', () => {
  it.each<[string, Partial<Holdable>, string | null, string | undefined, string | undefined]>([
    ['the finder extends with a reason', {}, 'finder', 'afventer møde', undefined],
    ['the finder extends a second time', { holdExtensions: 1 }, 'finder', 'afventer møde', undefined],
    ['a third extension', { holdExtensions: 2 }, 'finder', 'afventer møde', 'opening.hold-used-up'],
    ['without a reason', {}, 'finder', undefined, 'opening.hold-needs-reason'],
    ['with a blank reason', {}, 'finder', '  ', 'opening.hold-needs-reason'],
    ['a colleague', {}, 'colleague', 'vil have den', 'opening.not-yours'],
    ['nobody', {}, null, 'job', 'opening.not-yours'],
    ['taking it back from the pool counts', { heldBy: null }, 'finder', 'borger på vej', undefined],
    ['with somebody already waiting', { liveReservations: 1 }, 'finder', 'borger på vej', 'opening.reserved'],
    ['the face of a slot', { slotId: 'slot', sharedBy: null }, 'finder', 'borger på vej', 'opening.from-slot'],
  ])('%s', (_, changed, user, reason, expected) => {
    expect(mayHold({ ...fresh, ...changed }, user, reason)).toBe(expected);
  });

  it.each<[string | null, string | null, string | undefined]>([
    ['finder', 'finder', undefined],
    ['finder', 'colleague', 'opening.not-yours'],
    [null, 'finder', 'opening.not-held'],
  ])('held by %p, released by %p', (heldBy, user, expected) => expect(mayRelease({ heldBy }, user)).toBe(expected));
});
