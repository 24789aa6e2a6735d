import { RunImport, type ImportRowView, type ImportView } from '#imports';
import type { Answer, Client, TestApp, TestOrganisation } from './app.js';

export type Page<T> = { items: T[]; next: string | null };

/** Sends a sheet as a person's browser does. */
export function upload(
  client: Client,
  text: string | Uint8Array<ArrayBuffer>,
  name = 'netværk.csv',
): Promise<Answer<ImportView & { code: string }>> {
  const form = new FormData();
  form.append('file', new Blob([text]), name);
  return client.post('/imports', form);
}

export async function rowsOf(client: Client, id: string, verdict?: string): Promise<ImportRowView[]> {
  const page = await client.get<Page<ImportRowView>>(
    `/imports/${id}/rows?limit=100${verdict ? `&verdict=${verdict}` : ''}`,
  );
  return page.body.items;
}

/** Starts the run and does the job's work at once, as the worker would. */
export async function runImport(
  app: TestApp,
  of: TestOrganisation,
  client: Client,
  view: ImportView,
): Promise<ImportView> {
  const started = await client.post<ImportView>(`/imports/${view.id}/run`, { version: view.version });
  expect([started.status, started.body.status]).toEqual([202, 'running']);
  await app.nest.get(RunImport, { strict: false }).run(of.id, view.id);
  return (await client.get<ImportView>(`/imports/${view.id}`)).body;
}

export async function countRows(app: TestApp, of: TestOrganisation, table: string): Promise<number> {
  const { n } = await app.db.read({ organisationId: of.id }, (tx) =>
    tx.one<{ n: number }>(`select count(*) as n from ${table}`),
  );
  return n;
}
