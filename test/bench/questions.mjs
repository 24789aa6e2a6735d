/** What is measured: operations on things that are there, and the statements the product answers them with. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { LARGE } from './load.mjs';
import { startProduct } from './servers.mjs';

export const password = 'en adgangskode til måling';
export const warm = { board: '/api/v1/capacity/board' };

/** The operations. Reservations each take an opening of their own. */
export async function makeQuestions(superUrl) {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  const cell = await client.query(
    'select sector_id, municipality_code from opening where organisation_id = $1 and in_pool group by 1, 2 order by count(*) desc limit 1',
    [LARGE],
  );
  const open = await client.query(
    'select id from opening where organisation_id = $1 and in_pool and slot_id is null and taken < places order by id',
    [LARGE],
  );
  await client.end();
  const { sector_id, municipality_code } = cell.rows[0];
  return [
    { name: 'pool search', path: `/api/v1/pool?sector=${sector_id}&municipality=${municipality_code}` },
    { name: 'company search', path: '/api/v1/companies?text=nordlysgardens%20bageri&limit=20' },
    { name: 'reserve', path: '/api/v1/openings/:id/reservations', openings: open.rows.map(({ id }) => id) },
    { name: 'slot calendar', path: '/api/v1/calendar?limit=500&weeks=26' },
    { name: 'board with headrooms', path: warm.board },
  ];
}

let reserved = 0;
/** One reservation nobody has asked for yet, as a request. */
export function nextReservation({ path, openings }) {
  const opening = openings[reserved % openings.length];
  reserved += 1;
  const citizen = `B-${reserved}`;
  return {
    opening,
    citizen,
    path: path.replace(':id', opening),
    body: JSON.stringify({ citizenRef: citizen, targetGroup: 'LAB6-02', reason: 'Bor i nærheden' }),
  };
}

export async function signIn({ url }) {
  const body = JSON.stringify({ email: 'bente@storkommunen.example', password });
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return (await answer.json()).token;
}

/** Asks once; fails loudly when the product refuses. */
export async function askOnce({ url }, question, token) {
  const made = question.openings && nextReservation(question);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url + (made?.path ?? question.path), {
    headers,
    ...(made && { method: 'POST', body: made.body }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${question.name}: ${response.status} ${text.slice(0, 400)}`);
  return { body: JSON.parse(text), ...made };
}

/** The statements the API sends for each operation, taken down the second time round, when it is warm. */
export async function record(postgres, size, folder, questions) {
  const file = join(folder, 'recorded');
  writeFileSync(file, '');
  const product = await startProduct(postgres, size, { file: 'apps/api/main.js', record: file });
  const token = await signIn(product);
  const operations = [];
  for (const question of questions) {
    await askOnce(product, question, token);
    const before = linesOf(file).length;
    const answer = await askOnce(product, question, token);
    const statements = linesOf(file)
      .slice(before)
      .map((line) => JSON.parse(line))
      .filter(isOfTheOperation);
    operations.push({
      path: question.path.split('?')[0],
      statements,
      ...(question.openings ? { used: usedBy(answer, statements) } : keptBody(question, answer)),
    });
  }
  await product.stop();
  return operations;
}

const linesOf = (file) => readFileSync(file, 'utf8').trim().split('\n');

/** Not the transaction, nor who is asking: that is the product's own work. */
const isOfTheOperation = ({ text }) =>
  !/^\s*(begin|commit|rollback|listen)|from session|update session|from app_user u where id/.test(text);

/** The board is put together in the process: the bare server sends that answer, made into JSON each time. */
const keptBody = ({ path }, { body }) => (path === warm.board ? { body } : {});

/** Which recorded values belong to this one reservation: its opening, its citizen, and the ids made for it. */
function usedBy({ opening, citizen }, statements) {
  const madeHere = /^[0-9a-f]{8}-[0-9a-f]{4}-7(?!000-8000-)[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
  const values = statements.flatMap((statement) => statement.values);
  return { opening, citizen, fresh: [...new Set(values.filter((value) => madeHere.test(value)))] };
}
