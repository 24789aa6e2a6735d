import * as cells from './cells.rules.js';

const TODAY = '2026-11-22';

describe('cells', () => {
  it.each([
    ['24257215', '24257215'],
    ['DK24257215', '24257215'],
    ['36 89 85 93', '36898593'],
    [' dk 36 89 85 93 ', '36898593'],
    ['20791510', 'import.warning.cvr-check'],
    ['2425721', 'import.warning.cvr-shape'],
    ['04257215', 'import.warning.cvr-shape'],
    ['2,43E+07', 'import.warning.cvr-damaged'],
    ['x', 'import.warning.cvr-shape'],
    ['', null],
  ])('CVR %j is %j', (cell, expected) => {
    const read = cells.readCvr(cell);
    expect(read.warning ?? read.value).toBe(expected);
  });

  it.each([
    ['3', 3],
    ['3 stk.', 3],
    ['ca. 2-3', 2],
    ['pladser:4', 4],
    ['-3', 'import.warning.places-shape'],
    ['mange', 'import.warning.places-shape'],
    ['1000', 'import.warning.places-shape'],
    ['', null],
  ])('places %j is %j', (cell, expected) => {
    const read = cells.readPlaces(cell);
    expect(read.warning ?? read.value).toBe(expected);
  });

  it.each([
    ['1058126557', '1058126557'],
    ['10 58 12 65 57', '1058126557'],
    ['1,02E+09', 'import.warning.p-number-damaged'],
    ['1.06E+09', 'import.warning.p-number-damaged'],
    ['x', 'import.warning.p-number-shape'],
    ['58126557', 'import.warning.p-number-shape'],
    [' ', null],
  ])('P-number %j is %j', (cell, expected) => {
    const read = cells.readPNumber(cell);
    expect(read.warning ?? read.value).toBe(expected);
  });

  it.each([
    ['23490506', '23490506'],
    ['23 49 05 06', '23490506'],
    ['2349-0506', '23490506'],
    ['+45 23490506', '23490506'],
    ['004523490506', '23490506'],
    ['(+45) 23 49 05 06', '23490506'],
    ['tlf. 2349 0506', '23490506'],
    ['23490506 / 66778899', '23490506;66778899'],
    ['23490506 eller lok. 12', '23490506'],
    ['45231234', '45231234'],
    ['+46 70 123 45 67', '+46701234567'],
    ['lok. 12', 'import.warning.phone-shape'],
    ['x', null],
  ])('phone %j is %j', (cell, expected) => {
    const read = cells.readPhones(cell).map(({ warning, value }) => warning ?? value);
    expect(read.join(';') || null).toBe(expected);
  });

  it.each([
    [' Ole.Baek@Firma.Example', 'ole.baek@firma.example'],
    ['Ole Bæk <ole@firma.example>', 'ole@firma.example'],
    ['mailto:ole@firma.example', 'ole@firma.example'],
    ['ole(a)firma.example', 'import.warning.email-shape'],
  ])('e-mail %j is %j', (cell, expected) => {
    const read = cells.readEmail(cell);
    expect(read.warning ?? read.value).toBe(expected);
  });

  it.each([
    ['5970', '5970'],
    ['DK-5970', '5970'],
    ['DK 5970', '5970'],
    ['800', '0800'],
    ['5970.', '5970'],
    ['99999', 'import.warning.postal-code-shape'],
  ])('postal code %j is %j', (cell, expected) => {
    const read = cells.readPostalCode(cell);
    expect(read.warning ?? read.value).toBe(expected);
  });

  it.each([
    ['5970 Ærøskøbing', '5970', 'Ærøskøbing'],
    ['DK-5220  Odense SØ', '5220', 'Odense SØ'],
    ['Odense', null, 'Odense'],
    ['5000', '5000', null],
  ])('postal code and town %j', (cell, code, town) => {
    const read = cells.readPostalTown(cell);
    expect([read.postalCode.value, read.town]).toEqual([code, town]);
  });

  it('splits an address that holds the town', () => {
    expect(cells.splitAddress('Nørregade 52, 5970 Ærøskøbing')).toEqual({
      street: 'Nørregade 52',
      rest: '5970 Ærøskøbing',
    });
    expect(cells.splitAddress('Nørregade 52')).toEqual({ street: 'Nørregade 52', rest: '' });
  });

  it.each([
    ['8', 8],
    ['ca. 30', 30],
    ['ca 120', 120],
    ['10-19', 15],
    ['5 til 9', 7],
    ['50+', 50],
    ['over 100', 100],
    ['1.200', 1200],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1.200,5', 1200.5],
    ['-3', 'import.warning.employees-shape'],
    ['\u22123 ansatte', 'import.warning.employees-shape'],
    ['30 ansatte', 30],
    ['mange', 'import.warning.employees-shape'],
    ['', null],
  ])('employees %j is %j', (cell, expected) => {
    const read = cells.readEmployees(cell);
    expect(read.warning ?? read.value).toBe(expected);
  });

  it.each([
    ['12-03-2026', '2026-03-12'],
    ['12.03.26', '2026-03-12'],
    ['3/4-26', '2026-04-03'],
    ['3/4 2026', '2026-04-03'],
    ['3/4', '2026-04-03'],
    ['24/12', '2025-12-24'],
    ['uge 14', '2026-03-30'],
    ['Uge 50', '2025-12-08'],
    ['uge 53 2026', '2026-12-28'],
    ['uge 53, 2027', 'import.warning.date-shape'],
    ['2026-05-11', '2026-05-11'],
    ['2026-05-11T00:00:00.000Z', '2026-05-11'],
    ['11. maj 2026', '2026-05-11'],
    ['1. okt. 25', '2025-10-01'],
    ['46153', '2026-05-11'],
    ['31-02-2026', 'import.warning.date-shape'],
    ['i sommer', 'import.warning.date-shape'],
    ['', null],
  ])('date %j is %j', (cell, expected) => {
    const read = cells.readDate(cell, TODAY);
    expect(read.warning ?? read.value).toBe(expected);
  });

  it.each([
    [' Bakke   Byg\u00a0A/S ', 'Bakke Byg A/S'],
    ['   ', null],
  ])('text %j is %j', (cell, expected) => {
    expect(cells.readText(cell)).toBe(expected);
  });
});
