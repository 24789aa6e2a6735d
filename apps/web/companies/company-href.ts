/** The parts of a company's page, in the order of its tabs. */
export const companyTabs = ['tidslinje', 'aftaler', 'aabninger', 'arbejdssteder', 'kontakter', 'mentorer'] as const;
export type CompanyTab = (typeof companyTabs)[number];

/** The timeline is the company's own page. */
export const companyHref = (companyId: string, tab: CompanyTab = 'tidslinje'): string =>
  tab === 'tidslinje' ? `/virksomheder/${companyId}` : `/virksomheder/${companyId}/${tab}`;
