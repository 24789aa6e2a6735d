/**
 * The 98 municipalities as tiles, one each, laid out like the country: Jutland to the left, Funen in the middle, Zealand to the
 * right with the many small ones round Copenhagen drawn out, Bornholm at the bottom right. An own drawing, no survey data.
 */
export interface Tile {
  /** Municipality code, four digits as text. */
  code: string;
  /** Short name for the tile, unlike all others. */
  short: string;
  column: number;
  row: number;
}

// prettier-ignore
const grid: readonly (readonly [code: string, short: string, column: number, row: number])[] = [
  ['0860', 'Hjø', 4, 0], ['0813', 'Frh', 5, 0],
  ['0849', 'Jam', 3, 1], ['0810', 'Brl', 4, 1], ['0851', 'Aal', 5, 1], ['0825', 'Læs', 7, 1],
  ['0787', 'Thi', 1, 2], ['0773', 'Mor', 2, 2], ['0820', 'Vhi', 3, 2], ['0840', 'Reb', 4, 2], ['0846', 'Mar', 5, 2],
  ['0270', 'Gri', 13, 2], ['0217', 'Hel', 14, 2],
  ['0665', 'Lem', 1, 3], ['0671', 'Str', 2, 3], ['0779', 'Ski', 3, 3], ['0791', 'Vib', 4, 3], ['0730', 'Ran', 5, 3],
  ['0707', 'Ndj', 6, 3], ['0260', 'Hal', 12, 3], ['0219', 'Hil', 13, 3], ['0210', 'Frb', 14, 3],
  ['0223', 'Hør', 15, 3],
  ['0661', 'Hols', 1, 4], ['0657', 'Hern', 2, 4], ['0740', 'Sil', 3, 4], ['0710', 'Fav', 4, 4],
  ['0751', 'Aar', 5, 4], ['0706', 'Sdj', 6, 4], ['0250', 'Frs', 12, 4], ['0201', 'All', 13, 4],
  ['0190', 'Fur', 14, 4], ['0230', 'Rud', 15, 4],
  ['0760', 'Rin', 1, 5], ['0756', 'Ika', 2, 5], ['0746', 'Ska', 3, 5], ['0727', 'Odd', 4, 5], ['0741', 'Sam', 6, 5],
  ['0306', 'Ods', 10, 5], ['0240', 'Ege', 12, 5], ['0151', 'Bal', 13, 5], ['0159', 'Gla', 14, 5],
  ['0173', 'Lyn', 15, 5], ['0157', 'Gen', 16, 5],
  ['0573', 'Var', 1, 6], ['0530', 'Bil', 2, 6], ['0766', 'Hed', 3, 6], ['0615', 'Hors', 4, 6], ['0326', 'Kal', 9, 6],
  ['0316', 'Holb', 10, 6], ['0265', 'Ros', 11, 6], ['0169', 'HTå', 12, 6], ['0165', 'Alb', 13, 6],
  ['0163', 'Herl', 14, 6], ['0147', 'Frbg', 15, 6], ['0101', 'Kbh', 16, 6],
  ['0561', 'Esb', 1, 7], ['0575', 'Ven', 2, 7], ['0630', 'Vle', 3, 7], ['0607', 'Fre', 4, 7], ['0480', 'Nfy', 6, 7],
  ['0440', 'Ker', 7, 7], ['0340', 'Sor', 10, 7], ['0350', 'Lej', 11, 7], ['0253', 'Gre', 12, 7],
  ['0161', 'Glo', 13, 7], ['0175', 'Rød', 14, 7], ['0167', 'Hvi', 15, 7], ['0185', 'Tår', 16, 7],
  ['0563', 'Fan', 0, 8], ['0550', 'Tøn', 1, 8], ['0510', 'Had', 2, 8], ['0621', 'Kol', 3, 8], ['0410', 'Mid', 5, 8],
  ['0461', 'Ode', 6, 8], ['0450', 'Nyb', 7, 8], ['0330', 'Sla', 9, 8], ['0329', 'Rst', 10, 8],
  ['0259', 'Køg', 11, 8], ['0269', 'Sol', 12, 8], ['0183', 'Ish', 13, 8], ['0187', 'Val', 14, 8],
  ['0153', 'Brø', 15, 8], ['0155', 'Dra', 16, 8],
  ['0580', 'Aab', 2, 9], ['0540', 'Søn', 3, 9], ['0420', 'Ass', 5, 9], ['0430', 'Faa', 6, 9], ['0479', 'Sve', 7, 9],
  ['0370', 'Næs', 10, 9], ['0320', 'Fax', 11, 9], ['0336', 'Ste', 12, 9],
  ['0492', 'Ærø', 6, 10], ['0482', 'Lan', 8, 10], ['0390', 'Vor', 11, 10], ['0400', 'Bor', 16, 10],
  ['0360', 'Lol', 10, 11], ['0376', 'Gul', 11, 11],
];

export const tiles: readonly Tile[] = grid.map(([code, short, column, row]) => ({ code, short, column, row }));
