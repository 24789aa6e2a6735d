import { type ImportRowView, type ImportView } from '#imports';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { rowsOf, runImport, upload } from './support/imports.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let colleague: Client;

beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn('consultant');
  colleague = await organisation.signIn('colleague');
});
afterAll(() => app.close());

const SHEET = [
  'Firma;CVR;P-nummer;Adresse;Postnr/By;Kontakt;Tlf;Mail;Branche;Ansatte;Pladser;Note',
  'KLINT HOTEL A/S;DK22079786;1045198511;Fabriksvej 40;5853 Ørbæk;Hanne Hansen;77 80 31 07 / 66 77 88 99;hanne@klint.example;55.10.10;ca. 44;2;Ring før kl. 10',
  'Klint Hotel;;;fabriksvej  40;5853 ØRBÆK;Ole Bødker;;;;;;',
  'Klint Hotel;22079786;;Storegade 1;5000 Odense C;Hanne Hansen;;;hotel;;;',
  'Strand Byg;20791510;1,02E+09;Kærvej 2;5700 Svendborg;Pia Bæk;x;;Byg;10-19;;"=HYPERLINK(""http://x.example"")"',
  'Bakke Byg;;;Kærvej 3;5700 Svendborg;;;;;;;Borger 010203-1235 startede',
  ';;;;;;;;;;;',
  ';;;Vej 1;5700 Svendborg;;;;;;;',
  'Klint Hotel;;;Havnegade 9;5900 Rudkøbing;Mogens Bæk;;;;;;',
].join('\r\n');

test('a sheet is previewed, run, and found again by everybody', async () => {
  const uploaded = await upload(consultant, SHEET);
  expect(uploaded.status).toBe(201);
  expect(uploaded.body).toMatchObject({
    status: 'preview',
    rowsTotal: 8,
    undecided: 1,
    counts: { new: 2, adds: 2, decision: 1, refused: 3, warned: 3 },
  });
  expect(uploaded.body.mapping).toEqual([
    'name',
    'cvr',
    'pNumber',
    'street',
    'postalTown',
    'contactName',
    'phone',
    'email',
    'sector',
    'employees',
    'places',
    'note',
  ]);

  const refused = await rowsOf(consultant, uploaded.body.id, 'refused');
  expect(refused.map(({ row, reason, reasonColumn }) => [row, reason, reasonColumn])).toEqual([
    [6, 'cpr', 'Note'],
    [7, 'empty', null],
    [8, 'no-name', 'Firma'],
  ]);
  const [asked] = await rowsOf(consultant, uploaded.body.id, 'decision');
  expect(asked).toMatchObject({
    row: 9,
    candidates: [{ kind: 'company', why: 'same-name', row: 2, name: 'KLINT HOTEL A/S', contacts: ['Hanne Hansen'] }],
  });
  const warned = (await rowsOf(consultant, uploaded.body.id)).find(({ row }) => row === 5);
  expect(warned?.warnings.map(({ code }) => code)).toEqual([
    'import.warning.cvr-check',
    'import.warning.p-number-damaged',
  ]);

  const decided = await consultant.put<ImportRowView>(`/imports/${uploaded.body.id}/rows/9/decision`, {
    decision: 'same:0',
  });
  expect(decided.body.decision).toBe('same:0');
  const done = await runImport(app, organisation, consultant, uploaded.body);
  expect(done).toMatchObject({ status: 'done', rowsDone: 8, rowsTotal: 8 });
  expect(done.counts.outcome).toEqual({
    companies: 2,
    workplaces: 4,
    contacts: 4,
    filled: 0,
    merged: 0,
    brought: 2,
    alreadyKnown: 0,
  });

  const stored = await app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.rows(
      `select c.name, c.cvr, w.p_number, w.street, w.postal_code, w.town, w.municipality_code, w.sector_code, w.employees_fte::float, w.note
         from company c join workplace w on w.organisation_id = c.organisation_id and w.company_id = c.id order by c.name, w.street`,
    ),
  );
  expect(stored).toMatchObject([
    {
      name: 'Klint Hotel',
      cvr: '22079786',
      street: 'Fabriksvej 40',
      town: 'Ørbæk',
      p_number: '1045198511',
      sector_code: '551010',
      employees_fte: 44,
      note: 'Ring før kl. 10\n2 pladser\nTelefon 66\u00a077\u00a088\u00a099 (Hanne Hansen)',
    },
    { street: 'Havnegade 9' },
    { street: 'Storegade 1', town: 'Odense C', municipality_code: '0461' },
    { name: 'Strand Byg', cvr: null, p_number: null, employees_fte: 15, note: '=HYPERLINK("http://x.example")' },
  ]);
  const searched = await colleague.get<{ items: { name: string }[] }>('/companies?q=klint');
  expect(searched.status === 200 ? searched.body.items.length : 1).toBeGreaterThan(0);
});

