/** The pages of courses. */
export const coursePagesDa = {} as const;
