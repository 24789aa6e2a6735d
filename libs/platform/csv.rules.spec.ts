import { csvFile } from './csv.rules.js';

describe('a spreadsheet file', () => {
  it.each<[string, string | number | null, string]>([
    ['plain text', 'Ørbæk Bageri', 'Ørbæk Bageri'],
    ['a separator', 'pakke; løfte', '"pakke; løfte"'],
    ['a quotation mark', 'kaldet "Bo"', '"kaldet ""Bo"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a formula', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a hidden tab', '\t=1', "'\t=1"],
    ['a telephone number', '+45 12 34 56 78', '+45 12 34 56 78'],
    ['a negative number', '-12,5', '-12,5'],
    ['a number', 3, '3'],
    ['nothing', null, ''],
  ])('writes %s', (_, cell, expected) => expect(csvFile([[cell]])).toBe(`\uFEFF${expected}\r\n`));
});
