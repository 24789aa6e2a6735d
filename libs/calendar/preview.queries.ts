import { Injectable } from '@nestjs/common';
import { citizensOpenTo, noteSeen } from '#citizens';
import { weeksLostBy } from '#courses';
import { formatter, translator } from '#dictionary';
import { limitsOf } from '#limits';
import { previewOf, type Preview, type SaidCheck, type Wish } from '#placements';
import { Db, type Actor, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';

/**
 * A change as it would be carried out now: what its own rule says, what the law's ratio rule advises at the new workplace,
 * and what becomes of the 13 weeks, for those who may see the citizen (noted in the access log when it is said: `touch`).
 */
@Injectable()
export class PreviewQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  preview(actor: Actor, wish: Wish & { readonly id: string }): Promise<Preview> {
    return this.db.touch(actor, async (tx) => {
      const preview = await previewOf(tx, actor, wish);
      const advice = [...(await this.ratioAdvice(tx, actor, wish.id, preview)), ...(await weeksAdvice(tx, actor, wish, preview))];
      return { ...preview, checks: [...preview.checks, ...advice] };
    });
  }

  /** Rimelighedskravet (domain.md 5.3) at another workplace, on the first day there. Advice: it never refuses. */
  private async ratioAdvice(tx: Tx, actor: Actor, id: string, { workplaceId, from }: Preview): Promise<SaidCheck[]> {
    const here = await tx.one<{ workplaceId: string }>('select workplace_id as "workplaceId" from placement where id = $1', [id]);
    if (!workplaceId || workplaceId === here.workplaceId) return [];
    const { people, rule } = await limitsOf(tx, (await this.reference.current(tx)).ratioRule(from), workplaceId, from);
    const say = translator(actor.language);
    const version = rule?.version ?? '';
    if (people === null) return [{ code: 'ratio.unknown', level: 'warning', text: say('warning.ratio.unknown') }];
    if (people < 1) return [{ code: 'ratio.full', level: 'warning', text: say('warning.ratio.full', { version }) }];
    return [{ code: 'ratio.room', level: 'ok', text: say('check.ratio.room', { n: people, version }) }];
  }
}

async function weeksAdvice(tx: Tx, actor: Actor, { id, verb }: Wish & { readonly id: string }, { possible, from, until }: Preview): Promise<SaidCheck[]> {
  if (!possible || verb === 'extend' || verb === 'take-back' || verb === 'hours') return [];
  const course = await tx.row<{ id: string; citizenId: string }>('select k.id, k.citizen_id as "citizenId" from placement p join course k on k.organisation_id = p.organisation_id and k.id = p.course_id where p.id = $1', [id]);
  const open = await citizensOpenTo(tx, actor, course ? [course.citizenId] : []);
  const lost = course && open.size > 0 ? await weeksLostBy(tx, course.id, { placementId: id, verb, from, until }) : null;
  if (lost === null) return [];
  await noteSeen(tx, actor, open, 'course');
  return [{ code: 'course.weeks-lost', level: 'warning', text: translator(actor.language)('warning.course.weeks-lost', { date: formatter(actor.language).formatDate(lost) }) }];
}