test('the refused rows come back in the same dialect, without the number', async () => {
  const { body } = await upload(consultant, SHEET, 'netværk 2026.csv');
  const file = await consultant.get(`/imports/${body.id}/refused`);
  expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''netv%C3%A6rk%202026-afvist.csv");
  const lines = file.text.split('\r\n');
  expect(lines[0]).toMatch(/^Firma;CVR;.*;Note;Årsag$/u);
  expect(lines[1]).toMatch(/^;{12}Række 6, kolonnen Note/u);
  expect(lines[3]).toContain('Vej 1;5700 Svendborg');
  expect(file.text).not.toContain('010203');
  const everywhere = await app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.one<{ n: number }>(
      `select (select count(*) from import_row r where r::text like '%010203%') + (select count(*) from journal_entry j where j::text like '%010203%') as n`,
    ),
  );
  expect(everywhere.n).toBe(0);
  expect((await consultant.delete(`/imports/${body.id}`)).status).toBe(204);
  expect((await consultant.get(`/imports/${body.id}`)).status).toBe(404);
});

test("a colleague's sheet adds to what is there, fills gaps, and says who knew whom", async () => {
  const { body } = await upload(
    colleague,
    [
      'Virksomhed,cvr,p nr,adresse,postnr,by,kontaktperson,telefon',
      'Strand Byg ApS,24257215,1092173138,Kærvej 2,DK-5700,SVENDBORG,Pia Bæk,+45 23490506',
      'Ny Butik,,,Torvet 1,5000,Odense C,,',
    ].join('\n'),
  );
  expect(body.counts).toMatchObject({ duplicate: 1, new: 1 });
  const done = await runImport(app, organisation, colleague, body);
  expect(done.counts.outcome).toMatchObject({
    companies: 1,
    workplaces: 1,
    contacts: 0,
    filled: 3,
    brought: 2,
    alreadyKnown: 1,
  });
  const filled = await app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.one(
      `select c.cvr, w.p_number, p.phone from company c join workplace w on w.company_id = c.id join contact_person p on p.company_id = c.id where c.name = 'Strand Byg'`,
    ),
  );
  expect(filled).toEqual({ cvr: '24257215', p_number: '1092173138', phone: '23490506' });
  const sharing = await consultant.get<{ userId: string; brought: number; alreadyKnown: number }[]>('/imports/sharing');
  expect(sharing.body).toContainEqual(
    expect.objectContaining({ userId: organisation.users.colleague?.id, brought: 2, firstToBring: 1, alreadyKnown: 1 }),
  );

  const again = await upload(colleague, ['Virksomhed,adresse,postnr,by', 'Ny Butik,Torvet 1,5000,Odense C'].join('\n'));
  expect(again.body.counts).toMatchObject({ duplicate: 1, new: 0 });

  const undone = await colleague.post<ImportView>(`/imports/${done.id}/undo`, { version: done.version });
  expect([undone.status, undone.body.status]).toEqual([200, 'undone']);
  const emptied = await app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.rows(
      `select c.name, c.cvr, w.p_number, p.phone from company c join workplace w on w.company_id = c.id left join contact_person p on p.company_id = c.id where c.name in ('Strand Byg', 'Ny Butik')`,
    ),
  );
  expect(emptied).toEqual([{ name: 'Strand Byg', cvr: null, p_number: null, phone: null }]);
  expect((await colleague.get(`/imports/${done.id}/kept`)).body).toEqual([]);
});

