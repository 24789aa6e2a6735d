/** The pages of courses. */
export const coursePagesEn = {} as const;
