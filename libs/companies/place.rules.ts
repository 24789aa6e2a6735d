import type { PostalCode } from '#reference';
import type { InputFault } from '#platform';

/** Where a workplace is, as somebody wrote it. */
export interface WrittenPlace {
  readonly postalCode?: string | null;
  readonly town?: string | null;
  readonly municipalityCode?: string | null;
}

export interface Place {
  readonly town: string | null;
  readonly municipalityCode: string | null;
  /** The middle of the postal district (WGS84), good to a few kilometres. */
  readonly lat: number | null;
  readonly lon: number | null;
}

export type PlaceVerdict = { readonly place: Place } | { readonly fault: InputFault };

/**
 * Town, coordinates and municipality of a postal code. A district in several municipalities is never guessed: one must
 * be chosen, and only among them. Without a postal code the place stays what was written.
 */
export function placeOf(written: WrittenPlace, known: PostalCode | undefined, isMunicipality: (code: string) => boolean): PlaceVerdict {
  const { postalCode, municipalityCode } = written;
  if (municipalityCode && !isMunicipality(municipalityCode)) return fault('municipalityCode', 'fault.municipality.unknown');
  if (!postalCode) return { place: { town: written.town ?? null, municipalityCode: municipalityCode ?? null, lat: null, lon: null } };
  if (!known) return fault('postalCode', 'fault.postal-code.unknown');
  const only = known.municipalities.length === 1 ? known.municipalities[0] : undefined;
  const chosen = municipalityCode ?? only;
  if (!chosen) return fault('municipalityCode', 'fault.municipality.choose');
  if (!known.municipalities.includes(chosen)) return fault('municipalityCode', 'fault.municipality.elsewhere');
  return { place: { town: written.town ?? known.town, municipalityCode: chosen, lat: known.lat, lon: known.lon } };
}

const fault = (field: string, code: string): PlaceVerdict => ({ fault: { field, code } });
