import { existsSync, readFileSync } from 'node:fs';
import { RunImport, type ImportView } from '#imports';
import { startApp, type TestApp, type TestOrganisation } from './support/app.js';

/** The five sample networks, uploaded as five colleagues would; they live outside the repository. */
const FOLDER = new URL('../../shared/samples/networks/', import.meta.url);
const FILES = ['anne', 'bo', 'carla', 'ditte', 'erik'];
const PRESENT = existsSync(new URL('truth.json', FOLDER));

let app: TestApp;
let organisation: TestOrganisation;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
});
afterAll(() => app.close());

const importSheet = async (file: string, user: string): Promise<ImportView> => {
  const client = await organisation.signIn(user);
  const form = new FormData();
  form.append('file', new Blob([readFileSync(new URL(`netvaerk-${file}.csv`, FOLDER))]), `netvaerk-${file}.csv`);
  const { body } = await client.post<ImportView>('/imports', form);
  await client.post(`/imports/${body.id}/run`, { version: body.version });
  await app.nest.get(RunImport, { strict: false }).run(organisation.id, body.id);
  return (await client.get<ImportView>(`/imports/${body.id}`)).body;
};

(PRESENT ? test : test.skip)(
  'the five sample networks become one register, and the same file twice adds nothing (left out without ../shared/samples)',
  async () => {
    const { expected } = JSON.parse(readFileSync(new URL('truth.json', FOLDER), 'utf8')) as {
      expected: Record<'companies' | 'workplaces' | 'contacts', number>;
    };
    const users = ['consultant', 'colleague', 'manager', 'administrator', 'consultant'];
    for (const [index, file] of FILES.entries())
      expect((await importSheet(file, users[index] ?? '')).status).toBe('done');
    const count = () =>
      app.db.read({ organisationId: organisation.id }, (tx) =>
        tx.one<Record<'companies' | 'workplaces' | 'contacts', number>>(
          `select (select count(*) from company) as companies, (select count(*) from workplace) as workplaces, (select count(*) from contact_person) as contacts`,
        ),
      );
    const found = await count();
    for (const what of ['companies', 'workplaces', 'contacts'] as const)
      expect(Math.abs(found[what] - expected[what]) / expected[what]).toBeLessThanOrEqual(0.03);
    const again = await importSheet('erik', 'colleague');
    expect(again.counts.outcome).toMatchObject({ companies: 0, workplaces: 0, contacts: 0, merged: 0 });
    expect(await count()).toEqual(found);
  },
);
