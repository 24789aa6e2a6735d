/**
 * Loaded into the product with --import: writes down each statement it sends, so that the bare server can send the very
 * same. Never loaded while anything is measured.
 */
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const send = pg.Client.prototype.query;
pg.Client.prototype.query = function query(text, values, ...rest) {
  if (typeof text === 'string')
    appendFileSync(process.env.BENCH_RECORD, `${JSON.stringify({ text, values: values ?? [] })}\n`);
  return send.call(this, text, values, ...rest);
};
