/**
 * A long computation that stops for a moment after each small step, so that whoever runs it can let others through
 * (`inSlices`). What it computes does not depend on the stops.
 */
export type Steps<T> = Generator<void, T, void>;

/** Does all the steps without a stop. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The rows as one JSON text, a row at a time: how many rows go to the database in one statement. */
export function* jsonOf<T>(rows: T[], toRow: (row: T) => object): Steps<string> {
  const texts: string[] = [];
  for (const row of rows) yield void texts.push(JSON.stringify(toRow(row)));
  return `[${texts.join(',')}]`;
}
