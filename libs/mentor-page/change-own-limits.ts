import { Injectable } from '@nestjs/common';
import { EndPause, PauseMentor, UpdateMentor, type MentorPause } from '#mentors';
import type { Actor, Language } from '#platform';
import { OwnRows, ownMentorId } from './own-rows.js';

interface Limits {
  readonly accepts: number;
  readonly weekdays: readonly number[];
  /** Of mails; as it is when left out. */
  readonly language?: Language;
  readonly version: number;
}

/** The mentor's own limits are set by the verbs that staff use: journal, headroom and warnings to the consultant come with them. */
@Injectable()
export class ChangeOwnLimits {
  constructor(
    private readonly updateMentor: UpdateMentor,
    private readonly pauseMentor: PauseMentor,
    private readonly endPause: EndPause,
    private readonly own: OwnRows,
  ) {}

  /** Refuses `edit.stale` (412) when somebody changed the mentor meanwhile. */
  async run(actor: Actor, { accepts, weekdays, language, version }: Limits): Promise<Required<Limits>> {
    const changed = await this.updateMentor.run(actor, { mentorId: ownMentorId(actor), accepts, weekdays, ...(language && { language }), version });
    return { accepts: changed.accepts, weekdays: changed.weekdays, language: changed.language, version: changed.version };
  }

  /** As `PauseMentor` refuses. */
  pause(actor: Actor, pause: { readonly kind: MentorPause['kind']; readonly from: string; readonly until?: string | null }): Promise<MentorPause> {
    return this.pauseMentor.run(actor, { mentorId: ownMentorId(actor), ...pause });
  }

  /** Back from a day, as `EndPause`; another mentor's pause is as one that does not exist (404). */
  async back(actor: Actor, end: { readonly pauseId: string; readonly until: string; readonly version: number }): Promise<MentorPause> {
    await this.own.pause(actor, end.pauseId);
    return this.endPause.run(actor, end);
  }
}
