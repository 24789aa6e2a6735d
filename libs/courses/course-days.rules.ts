/**
 * The first day on which something can have happened on a course. It is opened with the company's yes, and that may be
 * written down after the first placement has begun.
 */
export const courseBegan = (openedOn: string, stays: readonly { readonly from: string }[]): string => stays.reduce((first, { from }) => (from < first ? from : first), openedOn);
