/**
 * What the product is compared with: Fastify and pg, the same statements over as many connections, as the same role on
 * the same data, and nothing else. No sign-in, no validation, no transaction around a read; who asks is fixed when a
 * connection opens. Its operations come from the recording (see run.mjs) on standard input.
 */
import fastify from 'fastify';
import pg from 'pg';
import { v7 } from 'uuid';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
const { url, organisation, size, operations } = JSON.parse(await new Response(process.stdin).text());
const pool = new pg.Pool({
  connectionString: url,
  max: size,
  pipeline: true,
  options: `-c app.organisation=${organisation}`,
});
const server = fastify({ logger: false });

/** The board asks what has changed since its last look, so the snapshot it sends is the one it was given before. */
const snapshot = /^\d+:\d+:[\d,]*$/;
let lastLook;

/** A read: its statements side by side on the pool; the answer is the rows of the first, or a kept body. */
for (const { path, statements, body } of operations.filter(({ used }) => !used)) {
  server.get(path, async () => {
    const asked = ({ text, values }) =>
      pool.query(
        text,
        values.map((value) => (snapshot.test(value) ? (lastLook ?? value) : value)),
      );
    const answers = await Promise.all(statements.map(asked));
    lastLook = answers.map(({ rows }) => rows[0]?.snapshot).find(Boolean) ?? lastLook;
    return body ?? { items: answers[0].rows };
  });
}

/** The write: the recorded transaction with another opening and another citizen. New ids where the product made new ones. */
for (const { path, statements, used } of operations.filter(({ used }) => used)) {
  server.post(path, async (request) => {
    const made = new Map([
      [used.opening, request.params.id],
      [used.citizen, request.body.citizenRef],
    ]);
    const valuesOf = (values) =>
      values.map((value) => {
        if (made.has(value)) return made.get(value);
        if (!used.fresh.includes(value)) return value;
        made.set(value, v7());
        return made.get(value);
      });
    const client = await pool.connect();
    try {
      const [first, ...others] = statements;
      const begun = client.query('begin');
      const claimed = await client.query(first.text, valuesOf(first.values));
      await Promise.all([begun, ...others.map(({ text, values }) => client.query(text, valuesOf(values)))]);
      await client.query('commit');
      return claimed.rows[0];
    } finally {
      client.release();
    }
  });
}

server.get('/rss', () => ({ rss: process.memoryUsage().rss }));
await server.listen({ port: 0, host: '127.0.0.1' });
console.log(`http://127.0.0.1:${server.server.address().port}`);
