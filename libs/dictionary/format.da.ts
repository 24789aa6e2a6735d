/** Words around numbers and dates. */
export const formatDa = {
  'format.week': 'uge {week}',
  'format.weekYear': 'uge {week}, {year}',
  'format.hours': '{hours} t/uge',
  'format.dateTime': '{date} kl. {time}',
  'format.period': '{from} – {to}',
} as const;
