/** The parts of a course's page, in their order. */
export const courseTabs = ['overblik', 'timer', 'opfoelgning', 'arbejdsaftale', 'trappe', 'historik', 'afslut'] as const;
export type CourseTab = (typeof courseTabs)[number];

export const courseHref = (courseId: string, tab: CourseTab = 'overblik'): string => (tab === 'overblik' ? `/forloeb/${courseId}` : `/forloeb/${courseId}/${tab}`);
export const placementHref = (courseId: string, placementId: string, what: 'aftalt' | 'start' | 'ikke-moedt'): string => `/forloeb/${courseId}/placeringer/${placementId}/${what}`;
export const criterionHref = (courseId: string, criterionId: string): string => `/forloeb/${courseId}/krav/${criterionId}`;
export const workAgreementHref = (courseId: string, workAgreementId: string): string => `/forloeb/${courseId}/arbejdsaftale/${workAgreementId}`;
