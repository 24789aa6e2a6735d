/** Pladskalender, klyngens baner, og et forløb med det, der kan gøres ved det. */
export const calendarDa = {
  'fault.calendar.week': 'Den uge findes ikke. Skriv år og uge, for eksempel 2026-W53. Kun nogle år har en uge 53.',
  'refusal.closure.twice': 'Arbejdsstedet holder allerede lukket på en af dagene.',
  'journal.workplace.closure-added': 'noterede, at arbejdsstedet holder lukket',
  'journal.workplace.closure-cancelled': 'slettede en lukkeperiode',
} as const;
