import type { AdditionalityRule, DurationRule, RatioRule } from './limits.data.js';
import {
  type SectorCode,
  type SectorIndex,
  type SectorMatch,
  type SectorTemplate,
  foldSector,
  sectorFromText,
  sectorIndex,
} from './sectors.rules.js';

/** In force from and including `from`, until and not including `to`; calendar days as 'YYYY-MM-DD', null is open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export interface Region {
  readonly code: string;
  readonly nameDa: string;
  readonly nameEn: string;
}

export interface Municipality {
  /** Four characters, leading zero kept. */
  readonly code: string;
  readonly name: string;
  /** As it stands before "Kommune": "Københavns". */
  readonly genitiveName: string;
  readonly aliases: readonly string[];
}

export interface PostalCode {
  readonly code: string;
  readonly town: string;
  /** The middle of the district in degrees (WGS84), good to a few kilometres; null when nobody has placed it. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** A district may cross a border: candidates, not an answer. */
  readonly municipalities: readonly string[];
}

/** A row of law: a target group (målgruppe) or a measure type (foranstaltning) with the days it holds. */
export interface DatedType extends Period {
  readonly code: string;
  readonly nameDa: string;
  readonly nameEn: string;
  readonly law: string;
}

export interface MeasureType extends DatedType {
  /** Applied for and granted before the first day. */
  readonly needsGrant: boolean;
}

export interface ReferenceRows {
  readonly regions: readonly Region[];
  readonly municipalities: readonly Municipality[];
  readonly memberships: readonly (Period & { readonly municipality: string; readonly region: string })[];
  readonly postalCodes: readonly PostalCode[];
  readonly sectorCodes: readonly SectorCode[];
  readonly sectorTemplates: readonly SectorTemplate[];
  readonly targetGroups: readonly DatedType[];
  readonly measureTypes: readonly MeasureType[];
  readonly durationRules: readonly DurationRule[];
  readonly ratioRules: readonly RatioRule[];
  readonly additionalityRules: readonly AdditionalityRule[];
}

export interface Page<T> {
  readonly items: T[];
  /** Hand back as `cursor` for the next page; null on the last. */
  readonly next: string | null;
}

/** One page in the order of the codes, beginning after the code `cursor`. */
export function pageOf<T extends { readonly code: string }>(
  all: readonly T[],
  { cursor = '', limit }: { cursor?: string; limit: number },
): Page<T> {
  const rest = all.filter(({ code }) => code > cursor).sort((a, b) => (a.code < b.code ? -1 : 1));
  const items = rest.slice(0, limit);
  return { items, next: rest.length > limit ? (items.at(-1)?.code ?? null) : null };
}

const danish = new Intl.Collator('da');

/** Half-open: the first day counts, the last does not. */
export const holdsOn = ({ from, to }: Period, on: string): boolean =>
  (from === null || from <= on) && (to === null || on < to);

/** The reference data in memory; every question is answered from it without a query. */
export class Reference {
  private readonly municipalityByCode: ReadonlyMap<string, Municipality>;
  private readonly municipalityByName: ReadonlyMap<string, Municipality>;
  private readonly regionByCode: ReadonlyMap<string, Region>;
  private readonly postalByCode: ReadonlyMap<string, PostalCode>;
  private readonly sectorByCode: ReadonlyMap<string, SectorCode>;
  private readonly index: SectorIndex;

  constructor(private readonly rows: ReferenceRows) {
    this.municipalityByCode = new Map(rows.municipalities.map((each) => [each.code, each]));
    this.municipalityByName = new Map(
      rows.municipalities.flatMap((each) => spellings(each).map((name) => [name, each] as const)),
    );
    this.regionByCode = new Map(rows.regions.map((each) => [each.code, each]));
    this.postalByCode = new Map(rows.postalCodes.map((each) => [each.code, each]));
    this.sectorByCode = new Map(rows.sectorCodes.map((each) => [`${each.scheme} ${each.code}`, each]));
    this.index = sectorIndex(rows.sectorCodes, rows.sectorTemplates);
  }

  /** All municipalities in Danish order, each with its region on that day. */
  municipalities(on: string): (Municipality & { readonly region: Region | null })[] {
    return [...this.rows.municipalities]
      .sort((a, b) => danish.compare(a.name, b.name))
      .map((each) => ({ ...each, region: this.regionOf(each.code, on) ?? null }));
  }

  municipality(code: string): Municipality | undefined {
    return this.municipalityByCode.get(code);
  }

