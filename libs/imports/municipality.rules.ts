import type { Reference } from '#reference';

/** The municipality of an address; `unsure` when the postal district lies in several and the town does not tell which. */
export type Placed = { code: string | null; unsure: boolean };

/** A postal district in several municipalities is not guessed, except where the town bears a municipality's name. */
export function municipalityOf(town: string | null, postalCode: string | null, reference: Reference): Placed {
  const candidates = reference.municipalitiesOfPostalCode(postalCode ?? '');
  if (candidates.length < 2) return { code: candidates[0]?.code ?? null, unsure: false };
  const named = reference.municipalityFromText((town ?? '').replace(/\s+\p{Lu}{1,2}$/u, ''));
  const code = candidates.find((candidate) => candidate.code === named?.code)?.code ?? null;
  return { code, unsure: code === null };
}
