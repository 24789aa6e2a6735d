/** The schema that migrating an empty database gives is the one that is checked in (schema.snapshot.sql). */
import { expectCheckedIn } from './support/checked-in.js';
import { schemaText } from './support/schema-text.js';

const read = (): Promise<string> => schemaText(String(process.env.INDGANG_TEST_OWNER_URL), 'indgang_app');

test('migrating an empty database gives the schema that is checked in', async () => {
  expectCheckedIn('schema.snapshot.sql', await read());
});

test('every constraint and index bears a name that somebody chose', async () => {
  const text = await read();
  const namesOf = (kind: RegExp): string[] => [...text.matchAll(kind)].map((match) => match[1] ?? '');
  const constraints = namesOf(/^ {2}constraint (\w+)/gm);
  expect(constraints.length).toBeGreaterThan(100);
  expect(constraints.filter((name) => /_(pkey|fkey|key|check|excl)\d*$/.test(name))).toEqual([]);
  expect(namesOf(/^ {2}CREATE (?:UNIQUE )?INDEX (\w+)/gm).filter((name) => /_idx\d*$/.test(name))).toEqual([]);
});
