import { type Known, planRows, type Row } from './plan.rules.js';
import { readRow } from './row.rules.js';
import type { Mapping } from './columns.rules.js';

const MAPPING: Mapping = ['name', 'cvr', 'pNumber', 'street', 'postalCode', 'town', 'contactName', 'phone', 'email'];

function rows(...lines: string[]): Row[] {
  return lines.map((line, index) => {
    const read = readRow(line.split(';'), MAPPING, '2026-11-22');
    if (read.kind === 'refused') throw new Error(read.reason);
    return { row: index + 2, facts: read.facts };
  });
}

const KLINT: Known = {
  id: 'klint',
  cvr: '22079786',
  name: 'Klint Hotel A/S',
  anchored: false,
  workplaces: [
    { id: 'klint-orbaek', pNumber: '1045198511', street: 'Fabriksvej 40', postalCode: '5853', town: 'Ørbæk' },
  ],
  contacts: [{ id: 'hanne', name: 'Hanne Hansen', phone: '77803107', email: 'hanne@klint.example' }],
};

describe('what a row does to the register', () => {
  it.each([
    ['the very same', 'KLINT HOTEL;DK22079786;1045198511;fabriksvej  40;5853;Ørbæk;Hanne Hansen;;', 'duplicate', []],
    ['same by CVR, new address', 'Klint;22079786;;Storegade 1;5000;Odense C;Hanne Hansen;;', 'adds', ['workplace']],
    ['same by P-number alone', 'Hotellet;;1045198511;;;;;;', 'duplicate', []],
    ['same by name and address', 'Klint Hotel;;;Fabriksvej 40;5853;;Mogens Bødker;;', 'adds', ['contact']],
    ['same by name and phone', 'Klint Hotel AS;;;Storegade 1;5000;;;+45 77803107;', 'adds', ['workplace']],
    ['only the name', 'Klint Hotel;22079786;;;;;;;', 'duplicate', []],
    [
      'another CVR, same name and place',
      'Klint Hotel;29190623;;Fabriksvej 40;5853;;;;',
      'decision',
      ['company', 'workplace'],
    ],
    [
      'same name in another town',
      'Klint Hotel;;;Storegade 1;5000;Odense C;Ole Bæk;;',
      'decision',
      ['company', 'workplace', 'contact'],
    ],
    [
      'same name, contradicting legal form, other town',
      'Klint Hotel ApS;;;Storegade 1;5000;Odense C;;;',
      'new',
      ['company', 'workplace'],
    ],
    ['nothing alike', 'Strand Byg;;;Kærvej 2;5000;Odense C;Pia Bæk;;', 'new', ['company', 'workplace', 'contact']],
    ['a slip in the name at the address', 'Klimt Hotel;;;Fabriksvej 40;5853;;;;', 'decision', ['company', 'workplace']],
    ['a slip in the name and the same phone', 'Klimt Hotel;;;Fabriksvej 40;5853;;;77803107;', 'duplicate', []],
    ['a slip in the street', 'Klint Hotel;;;Fabrikvej 40;5853;;;;', 'duplicate', []],
  ])('%s', (_, line, verdict, adds) => {
    expect(planRows(rows(line), [KLINT]).rows[0]).toMatchObject({ verdict, adds });
  });

  it('joins rows of one sheet through evidence that only a third row gives', () => {
    const planned = planRows(
      rows(
        'Bøgely Byg;;;Kærvej 2;5000;;;;',
        'Boegely Byg ApS;11270700;;Kærvej 2;5000;;;;',
        'Bøgely;11270700;;Havnegade 9;5700;;;;',
      ),
      [],
    ).rows;
    expect(planned.map(({ company }) => company)).toEqual([{ row: 2 }, { row: 2 }, { row: 2 }]);
    expect(planned.map(({ workplace }) => workplace)).toEqual([{ row: 2 }, { row: 2 }, { row: 4 }]);
  });

  it('never joins two CVR numbers, whatever they share', () => {
    const planned = planRows(
      rows(
        'A;11270700;;Kærvej 2;5000;;;23490506;',
        'A;22079786;;Kærvej 2;5000;;;23490506;',
        'A;;;Kærvej 2;5000;;;23490506;',
      ),
      [],
    ).rows;
    expect(new Set(planned.map(({ company }) => JSON.stringify(company))).size).toBe(3);
    expect(planned[2]?.verdict).toBe('decision');
  });

  it('makes one of two known companies when a row shows they are one, except where both have agreements', () => {
    const branch = {
      ...KLINT,
      id: 'branch',
      cvr: null,
      workplaces: [{ id: 'branch-odense', pNumber: null, street: 'Storegade 1', postalCode: '5000', town: null }],
      contacts: [],
    };
    const line = 'Klint Hotel;22079786;;Storegade 1;5000;;;;';
    const joined = planRows(rows(line), [KLINT, branch]);
    expect(joined.merges).toEqual([{ company: 'branch', into: 'klint' }]);
    expect(joined.rows[0]).toMatchObject({
      verdict: 'duplicate',
      company: { id: 'klint' },
      workplace: { id: 'branch-odense' },
    });
    expect(planRows(rows(line), [KLINT, { ...branch, anchored: true }]).merges).toEqual([
      { company: 'klint', into: 'branch' },
    ]);
    const kept = planRows(rows(line), [
      { ...KLINT, anchored: true },
      { ...branch, anchored: true },
    ]);
    expect(kept).toMatchObject({ merges: [], rows: [{ verdict: 'adds', company: { id: 'klint' } }] });
  });

  it('does as decided', () => {
    const [line] = rows('Klint Hotel;;;Storegade 1;5000;Odense C;Ole Bæk;;');
    if (!line) throw new Error('no row');
    const [asked] = planRows([line], [KLINT]).rows;
    expect(asked?.candidates).toEqual([{ kind: 'company', why: 'same-name', companyId: 'klint' }]);
    const same = planRows([line], [KLINT], [{ row: 2, same: asked?.candidates[0] ?? null }]).rows;
    expect(same[0]).toMatchObject({
      verdict: 'adds',
      company: { id: 'klint' },
      workplace: { row: 2 },
      contact: { row: 2 },
    });
    expect(planRows([line], [KLINT], [{ row: 2, same: null }]).rows[0]).toMatchObject({
      verdict: 'new',
      company: { row: 2 },
    });
  });

  it('does not take colleagues behind one switchboard for one person', () => {
    const planned = planRows(
      rows(
        'A;;;Kærvej 2;5000;;Ole Bæk;23490506;',
        'A;;;Kærvej 2;5000;;Pia Bæk;23490506;',
        'A;;;Kærvej 2;5000;;O. Baek;;',
      ),
      [],
    ).rows;
    expect(planned.map(({ contact }) => contact)).toEqual([{ row: 2 }, { row: 3 }, { row: 2 }]);
  });
});
