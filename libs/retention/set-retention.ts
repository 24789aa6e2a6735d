import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, type Actor } from '#platform';
import { spans } from './due.js';
import { changeFault, ruleOn, type Kind, type Rule } from './retention.rules.js';

/**
 * Says how long a kind is kept from a day on; said again for the same day, the last word counts. Refuses 422 for a day that
 * is not ahead, a shorter time that would hold within a fortnight, and months beyond what can be chosen.
 */
@Injectable()
export class SetRetention {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { kind, months, from }: Rule & { readonly kind: Kind }): Promise<Rule & { readonly kind: Kind }> {
    return this.db.write(actor, async (tx) => {
      await tx.one('select from organisation where organisation_id = app_organisation() for no key update');
      const rules = await spans(tx, kind);
      const fault = changeFault(kind, rules, { months, from }, tx.today);
      if (fault) throw invalid({ field: fault === 'fault.retention.months' ? 'months' : 'from', code: fault });
      await tx.run(
        `insert into retention_rule (organisation_id, kind, valid_from, months, created_at, created_by) values (app_organisation(), $1, $2, $3, $4, $5)
         on conflict on constraint retention_rule_pk do update set months = excluded.months, created_at = excluded.created_at, created_by = excluded.created_by`,
        [kind, from, months, tx.now, actor.userId],
      );
      const before = { kind, months: ruleOn(rules, from)?.months ?? null };
      await journal(tx, actor, { action: 'retention.changed', subject: 'organisation', subjectId: actor.organisationId, before, after: { kind, months, from } });
      return { kind, months, from };
    });
  }
}
