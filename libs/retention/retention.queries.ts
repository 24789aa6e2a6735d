import { Injectable } from '@nestjs/common';
import { addDays, Db, type Actor, type Tx } from '#platform';
import { dueBy, spans } from './due.js';
import { bounds, kinds, ruleOn, type Kind, type Span } from './retention.rules.js';

/** How far ahead it is shown what will go. */
const aheadDays = 92;

/** How long a kind is kept, and what of it goes when. Numbers, never who. */
export interface KeptKind {
  readonly kind: Kind;
  readonly months: number;
  readonly least: number;
  readonly most: number;
  /** Changes that are decided and do not hold yet. */
  readonly changes: readonly Pick<Span, 'months' | 'from'>[];
  /** Day by day in the next three months; what is over already stands under today, and goes next night. */
  readonly going: readonly { readonly on: string; readonly n: number }[];
}

/** A night on which something went. */
export interface Gone {
  readonly at: Date;
  readonly kind: Kind;
  readonly n: number;
}

export interface Retention {
  readonly on: string;
  readonly items: readonly KeptKind[];
  readonly gone: readonly Gone[];
}

@Injectable()
export class RetentionQueries {
  constructor(private readonly db: Db) {}

  /** What is kept how long, what will go when, and what has gone. */
  all(actor: Actor): Promise<Retention> {
    return this.db.read(
      actor,
      async (tx) => {
        const items: KeptKind[] = [];
        for (const kind of kinds) items.push(await keptKind(tx, kind));
        return { on: tx.today, items, gone: await tx.rows<Gone>(goneSql) };
      },
      30_000,
    );
  }
}

const goneSql = `
select at, after ->> 'kind' as kind, (after ->> 'n')::int as n from journal_entry
 where subject_id = app_organisation() and action = 'retention.erased' order by id desc limit 20`;

async function keptKind(tx: Tx, kind: Kind): Promise<KeptKind> {
  const [rules, due] = [await spans(tx, kind), await dueBy(tx, kind, addDays(tx.today, aheadDays))];
  const going = new Map<string, number>();
  for (const { on, n } of due) going.set(on, (going.get(on) ?? 0) + n);
  const { usual, least, most } = bounds[kind];
  return {
    kind,
    months: ruleOn(rules, tx.today)?.months ?? usual,
    least,
    most,
    changes: rules.filter(({ from }) => from > tx.today).map(({ months, from }) => ({ months, from })),
    going: [...going].map(([on, n]) => ({ on, n })),
  };
}
