import { formatter } from './format.js';

const [da, en] = [formatter('da'), formatter('en')];
/** Intl writes no-break spaces; the cases below are easier to read with plain ones. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formats', () => {
  it.each([
    ['date', da.formatDate('2026-11-23'), en.formatDate('2026-11-23'), '23. nov. 2026', '23 Nov 2026'],
    ['day', da.formatDay('2026-11-23'), en.formatDay('2026-11-23'), 'man. 23. nov.', 'Mon 23 Nov'],
    ['week', da.formatWeek('2026-11-23'), en.formatWeek('2026-11-23'), 'uge 48', 'week 48'],
    ['week 53', da.formatWeek('2027-01-01', true), en.formatWeek('2027-01-01', true), 'uge 53, 2026', 'week 53, 2026'],
    ['number', da.formatNumber(1234.5), en.formatNumber(1234.5), '1.234,5', '1,234.5'],
    ['percent', da.formatPercent(0.78), en.formatPercent(0.78), '78 %', '78%'],
    ['hours', da.formatHours(720), en.formatHours(720), '12 t/uge', '12 hrs/week'],
    ['half hours', da.formatHours(750), en.formatHours(750), '12,5 t/uge', '12.5 hrs/week'],
  ])('%s', (_name, danish, english, expectedDa, expectedEn) => {
    expect(plain(danish)).toBe(expectedDa);
    expect(plain(english)).toBe(expectedEn);
  });

  it('shows instants in Danish time, on both sides of summer time', () => {
    expect(plain(da.formatDateTime(new Date('2026-11-23T13:30:00Z')))).toBe('23. nov. 2026 kl. 14.30');
    expect(plain(da.formatMeeting(new Date('2026-11-23T13:30:00Z')))).toBe('man. 23. nov. kl. 14.30');
    expect(plain(en.formatDateTime(new Date('2026-07-01T22:15:00Z')))).toBe('2 Jul 2026 at 00:15');
  });

  it('says the last day inside a half-open period', () => {
    expect(da.formatPeriod({ from: '2026-11-23', to: '2027-02-22' })).toBe('23. nov. 2026 – 21. feb. 2027');
  });

  it('sorts æ, ø and å last in Danish', () => {
    const towns = ['Åbenrå', 'Østerbro', 'Zealand', 'Ærø', 'Aabybro', 'Assens'];
    expect(towns.sort(da.compare)).toEqual(['Assens', 'Zealand', 'Ærø', 'Østerbro', 'Åbenrå', 'Aabybro']);
  });
});
