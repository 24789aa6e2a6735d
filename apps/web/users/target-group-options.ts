import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import { ReferenceQueries } from '#reference';
import type { Option, Ui } from '../kit/index.js';

/** The target groups in force today, to choose from. */
@Injectable()
export class TargetGroupOptions {
  constructor(
    private readonly reference: ReferenceQueries,
    private readonly clock: Clock,
  ) {}

  async list(ui: Ui): Promise<Option[]> {
    const reference = await this.reference.current();
    return reference.targetGroups(this.clock.today()).map(({ code, nameDa, nameEn }) => ({ value: code, label: ui.lang === 'da' ? nameDa : nameEn }));
  }
}
