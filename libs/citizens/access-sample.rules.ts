/** The month after ('2026-12' → '2027-01'), or before with -1. */
function monthBeside(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + step;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The months whose access log can be checked: the twelve that are over, newest first. */
export const sampleMonths = (today: string): string[] => Array.from({ length: 12 }, (_, index) => monthBeside(today.slice(0, 7), -1 - index));

/** A month's first day, and the first day after it. */
export const monthDays = (month: string): { readonly from: string; readonly until: string } => ({ from: `${month}-01`, until: `${monthBeside(month, 1)}-01` });