  /** By code ("101", "0101"), name or another spelling ("Århus Kommune", "Københavns"); undefined when unknown. */
  municipalityFromText(text: string): Municipality | undefined {
    const code = /^\s*(\d{3,4})\s*$/.exec(text)?.[1];
    return code ? this.municipality(code.padStart(4, '0')) : this.municipalityByName.get(placeName(text));
  }

  /** The regions that exist on that day, in Danish order. */
  regions(on: string): Region[] {
    const codes = new Set(this.rows.memberships.filter((each) => holdsOn(each, on)).map(({ region }) => region));
    return this.rows.regions.filter(({ code }) => codes.has(code)).sort((a, b) => danish.compare(a.nameDa, b.nameDa));
  }

  /** The region a municipality belongs to on that day. */
  regionOf(municipality: string, on: string): Region | undefined {
    const membership = this.rows.memberships.find((each) => each.municipality === municipality && holdsOn(each, on));
    return membership && this.regionByCode.get(membership.region);
  }

  postalCode(code: string): PostalCode | undefined {
    return this.postalByCode.get(code);
  }

  /** All postal codes, or those beginning with the digits or the letters of a town. */
  postalCodes(beginning = ''): PostalCode[] {
    const start = beginning.trim().toLowerCase();
    return this.rows.postalCodes.filter(
      ({ code, town }) => code.startsWith(start) || town.toLowerCase().startsWith(start),
    );
  }

  /** The municipalities a postal district reaches into; one when it is certain, none when the code is unknown. */
  municipalitiesOfPostalCode(code: string): Municipality[] {
    return (this.postalByCode.get(code)?.municipalities ?? []).flatMap(
      (each) => this.municipalityByCode.get(each) ?? [],
    );
  }

  /** The named code, or the nearest wider one that is known (six digits: its class, of DB07 its division). */
  sector(scheme: string, code: string): SectorCode | undefined {
    const lengths = [code.length, 4, 3, 2].filter((length) => length <= code.length);
    return lengths
      .map((length) => this.sectorByCode.get(`${scheme} ${code.slice(0, length)}`))
      .find((each) => each !== undefined);
  }

  sectorCodes(scheme: string, level?: string): SectorCode[] {
    return this.rows.sectorCodes.filter(
      (each) => each.scheme === scheme && (level === undefined || each.level === level),
    );
  }

  /** The friendly sectors an organisation starts with, in the order to show them. */
  sectorTemplates(): readonly SectorTemplate[] {
    return this.rows.sectorTemplates;
  }

  /** See `sectorFromText` in sectors.rules.ts. */
  sectorFromText(text: string): SectorMatch | undefined {
    return sectorFromText(text, this.index);
  }

  targetGroups(on: string): DatedType[] {
    return this.rows.targetGroups.filter((each) => holdsOn(each, on));
  }

  measureTypes(on: string): MeasureType[] {
    return this.rows.measureTypes.filter((each) => holdsOn(each, on));
  }

  /** How long a measure may last for people of a target group, by the rules of that day; the usual rule first. */
  durationRules(measure: string, targetGroup: string, on: string): DurationRule[] {
    const ofMeasure = this.rows.durationRules.filter((each) => each.measure === measure && holdsOn(each, on));
    const named = ofMeasure.filter(({ targetGroups }) => targetGroups.includes(targetGroup));
    const rules = named.length > 0 ? named : ofMeasure.filter(({ targetGroups }) => targetGroups.length === 0);
    return rules.sort((a, b) => Number(a.circumstanceDa !== null) - Number(b.circumstanceDa !== null));
  }

  /** The reasonableness requirement (rimelighedskrav) as it held that day. */
  ratioRule(on: string): RatioRule | undefined {
    return this.rows.ratioRules.find((each) => holdsOn(each, on));
  }

  /** Additionality (merbeskæftigelse) as it held that day. */
  additionalityRule(on: string): AdditionalityRule | undefined {
    return this.rows.additionalityRules.find((each) => holdsOn(each, on));
  }
}

const spellings = ({ name, genitiveName, aliases }: Municipality): string[] =>
  [name, genitiveName, ...aliases].map(placeName);

/** "Århus", "Aarhus" and "AARHUS KOMMUNE" are one place: folded, and without the word for municipality. */
const placeName = (text: string): string =>
  foldSector(text.replace(/\b(region)?skommune\b|\bkommune\b/i, '')).replace(/-/g, ' ');
