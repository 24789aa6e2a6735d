import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ExtendPlacement, MovePlacement, PausePlacement, RotatePlacement, StopPlacement, type Wish } from '#placements';
import { invalid, type Actor } from '#platform';
import { neededText, optionalText, wholeNumber } from '../form.js';
import { changeKinds } from './change-wish.js';
import type { ChangeName } from './calendar-address.js';

/** What is typed besides days and places. */
export const savedFields = (name: ChangeName) => z.object({ version: wholeNumber(1, 1_000_000), reason: changeKinds[name].reason ? neededText(500) : optionalText(500), overLimitReason: optionalText(300) });

interface Saved {
  readonly id: string;
  readonly wish: Wish;
  readonly version: number;
  readonly reason: string;
  readonly overLimitReason?: string;
}

const needed = (value: string | undefined, field: string): string => {
  if (!value) throw invalid({ field, code: 'fault.required' });
  return value;
};

/** To another place; promises the new segment's id. */
@Injectable()
export class SaveMove {
  constructor(
    private readonly movePlacement: MovePlacement,
    private readonly rotatePlacement: RotatePlacement,
  ) {}

  async run(actor: Actor, { id, version, overLimitReason, wish: { verb, slotId, workplaceId, until, ...wish } }: Saved): Promise<string> {
    const when = { id, version, overLimitReason, from: needed(wish.from, 'from'), until };
    const moved =
      verb === 'rotate'
        ? await this.rotatePlacement.run(actor, { ...when, workplaceId: needed(workplaceId, 'workplace') })
        : await this.movePlacement.run(actor, { ...when, slotId, workplaceId: slotId ? undefined : workplaceId });
    return moved.id;
  }
}

/** On other days at the same place. */
@Injectable()
export class SaveDays {
  constructor(
    private readonly extendPlacement: ExtendPlacement,
    private readonly stopPlacement: StopPlacement,
    private readonly pausePlacement: PausePlacement,
  ) {}

  async run(actor: Actor, { id, version, reason, wish: { verb, from, until } }: Saved): Promise<string> {
    if (verb === 'extend') await this.extendPlacement.run(actor, { id, version, until: needed(until, 'lastDay') });
    else if (verb === 'end') await this.stopPlacement.run(actor, { id, on: from, reason });
    else await this.pausePlacement.run(actor, { id, version, reason, from: needed(from, 'from'), until: needed(until, 'lastDay') });
    return id;
  }
}