test('a run that failed has changed nothing and is tried again', async () => {
  const { body } = await upload(consultant, 'Firma;By\nGenforsøg Byg;Odense C\n');
  await app.db.touch({ organisationId: organisation.id }, (tx) =>
    tx.run(`update import_run set status = 'failed', error_code = 'unexpected', finished_at = now() where id = $1`, [
      body.id,
    ]),
  );
  const done = await runImport(app, organisation, consultant, body);
  expect(done).toMatchObject({ status: 'done', errorCode: null, counts: { outcome: { companies: 1 } } });
});

test('columns are adjusted, and the choice is remembered for the same headings', async () => {
  const text = 'Hvem;Hvor;Nummer\nKiosk 1;Torvet 2;5000\n';
  const { body } = await upload(consultant, text);
  const bad = await consultant.put<{ faults: { code: string }[] }>(`/imports/${body.id}/columns`, {
    version: body.version,
    mapping: [null, 'street', 'postalCode'],
  });
  expect([bad.status, bad.body.faults[0]?.code]).toEqual([422, 'fault.import.no-name-column']);
  const changed = await consultant.put<ImportView>(`/imports/${body.id}/columns`, {
    version: body.version,
    mapping: ['name', 'street', 'postalCode'],
  });
  expect(changed.body).toMatchObject({ mapping: ['name', 'street', 'postalCode'], version: 2, counts: { new: 1 } });
  expect(
    (await consultant.put(`/imports/${body.id}/columns`, { version: 1, mapping: ['name', 'street', 'postalCode'] }))
      .status,
  ).toBe(412);
  expect((await upload(consultant, text)).body.mapping).toEqual(['name', 'street', 'postalCode']);
  expect((await upload(colleague, text)).body.mapping).not.toEqual(['name', 'street', 'postalCode']);
});

test.each<[string, string, string, number, string]>([
  ['nothing in it', 'net.csv', '', 422, 'import.empty'],
  ['headings and no rows', 'net.csv', 'Firma;By\n', 422, 'import.no-rows'],
  ['another kind of file', 'net.pdf', '%PDF', 422, 'import.wrong-extension'],
  ['a CPR-shaped number in its name', 'borger 010203-1235.csv', 'Firma;By\nA;B', 422, 'input.cpr'],
  ['an open quotation mark', 'net.csv', 'Firma;By\n"A;B', 422, 'import.broken-quotes'],
  ['more than 5 MB', 'net.csv', 'Firma;By\n'.repeat(700_000), 413, 'import.file-too-large'],
])('a file with %s is refused', async (_, name, text, status, code) => {
  const answer = await upload(consultant, text, name);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.text).not.toContain('010203');
});

test('an upload without a file, or that is no upload, is refused', async () => {
  expect((await consultant.post<{ code: string }>('/imports', new FormData())).body.code).toBe('import.no-file');
  expect((await consultant.post('/imports', { file: 'x' })).status).toBe(415);
});

test('a caseworker sees none of it, another organisation nothing', async () => {
  const { body } = await upload(consultant, 'Firma;By\nA;B\n');
  expect((await (await organisation.signIn('caseworker')).get(`/imports/${body.id}`)).status).toBe(403);
  const stranger = await (await app.makeOrganisation()).signIn('consultant');
  expect((await stranger.get(`/imports/${body.id}`)).status).toBe(404);
  expect((await stranger.get(`/imports/${body.id}/rows`)).status).toBe(404);
  expect((await stranger.post(`/imports/${body.id}/run`, { version: 1 })).status).toBe(404);
});
