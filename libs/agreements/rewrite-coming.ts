import { isDeepStrictEqual } from 'node:util';
import type { Actor, Tx } from '#platform';
import { takeBack } from './coming-slots.js';
import { contentOf } from './content.queries.js';
import type { AgreementContent } from './content.rules.js';
import { addVersion } from './add-version.js';
import { takeSteps, type ChangeStep } from './steps.js';

interface Coming {
  readonly id: string;
  readonly validFrom: string;
  readonly why: string | null;
  readonly steps: readonly ChangeStep[];
  readonly content: AgreementContent;
  readonly sent: boolean;
}

/** Whether the company was sent a version, or somebody wrote its yes to it down. */
export const isSent = (version: string): string =>
  `exists (select from agreement_acceptance x where x.organisation_id = ${version}.organisation_id and x.version_id = ${version}.id)`;

/**
 * A coming version is the agreement as it will be: what changes today changes its text, too. A text that the company was
 * sent stays as it was sent, and a version with a new number takes its place, to be accepted anew. What could not be done
 * today may be possible by its day: until then the text stays.
 */
export async function rewriteComing(tx: Tx, actor: Actor, agreementId: string): Promise<void> {
  const coming = await tx.row<Coming>(
    `select v.id, v.valid_from as "validFrom", v.why, v.steps, v.content, ${isSent('v')} as sent from agreement_version v
      where v.agreement_id = $1 and v.steps is not null and v.applied_at is null and v.withdrawn_at is null`,
    [agreementId],
  );
  const content = coming && (await tx.attempt(() => onItsDay(tx, actor, agreementId, coming)));
  if (!content || isDeepStrictEqual(content, coming.content)) return;
  if (coming.sent) await replace(tx, actor, agreementId, coming, content);
  else await tx.run('update agreement_version set content = $2 where id = $1', [coming.id, JSON.stringify(content)]);
}

function onItsDay(tx: Tx, actor: Actor, agreementId: string, { steps, validFrom, content: { cluster } }: Coming): Promise<AgreementContent> {
  return tx.tryOut(async () => {
    await takeBack(tx, agreementId);
    await takeSteps(tx, actor, agreementId, steps, validFrom);
    const content = await contentOf(tx, agreementId, validFrom);
    // One that is made on the day has another id each time it is tried.
    const made = cluster && content.cluster?.name === cluster.name && content.cluster.kind === cluster.kind;
    return made ? { ...content, cluster } : content;
  });
}

async function replace(tx: Tx, actor: Actor, agreementId: string, { id, validFrom, why, steps }: Coming, content: AgreementContent): Promise<void> {
  await tx.run('update agreement_version set withdrawn_at = $2, withdrawn_by = $3 where id = $1', [id, tx.now, actor.userId]);
  const next = await addVersion(tx, actor, agreementId, { validFrom, content, why, applied: false, steps });
  // What was announced comes and goes with it now.
  await tx.run('update slot set comes_with = $2 where agreement_id = $3 and comes_with = $1', [id, next.id, agreementId]);
  await tx.run('update slot set goes_with = $2 where agreement_id = $3 and goes_with = $1', [id, next.id, agreementId]);
  await tx.run('update agreement set goes_with = $2 where id = $3 and goes_with = $1', [id, next.id, agreementId]);
}
