/** When a test begins, whatever day and hour it runs at: a Wednesday at ten in Denmark, with Christmas and a week 53 ahead. */
export const begins = '2026-11-25T09:00:00Z';
