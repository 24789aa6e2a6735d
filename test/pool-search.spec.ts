/** Finding in the pool: filters, order, pages, spreadsheet, and the live bar, over HTTP on real PostgreSQL. */
import { isoWeek, weekKey } from '#platform';
import { testClock, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { forCitizen, idsOf, makePlace, makeSlots, type Pool, share, startPool, type TestPlace } from './support/pool.js';

let app: TestApp;
let consultant: Client;
let colleague: Client;
let place: TestPlace;

beforeAll(async () => {
  ({ app, consultant, colleague, place } = await startPool());
});
afterAll(() => app.close());

describe('searching', () => {
  let other: TestOrganisation;
  let client: Client;
  const openings: Record<string, string> = {};

  beforeAll(async () => {
    other = await app.makeOrganisation('Jobcenter Prøvekyst');
    client = await other.signIn('caseworker');
    const nyborg = await makePlace(app, other, { name: 'Østergård Prøveslagteri' });
    const odense = await makePlace(app, other, {
      name: 'Prøve Lager',
      postalCode: '5000',
      municipality: '0461',
      lat: 55.4,
      lon: 10.39,
    });
    openings.odense = await share(client, odense, {
      tasks: 'pakke varer',
      freeFrom: '2027-02-01',
      places: 3,
      expiresOn: '2028-01-01',
    });
    openings.nyborg = await share(client, nyborg, { tasks: 'pakke 100 % kød_varer' });
    [openings.slot = ''] = await makeSlots(app, other, nyborg, 'fixed_slots');
    [openings.callable = ''] = await makeSlots(app, other, odense, 'standing');
    await client.post(`/openings/${openings.nyborg}/reservations`, forCitizen());
  });

  test.each<[string, string, string[]]>([
    ['everything, newest first', '', ['callable', 'slot', 'nyborg', 'odense']],
    ['text without Danish letters', '?text=ostergaard', ['slot', 'nyborg']],
    ['two words', '?text=pakke%20varer', ['nyborg', 'odense']],
    ['a wildcard taken literally', '?text=%25', ['nyborg']],
    ['another wildcard taken literally', '?text=d_v', ['nyborg']],
    ['a municipality', '?municipality=0461', ['callable', 'odense']],
    ['within ten kilometres', '?near=5800&km=10', ['slot', 'nyborg']],
    ['within forty kilometres', '?near=5800&km=40', ['callable', 'slot', 'nyborg', 'odense']],
    ['callable', '?model=standing', ['callable']],
    ['fixed slots', '?model=fixed_slots', ['slot']],
    ['shared by hand', '?model=shared', ['nyborg', 'odense']],
    ['only free', '?onlyFree=true', ['callable', 'slot', 'odense']],
    ['free in the week of 1 February 2027', '?fromWeek=2027-W05', ['callable', 'slot', 'nyborg', 'odense']],
    [
      'free this week',
      `?fromWeek=${weekKey(isoWeek(testClock().today()))}`,
      ['callable', 'slot', 'nyborg'],
    ],
    ['best first: soonest free, most places', '?sort=best', ['callable', 'slot', 'odense', 'nyborg']],
    ['nothing', '?text=findesikke', []],
  ])('finds %s', async (_, query, expected) => {
    const answer = await client.get<Pool>(`/pool${query}`);
    expect(answer.status).toBe(200);
    expect(idsOf(answer).map((id) => Object.keys(openings).find((key) => openings[key] === id))).toEqual(expected);
    expect(answer.body).toMatchObject({ found: expected.length, foundIsExact: true, next: null });
  });

  test.each(['', '&sort=best'])('pages without missing or repeating a row (%p)', async (sort) => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null && seen.length < 10;) {
      const page: { body: Pool } = await client.get<Pool>(`/pool?limit=1${sort}${cursor && `&cursor=${cursor}`}`);
      seen.push(...idsOf(page));
      cursor = page.body.next;
    }
    expect(seen).toEqual(idsOf(await client.get<Pool>(`/pool?${sort}`)));
  });

  test('shows who is first and how many wait', async () => {
    await client.post(`/openings/${openings.nyborg}/reservations`, forCitizen());
    const [row] = (await client.get<Pool>('/pool?text=k%C3%B8d')).body.items;
    expect(row).toMatchObject({ free: 0, reserved: 1, queue: 1 });
  });

  test.each([
    '?sector=x',
    '?municipality=450',
    '?near=0000',
    '?km=0',
    '?fromWeek=2027-W53',
    '?limit=101',
    '?cursor=abc',
    '?cursor=WyJiZXN0IiwiMSIsIjIiXQ',
    '?unknown=1',
    '?model=match_driven',
  ])('refuses %s', async (query) => expect((await client.get(`/pool${query}`)).status).toBe(400));

  test("never shows another organisation's openings", async () => {
    const mine = new Set(idsOf(await consultant.get<Pool>('/pool?limit=100')));
    expect(Object.values(openings).filter((id) => mine.has(id))).toEqual([]);
    expect((await consultant.get(`/openings/${openings.odense}`)).status).toBe(404);
    expect((await consultant.post(`/openings/${openings.odense}/reservations`, forCitizen())).status).toBe(404);
  });

  test('goes out as a spreadsheet with the same rows', async () => {
    const sheet = await client.get('/pool/export.csv?model=shared');
    expect(sheet.headers.get('content-type')).toContain('text/csv');
    const lines = sheet.text.trim().split('\r\n');
    expect(lines[0]).toContain('Virksomhed;Arbejdssted;By;Kommune');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('Østergård Prøveslagteri');
  });
});

test('the live bar hears of a new opening, and counts it through its filter', async () => {
  const since = app.clock.now().toISOString();
  const stream = await fetch(`${app.url}/api/v1/pool/stream`, {
    headers: { authorization: `Bearer ${consultant.token}` },
  });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const hear = async (times: number): Promise<void> => {
    while (heard.split('event: opening').length <= times) {
      const part = await reader?.read();
      if (!part || part.done) throw new Error(`the stream ended after: ${heard}`);
      heard += part.value;
    }
  };
  // Once because the stream began, once because the process listens now.
  await hear(2);
  await share(colleague, place, { tasks: 'levende opgave' });
  await hear(3);
  expect(heard).toMatch(/event: opening\nid: 3\ndata: 3\n\n/);
  expect((await consultant.get(`/pool/news?since=${encodeURIComponent(since)}&text=levende`)).body).toEqual({ n: 1 });
  expect((await consultant.get(`/pool/news?since=${encodeURIComponent(since)}&text=andet`)).body).toEqual({ n: 0 });
  // The stream is left open: closing the server ends it.
});
