import { Injectable } from '@nestjs/common';
import { translator } from '#dictionary';
import { limitsOf } from '#limits';
import { previewOf, type Preview, type SaidCheck, type Wish } from '#placements';
import { Db, type Actor, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';

/** A change as it would be carried out now: what its own rule says, and what the law's ratio rule advises at the new workplace. */
@Injectable()
export class PreviewQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  preview(actor: Actor, wish: Wish & { readonly id: string }): Promise<Preview> {
    return this.db.read(actor, async (tx) => {
      const preview = await previewOf(tx, actor, wish);
      const advice = await this.ratioAdvice(tx, actor, wish.id, preview);
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
