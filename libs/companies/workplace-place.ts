import { Refusal, invalid, type Tx } from '#platform';
import type { Reference } from '#reference';
import { placeOf, type Place, type WrittenPlace } from './place.rules.js';

export interface WrittenSector {
  readonly sectorId?: string | null;
  readonly sectorScheme?: string | null;
  readonly sectorCode?: string | null;
}

export interface SectorChoice {
  readonly sectorId: string | null;
  readonly sectorScheme: string | null;
  readonly sectorCode: string | null;
}

/** Where it is, from what was written. @throws 422 with the field, and with the municipalities to choose from. */
export function placeIn(reference: Reference, written: WrittenPlace): Place {
  const known = written.postalCode ? reference.postalCode(written.postalCode) : undefined;
  const verdict = placeOf(written, known, (code) => reference.municipality(code) !== undefined);
  if ('place' in verdict) return verdict.place;
  if (verdict.fault.code !== 'fault.municipality.choose') throw invalid(verdict.fault);
  const choices = reference.municipalitiesOfPostalCode(written.postalCode ?? '').map(({ code, name }) => ({ code, name }));
  throw new Refusal('input.invalid', { status: 422, faults: [verdict.fault], extra: { choices } });
}

/**
 * The friendly sector: the one chosen, else the organisation's own for the code's division. A code keeps its scheme, and
 * is taken to be of the scheme in force (DB25) when none is said.
 */
export async function sectorIn(tx: Tx, reference: Reference, written: WrittenSector): Promise<SectorChoice> {
  const scheme = written.sectorCode ? (written.sectorScheme ?? 'DB25') : null;
  const code = written.sectorCode ?? null;
  if (scheme && code && !reference.sector(scheme, code)) throw invalid({ field: 'sectorCode', code: 'fault.sector-code.unknown' });
  if (written.sectorId) {
    const own = await tx.row('select 1 from sector where id = $1', [written.sectorId]);
    if (!own) throw invalid({ field: 'sectorId', code: 'fault.unknown' });
    return { sectorId: written.sectorId, sectorScheme: scheme, sectorCode: code };
  }
  const mapped = await tx.row<{ sector_id: string }>('select sector_id from sector_division where scheme = $1 and division_code = left($2, 2)', [scheme, code]);
  return { sectorId: mapped?.sector_id ?? null, sectorScheme: scheme, sectorCode: code };
}
