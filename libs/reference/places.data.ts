/**
 * Regions and municipalities as facts with their dates: the municipal reform of 1 January 2007, and the merger of
 * Hovedstaden and Sjælland into Region Østdanmark (seat in Sorø) on 1 January 2027, law no. 699 of 20 June 2025.
 */
export interface RegionFact {
  readonly code: string;
  readonly nameDa: string;
  readonly nameEn: string;
  /** Half-open: in force from and including `from`, until and not including `to`. */
  readonly from: string;
  readonly to: string | null;
  /** 'code name' of each municipality, in the order of the codes. */
  readonly municipalities: readonly string[];
}

const list = (text: string): string[] => text.split(/,\s*/);

const capital =
  list(`0101 København, 0147 Frederiksberg, 0151 Ballerup, 0153 Brøndby, 0155 Dragør, 0157 Gentofte, 0159 Gladsaxe,
0161 Glostrup, 0163 Herlev, 0165 Albertslund, 0167 Hvidovre, 0169 Høje-Taastrup, 0173 Lyngby-Taarbæk, 0175 Rødovre, 0183 Ishøj,
0185 Tårnby, 0187 Vallensbæk, 0190 Furesø, 0201 Allerød, 0210 Fredensborg, 0217 Helsingør, 0219 Hillerød, 0223 Hørsholm,
0230 Rudersdal, 0240 Egedal, 0250 Frederikssund, 0260 Halsnæs, 0270 Gribskov, 0400 Bornholm`);
const zealand =
  list(`0253 Greve, 0259 Køge, 0265 Roskilde, 0269 Solrød, 0306 Odsherred, 0316 Holbæk, 0320 Faxe, 0326 Kalundborg,
0329 Ringsted, 0330 Slagelse, 0336 Stevns, 0340 Sorø, 0350 Lejre, 0360 Lolland, 0370 Næstved, 0376 Guldborgsund, 0390 Vordingborg`);
const south =
  list(`0410 Middelfart, 0420 Assens, 0430 Faaborg-Midtfyn, 0440 Kerteminde, 0450 Nyborg, 0461 Odense, 0479 Svendborg,
0480 Nordfyns, 0482 Langeland, 0492 Ærø, 0510 Haderslev, 0530 Billund, 0540 Sønderborg, 0550 Tønder, 0561 Esbjerg, 0563 Fanø,
0573 Varde, 0575 Vejen, 0580 Aabenraa, 0607 Fredericia, 0621 Kolding, 0630 Vejle`);
const central =
  list(`0615 Horsens, 0657 Herning, 0661 Holstebro, 0665 Lemvig, 0671 Struer, 0706 Syddjurs, 0707 Norddjurs,
0710 Favrskov, 0727 Odder, 0730 Randers, 0740 Silkeborg, 0741 Samsø, 0746 Skanderborg, 0751 Aarhus, 0756 Ikast-Brande,
0760 Ringkøbing-Skjern, 0766 Hedensted, 0779 Skive, 0791 Viborg`);
const north =
  list(`0773 Morsø, 0787 Thisted, 0810 Brønderslev, 0813 Frederikshavn, 0820 Vesthimmerlands, 0825 Læsø, 0840 Rebild,
0846 Mariagerfjord, 0849 Jammerbugt, 0851 Aalborg, 0860 Hjørring`);

/**
 * The official code of Region Østdanmark was not known when this was written. 'OSTDK' is ours and provisional; it is
 * not four digits, so that nobody takes it for the official one. Replace it here when the code is published.
 */
export const provisionalEastCode = 'OSTDK';

export const regions: readonly RegionFact[] = [
  {
    code: '1084',
    nameDa: 'Region Hovedstaden',
    nameEn: 'Capital Region of Denmark',
    from: '2007-01-01',
    to: '2027-01-01',
    municipalities: capital,
  },
  {
    code: '1085',
    nameDa: 'Region Sjælland',
    nameEn: 'Region Zealand',
    from: '2007-01-01',
    to: '2027-01-01',
    municipalities: zealand,
  },
  {
    code: provisionalEastCode,
    nameDa: 'Region Østdanmark',
    nameEn: 'Region of Eastern Denmark',
    from: '2027-01-01',
    to: null,
    municipalities: [...capital, ...zealand],
  },
  {
    code: '1083',
    nameDa: 'Region Syddanmark',
    nameEn: 'Region of Southern Denmark',
    from: '2007-01-01',
    to: null,
    municipalities: south,
  },
  {
    code: '1082',
    nameDa: 'Region Midtjylland',
    nameEn: 'Central Denmark Region',
    from: '2007-01-01',
    to: null,
    municipalities: central,
  },
  {
    code: '1081',
    nameDa: 'Region Nordjylland',
    nameEn: 'North Denmark Region',
    from: '2007-01-01',
    to: null,
    municipalities: north,
  },
];

/** What stands before "Kommune" where it is not the plain name. */
export const genitives: Readonly<Record<string, string>> = { '0101': 'Københavns', '0400': 'Bornholms' };

/** Other spellings met in spreadsheets; compared after folding, so case and "aa" for "å" need no entry. */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  '0101': ['Copenhagen', 'Kbh', 'Kbh.'],
  '0169': ['Høje Taastrup'],
  '0173': ['Lyngby', 'Lyngby Taarbæk'],
  '0400': ['Bornholms Regionskommune'],
  '0430': ['Faaborg Midtfyn'],
  '0480': ['Nordfyn'],
  '0756': ['Ikast Brande'],
  '0760': ['Ringkøbing Skjern'],
  '0773': ['Mors'],
  '0820': ['Vesthimmerland'],
};
