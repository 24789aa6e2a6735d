import iconv from 'iconv-lite';
import { readText, writeText } from './dialect.js';

const ROWS = [
  ['Firma', 'By', 'Note'],
  ['Bøgely Tømrer A/S', 'Ærøskøbing', 'Ring; helst "tirsdag"'],
  ['Ågård, Å & Søn', 'Odense SØ', 'to\nlinjer'],
  ['Klint', '', '12,5'],
];

const DIALECTS = [
  { encoding: 'windows-1252', separator: ';', sepLine: false, bom: false, newline: '\r\n' },
  { encoding: 'utf-8', separator: ';', sepLine: false, bom: true, newline: '\r\n' },
  { encoding: 'utf-8', separator: ',', sepLine: false, bom: false, newline: '\n' },
  { encoding: 'windows-1252', separator: '\t', sepLine: false, bom: false, newline: '\r\n' },
  { encoding: 'utf-8', separator: ';', sepLine: true, bom: true, newline: '\r\n' },
  { encoding: 'windows-1252', separator: ',', sepLine: true, bom: false, newline: '\n' },
  { encoding: 'utf-16le', separator: '\t', sepLine: false, bom: true, newline: '\r\n' },
  { encoding: 'utf-8', separator: '\t', sepLine: false, bom: false, newline: '\r' },
] as const;

describe('a text file', () => {
  it.each(DIALECTS)('comes back as it was written: %j', async (dialect) => {
    const bytes = writeText(ROWS, dialect);
    expect(await readText(bytes)).toEqual({ dialect, records: ROWS });
    expect(writeText((await readText(bytes)).records, dialect).equals(bytes)).toBe(true);
  });

  it('tells Windows-1252 from UTF-8 by strict decoding', async () => {
    expect((await readText(iconv.encode('Firma;By\nØrsted;Århus\n', 'windows-1252'))).dialect.encoding).toBe(
      'windows-1252',
    );
    expect((await readText(Buffer.from('Firma;By\nØrsted;Århus\n'))).dialect.encoding).toBe('utf-8');
  });

  it('is not led astray by separators inside cells', async () => {
    const { dialect, records } = await readText(
      Buffer.from('Firma;Note\n"A, B, C; D";"en, to, tre, fire"\nE;"a, b, c"\n'),
    );
    expect(dialect.separator).toBe(';');
    expect(records[1]).toEqual(['A, B, C; D', 'en, to, tre, fire']);
  });

  it('keeps blank rows in their place, and quoted line breaks in one row', async () => {
    const { records } = await readText(Buffer.from('Firma;Note\nA;"x\r\ny"\n\nB;z\n;\n\n'));
    expect(records).toEqual([['Firma', 'Note'], ['A', 'x\r\ny'], [''], ['B', 'z']]);
  });

  it('copes with a quote in the middle of a cell', async () => {
    expect((await readText(Buffer.from('Firma;Note\n15" skærm;x\n'))).records[1]).toEqual(['15" skærm', 'x']);
  });

  it.each([
    ['nothing', Buffer.from(''), 'import.empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'import.not-text'],
    ['a quote that never ends', Buffer.from('a;b\n"c;d\ne;f'), 'import.broken-quotes'],
    ['500 columns', Buffer.from(`${'a;'.repeat(500)}\n`), 'import.too-many-columns'],
    ['a cell of 32 KB', Buffer.from(`a;b\n${'x'.repeat(32_768)};y\n`), 'import.cell-too-long'],
    ['100,001 rows', Buffer.from('a;b\n'.repeat(100_002)), 'import.too-many-rows'],
  ])('is refused when it is %s', async (_, bytes, code) => {
    await expect(readText(bytes)).rejects.toThrow(code);
  });
});
