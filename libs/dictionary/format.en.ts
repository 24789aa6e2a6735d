/** Words around numbers and dates. */
export const formatEn = {
  'format.week': 'week {week}',
  'format.weekYear': 'week {week}, {year}',
  'format.hours': '{hours} hrs/week',
  'format.dateTime': '{date} at {time}',
  'format.period': '{from} – {to}',
} as const;
