import { Injectable } from '@nestjs/common';
import { Refusal } from '#platform';
import { ReferenceQueries } from '#reference';
import { durationAdvice, type DurationAdvice } from './duration.rules.js';

export interface DurationQuestion {
  readonly measure: string;
  readonly targetGroup?: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
}

@Injectable()
export class DurationQueries {
  constructor(private readonly reference: ReferenceQueries) {}

  /** How long a measure may last, by the rules of its first day. Refuses `duration.end-before-start`. */
  async advice({ measure, targetGroup = '', from, until }: DurationQuestion): Promise<DurationAdvice> {
    if (until <= from) throw new Refusal('duration.end-before-start', { status: 422 });
    return durationAdvice((await this.reference.current()).durationRules(measure, targetGroup, from), from, until);
  }
}
