import { RunImport, type ImportView } from '#imports';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { countRows, runImport, upload } from './support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const importText = async (client: Client, text: string, of: TestOrganisation): Promise<ImportView> =>
  runImport(app, of, client, (await upload(client, text)).body);

test('what others have built on survives an undo, and is listed', async () => {
  const own = await app.makeOrganisation();
  const [first, second] = [await own.signIn('consultant'), await own.signIn('colleague')];
  const one = await importText(
    first,
    'Firma;Adresse;Postnr;Kontakt\nA Byg;Vej 1;5000;Ole Bæk\nB Byg;Vej 2;5000;Pia Bæk\n',
    own,
  );
  const two = await importText(second, 'Firma;Adresse;Postnr;Kontakt\nB Byg;Vej 2;5000;Pia Bæk\n', own);
  const undone = await first.post(`/imports/${one.id}/undo`, { version: one.version });
  expect(undone.status).toBe(200);
  const kept = await first.get<{ kind: string; name: string }[]>(`/imports/${one.id}/kept`);
  expect(kept.body.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'company B Byg',
    'workplace B Byg, Vej 2, Odense C',
    'contact Pia Bæk',
  ]);
  expect(await countRows(app, own, 'company')).toBe(1);
  expect((await first.post<{ code: string }>(`/imports/${one.id}/undo`, { version: one.version })).body.code).toBe(
    'import.not-done',
  );
  expect((await second.post(`/imports/${two.id}/undo`, { version: two.version })).status).toBe(200);
  expect([await countRows(app, own, 'company'), await countRows(app, own, 'contact_person')]).toEqual([0, 0]);
  expect((await first.get(`/imports/${one.id}/kept`)).body).toEqual([]);
});

test('a sheet that shows two companies of the register to be one makes them one; undo makes them two', async () => {
  const own = await app.makeOrganisation();
  const client = await own.signIn('consultant');
  await importText(client, 'Firma;CVR;Adresse;Postnr\nKlint Hotel;22079786;Vej 1;5000\n', own);
  await importText(client, 'Firma;Adresse;Postnr\nKlint Hotel;Vej 9;5900\n', own);
  expect(await countRows(app, own, 'company')).toBe(2);
  const joined = await importText(client, 'Firma;CVR;Adresse;Postnr\nKlint Hotel A/S;22079786;Vej 9;5900\n', own);
  expect(joined.counts.outcome).toMatchObject({ merged: 1, companies: 0, workplaces: 0 });
  expect([await countRows(app, own, 'company'), await countRows(app, own, 'workplace')]).toEqual([1, 2]);
  await client.post(`/imports/${joined.id}/undo`, { version: joined.version });
  expect([await countRows(app, own, 'company'), await countRows(app, own, 'workplace')]).toEqual([2, 2]);
});

test('runs of one organisation take turns, and one run twice is done once', async () => {
  const own = await app.makeOrganisation();
  const client = await own.signIn('consultant');
  const [one, two] = [
    (await upload(client, 'Firma;Adresse;Postnr\nA;Vej 1;5000\n')).body,
    (await upload(client, 'Firma;Adresse;Postnr\nA;Vej 1;5000\n')).body,
  ];
  for (const { id, version } of [one, two]) await client.post(`/imports/${id}/run`, { version });
  const job = app.nest.get(RunImport, { strict: false });
  await job.run(own.id, two.id);
  expect((await client.get<ImportView>(`/imports/${two.id}`)).body.status).toBe('running');
  await Promise.all([job.run(own.id, one.id), job.run(own.id, one.id)]);
  await job.run(own.id, two.id);
  expect((await client.get<ImportView>(`/imports/${two.id}`)).body).toMatchObject({
    status: 'done',
    counts: { outcome: { companies: 0 } },
  });
  expect(await countRows(app, own, 'company')).toBe(1);
});

test('a run that was killed on the way is taken up again, and what it had begun is no harm', async () => {
  const own = await app.makeOrganisation();
  const client = await own.signIn('consultant');
  const { body } = await upload(client, 'Firma;Adresse;Postnr\nA;Vej 1;5000\nB;Vej 2;5000\n');
  await client.post(`/imports/${body.id}/run`, { version: body.version });
  await app.db.touch({ organisationId: own.id }, async (tx) => {
    await tx.run('update import_row set company_id = $2, workplace_id = $2 where import_id = $1', [
      body.id,
      tx.newId(),
    ]);
    await tx.run('update import_run set rows_done = 1 where id = $1', [body.id]);
  });
  await app.nest.get(RunImport, { strict: false }).run(own.id, body.id);
  expect((await client.get<ImportView>(`/imports/${body.id}`)).body).toMatchObject({ status: 'done', rowsDone: 2 });
  const lost = await countRows(
    app,
    own,
    'import_row r where not exists (select 1 from workplace w where w.id = r.workplace_id and w.company_id = r.company_id)',
  );
  expect([await countRows(app, own, 'company'), lost]).toEqual([2, 0]);
});

test('a run that fails changes nothing, and says so', async () => {
  const own = await app.makeOrganisation();
  const client = await own.signIn('consultant');
  const { body } = await upload(client, 'Firma;Adresse;Postnr\nA;Vej 1;5000\nB;Vej 2;5000\n');
  await client.post(`/imports/${body.id}/run`, { version: body.version });
  await app.db.touch({ organisationId: own.id }, (tx) =>
    tx.run(`update import_row set facts = facts || '{"employees": -1}' where import_id = $1 and row_number = 3`, [
      body.id,
    ]),
  );
  await expect(app.nest.get(RunImport, { strict: false }).run(own.id, body.id)).rejects.toThrow();
  expect((await client.get<ImportView>(`/imports/${body.id}`)).body.status).toBe('failed');
  expect([await countRows(app, own, 'company'), await countRows(app, own, 'workplace')]).toEqual([0, 0]);
});
