import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';

/** Vil gerne, måske, ikke nu: how a company stands to being asked. */
export type Light = 'offering' | 'maybe' | 'not_now';

export interface Appetite {
  /** Null: of the company as a whole. */
  readonly workplaceId: string | null;
  readonly workplace: string | null;
  readonly light: Light;
  readonly reason: string | null;
  readonly setOn: string;
  readonly setBy: string | null;
}

/** How a company stands, and those of its workplaces that have said something of their own: the newest of each. */
export const appetitesOf = (tx: Tx, companyId: string): Promise<Appetite[]> =>
  tx.rows<Appetite>(
    `select distinct on (a.workplace_id) a.workplace_id as "workplaceId", w.name as workplace, a.light, a.reason, a.set_on as "setOn", u.name as "setBy"
       from appetite a
       left join workplace w on w.organisation_id = a.organisation_id and w.id = a.workplace_id
       left join app_user u on u.organisation_id = a.organisation_id and u.id = a.set_by
      where a.company_id = $1 order by a.workplace_id nulls first, a.id desc limit 200`,
    [companyId],
  );

/** What counts at one workplace: its own word, else the company's; null when nobody has said. */
export async function appetiteAt(tx: Tx, { companyId, workplaceId }: { readonly companyId: string; readonly workplaceId: string }): Promise<Appetite | null> {
  const said = await appetitesOf(tx, companyId);
  return said.find((each) => each.workplaceId === workplaceId) ?? said.find((each) => each.workplaceId === null) ?? null;
}

@Injectable()
export class AppetiteQueries {
  constructor(private readonly db: Db) {}

  /** The company first, then its workplaces. @throws 404 when there is no such company */
  async list(actor: Actor, { companyId }: { readonly companyId: string }): Promise<{ readonly items: readonly Appetite[] }> {
    return this.db.read(actor, async (tx) => {
      await tx.one('select 1 from company where id = $1', [companyId]);
      return { items: await appetitesOf(tx, companyId) };
    });
  }

}
