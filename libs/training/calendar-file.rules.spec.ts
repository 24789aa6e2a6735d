import { calendarFile, calendarMethod, type CalendarEvent } from './calendar-file.rules.js';

const event: CalendarEvent = {
  uid: '018f@indgang',
  sequence: 3,
  status: 'CONFIRMED',
  made: new Date('2026-11-23T09:00:00Z'),
  startsAt: new Date('2026-12-04T13:00:00Z'),
  endsAt: new Date('2026-12-04T15:00:00Z'),
  summary: 'Mentorkursus',
  location: 'Rådhuset, sal 2',
  description: 'Kaffe; kage\nog snak',
  url: 'https://moede.example/1',
};

/** What a calendar reads: unfolded lines. */
const read = (file: string): string[] => file.replace(/\r\n /g, '').split('\r\n').slice(0, -1);

test('a calendar reads time, place and text as they were written', () => {
  expect(read(calendarFile(event))).toEqual([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Indgang//Indgang//DA', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    'BEGIN:VEVENT', 'UID:018f@indgang', 'SEQUENCE:3', 'DTSTAMP:20261123T090000Z', 'DTSTART:20261204T130000Z', 'DTEND:20261204T150000Z',
    'SUMMARY:Mentorkursus', 'LOCATION:Rådhuset\\, sal 2', 'DESCRIPTION:Kaffe\\; kage\\nog snak', 'URL:https://moede.example/1',
    'STATUS:CONFIRMED', 'END:VEVENT', 'END:VCALENDAR',
  ]);
});

test.each([
  ['a long text', 'ord '.repeat(60)],
  ['æ ø å at every place', 'æøå'.repeat(70)],
  ['signs beyond the first plane', '🙂'.repeat(40)],
])('%s is folded within 75 octets and comes back whole', (_, description) => {
  const file = calendarFile({ ...event, description });
  expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(read(file)).toContain(`DESCRIPTION:${description}`);
});

test('a text cannot begin a line of its own', () => {
  const file = calendarFile({ ...event, summary: 'Kursus\r\nATTACH:https://ond.example', url: null });
  expect(read(file).filter((line) => line.startsWith('ATTACH'))).toEqual([]);
  expect(file).not.toContain('URL:');
});

test.each([['TENTATIVE', 'PUBLISH'], ['CONFIRMED', 'PUBLISH'], ['CANCELLED', 'CANCEL']] as const)('%s is sent as %s', (status, method) => expect(calendarMethod({ status })).toBe(method));
