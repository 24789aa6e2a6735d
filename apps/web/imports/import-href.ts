import type { KnownBefore } from '#imports';

/** An import's page, or what belongs to it. */
export const importHref = (importId: string, part?: 'kolonner' | 'afviste' | 'koer' | 'fortryd' | 'kasser'): string => (part ? `/import/${importId}/${part}` : `/import/${importId}`);

/** The companies somebody brought: all, those nobody knew, or those a colleague did. */
export const sharingHref = (userId: string, known?: KnownBefore): string => `/import/deling/${userId}${known ? `?kendt=${known}` : ''}`;

export const decisionHref = (importId: string, row: number): string => `/import/${importId}/raekker/${row}`;

export const verdicts = ['new', 'adds', 'duplicate', 'decision', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/** Which rows are shown: those of a verdict, or those where something was left out. */
export interface RowFilter {
  readonly verdict?: Verdict;
  readonly warned?: boolean;
  readonly cursor?: string;
}

export function rowsHref(importId: string, { verdict, warned, cursor }: RowFilter): string {
  const query = new URLSearchParams({ ...(verdict && { verdict }), ...(warned && { warned: 'true' }), ...(cursor && { cursor }) }).toString();
  return importHref(importId) + (query ? `?${query}` : '');
}
