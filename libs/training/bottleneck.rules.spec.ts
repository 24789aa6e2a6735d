import * as fc from 'fast-check';
import { lostInAll, lostPlaces, type WorkplaceToday } from './bottleneck.rules.js';

const at: WorkplaceToday = { free: 3, freeDue: 3, mentors: 1, headroom: 3, awayRoom: 0, untrainedRoom: 0 };
const none = { unnamed: 0, full: 0, away: 0, untrained: 0 };

describe('places lost because of a mentor', () => {
  test.each<[string, Partial<WorkplaceToday>, object]>([
    ['none', {}, none],
    ['nothing is free', { free: 0, freeDue: 0, headroom: -1 }, none],
    ['nobody is named', { mentors: 0, headroom: 0 }, { ...none, unnamed: 3 }],
    ['nobody is named, and somebody is there', { mentors: 0, headroom: -1 }, { ...none, unnamed: 3 }],
    ['full', { headroom: 0 }, { ...none, full: 3 }],
    ['overfull', { headroom: -2 }, { ...none, full: 3 }],
    ['room for one', { headroom: 1 }, { ...none, full: 2 }],
    ['away', { headroom: 0, awayRoom: 3 }, { ...none, away: 3 }],
    ['away, and one more would still lack', { headroom: 0, awayRoom: 2 }, { ...none, full: 1, away: 2 }],
    ['away, and carries somebody elsewhere', { headroom: 1, awayRoom: -1 }, { ...none, full: 2 }],
    ['untrained', { untrainedRoom: 3 }, { ...none, untrained: 3 }],
    ['one of two untrained', { headroom: 4, untrainedRoom: 2 }, { ...none, untrained: 1 }],
    ['untrained, but it may wait for a match', { freeDue: 0, untrainedRoom: 3 }, none],
    ['more room than places', { headroom: 9, untrainedRoom: 6 }, none],
  ])('%s', (_, change, lost) => expect(lostPlaces({ ...at, ...change })).toEqual(lost));

  test('never more than are free, never below zero, and what is left is what mentors can take', () => {
    const few = fc.integer({ min: 0, max: 9 });
    const room = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(few, few, few, room, room, few, (free, due, mentors, headroom, awayRoom, untrainedRoom) => {
        const lost = lostPlaces({ free, freeDue: Math.min(due, free), mentors, headroom, awayRoom, untrainedRoom });
        expect(Math.min(...Object.values(lost))).toBeGreaterThanOrEqual(0);
        expect(lostInAll(lost)).toBeLessThanOrEqual(free);
        expect(free - lost.unnamed - lost.full - lost.away).toBe(Math.min(free, Math.max(0, headroom)));
      }),
    );
  });
});
