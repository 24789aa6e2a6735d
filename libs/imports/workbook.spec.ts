import ExcelJS from 'exceljs';
import { crc32, deflateRawSync } from 'node:zlib';
import { readSpreadsheet, writeSpreadsheet } from './spreadsheet.js';

type Part = { name: string; content: Buffer | string; declared?: number };

/** A zip file by hand, so that its directory can lie. */
function zip(parts: Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(raw), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(declared ?? raw.length, 8);
    sizes.writeUInt16LE(name.length, 12);
    const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes]);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, place, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = `<?xml version="1.0"?><worksheet ${NS}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>By</t></is></c></row><row r="4"><c r="A4" t="s"><v>1</v></c></row></sheetData></worksheet>`;

/** A workbook in the order Excel writes it: the shared strings after the sheet that needs them. */
function workbook(more: Part[] = [], sheet: Buffer | string = SHEET): Part[] {
  return [
    {
      name: '[Content_Types].xml',
      content: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook ${NS} xmlns:r="${RELS}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
    {
      name: 'xl/sharedStrings.xml',
      content: `<?xml version="1.0"?><sst ${NS} count="2" uniqueCount="2"><si><t>Firma</t></si><si><r><t>Klint </t></r><r><t>Hotel</t></r></si></sst>`,
    },
    ...more,
  ];
}

describe('a workbook', () => {
  it('is read as a person sees it', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Netværk');
    sheet.addRow(['Firma', 'CVR', 'P-nr', 'Sidst', 'Postnr', 'Note', 'Sum', 'Mail', 'Antal']);
    sheet.addRow([
      'Bøgely',
      24_257_215,
      1_058_126_557,
      new Date(Date.UTC(2026, 4, 11)),
      800,
      { richText: [{ text: 'a' }, { text: 'b' }] },
    ]);
    sheet.getCell('E2').numFmt = '0000';
    sheet.getCell('G2').value = { formula: '1+1', result: 2 };
    sheet.getCell('H2').value = { text: 'a@b.example', hyperlink: 'mailto:a@b.example' };
    sheet.getCell('I2').value = 12.5;
    sheet.getCell('J2').value = 102_031_235;
    sheet.getCell('J2').numFmt = '000000\\-0000';
    const { kind, records } = await readSpreadsheet('net.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    expect(kind).toEqual({ format: 'xlsx', sheet: 'Netværk', otherSheets: [] });
    expect(records[1]).toEqual([
      'Bøgely',
      '24257215',
      '1058126557',
      '2026-05-11',
      '0800',
      'ab',
      '2',
      'a@b.example',
      '12,5',
      '0102031235',
    ]);
  });

  it('keeps rows and columns in their place, whatever order its parts come in', async () => {
    const { records } = await readSpreadsheet('net.xlsx', zip(workbook()));
    expect(records).toEqual([['Firma', '', 'By'], [], [], ['Klint Hotel']]);
  });

  it.each([
    ['a guide first', ['Vejledning', 'Netværk', 'Tom'], 'Netværk', ['Vejledning']],
    ['nothing but a guide', ['Vejledning', 'Tom'], 'Vejledning', []],
  ])('with %s is read where the headings are, and names the sheets it leaves out', async (_, names, sheet, otherSheets) => {
    const contents: Record<string, string[][]> = {
      Vejledning: [['Sådan bruges arket'], ['Kolonne', 'Forklaring'], ['Firma', 'Virksomhedens navn'], ['CVR', 'Otte cifre']],
      Netværk: [['Firma', 'CVR', 'By'], ['Klint Hotel', '22079786', 'Ørbæk']],
    };
    const book = new ExcelJS.Workbook();
    for (const name of names) book.addWorksheet(name).addRows(contents[name] ?? []);
    const { kind, records } = await readSpreadsheet('net.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    expect(kind).toMatchObject({ sheet, otherSheets });
    expect(records).toEqual(contents[sheet]);
  });

  it('is written with formulas harmless, and reads back the same', async () => {
    const rows = [
      ['Firma', 'Note'],
      ['Ågård', '=1+1'],
      ['Klint', '-5'],
    ];
    const bytes = await writeSpreadsheet({ format: 'xlsx' }, rows);
    expect((await readSpreadsheet('net.xlsx', bytes)).records).toEqual(rows);
  });

  const large = Buffer.alloc(60 * 1024 * 1024, 'a');
  it.each<[string, Part[], string]>([
    [
      'declares more than it may unpack to',
      workbook([{ name: 'xl/media/a.xml', content: large }]),
      'import.workbook-too-large',
    ],
    [
      'unpacks to more than it declares',
      workbook([{ name: 'xl/media/a.xml', content: large, declared: 1_000 }]),
      'import.not-a-workbook',
    ],
    ['is packed a hundredfold', workbook([], Buffer.alloc(5 * 1024 * 1024, ' ')), 'import.workbook-too-large'],
    [
      'has too many cells',
      workbook(
        [],
        SHEET.replace(
          '<row r="4">',
          `<row r="2">${Array.from({ length: 600_000 }, (_, index) => `<c r="${index}a"/>`).join('')}</row><row r="4">`,
        ),
      ),
      'import.workbook-too-large',
    ],
    [
      'has more than 100 parts',
      workbook(Array.from({ length: 100 }, (_, index) => ({ name: `xl/p${index}.xml`, content: 'x' }))),
      'import.workbook-too-large',
    ],
    ['holds macros', workbook([{ name: 'xl/vbaProject.bin', content: 'x' }]), 'import.workbook-macros'],
    ['names a path outside', workbook([{ name: '../../etc/passwd', content: 'x' }]), 'import.not-a-workbook'],
    [
      'has a DTD',
      workbook([], `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${SHEET}`),
      'import.workbook-unsafe',
    ],
    ['is another kind of zip', [{ name: 'a.txt', content: 'x' }], 'import.not-a-workbook'],
  ])('that %s is refused', async (_, parts, code) => {
    await expect(readSpreadsheet('net.xlsx', zip(parts))).rejects.toThrow(code);
  });

  it.each([
    ['net.csv', zip(workbook()), 'import.wrong-extension'],
    ['net.xlsm', zip(workbook()), 'import.wrong-extension'],
    ['net.xlsx', Buffer.from('a;b\n1;2\n'), 'import.wrong-extension'],
    ['net.pdf', Buffer.from('%PDF'), 'import.wrong-extension'],
    ['net.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'import.old-workbook'],
    ['net.csv', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'import.file-too-large'],
    ['net.xlsx', Buffer.from('PK\x03\x04 and then nothing'), 'import.not-a-workbook'],
  ])('%s that is something else is refused (%#)', async (name, bytes, code) => {
    await expect(readSpreadsheet(name, bytes)).rejects.toThrow(code);
  });
});
