/** The parts of a citizen's pages, each with its own address. */
export const citizenTabs = ['overblik', 'roller', 'pladser', 'besoeg', 'adgang'] as const;
export type CitizenTab = (typeof citizenTabs)[number];

export const citizenHref = (citizenId: string, tab: CitizenTab = 'overblik'): string => `/borgere/${citizenId}${tab === 'overblik' ? '' : `/${tab}`}`;
