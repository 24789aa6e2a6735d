import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { agreementText, VersionsQueries, WriteChange, type AgreementContent, type Difference } from '#agreements';
import { Clock, type Actor } from '#platform';
import type { FormValues } from '../form.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { ReviewStep } from './review-step.js';

/** A change being written: how the agreement reads, how it would, and what differs. */
export interface Written {
  readonly before: AgreementContent;
  readonly after: AgreementContent;
  readonly difference: Difference;
}

interface Shown {
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
  readonly refused?: boolean;
}

/** The last step of the editor, as it stands or with what was refused. */
@Injectable()
export class ReviewScreen {
  constructor(
    private readonly editor: WriteChange,
    private readonly versions: VersionsQueries,
    private readonly clock: Clock,
  ) {}

  async show(ui: Ui, actor: Actor, agreementId: string, { values, errors, refused }: Shown = {}): Promise<VNode> {
    const { agreement } = await this.editor.look(actor, { agreementId });
    const written = agreement.changing ? await this.versions.written(actor, { agreementId }) : undefined;
    const content = written?.after ?? (await this.versions.content(actor, { agreementId }));
    return <ReviewStep ui={ui} agreement={agreement} text={agreementText(content, ui.lang)} written={written} values={values ?? { from: this.clock.today() }} errors={errors} refused={refused} />;
  }
}
