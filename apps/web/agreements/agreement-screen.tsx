import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { AgreementPageQueries, VersionsQueries, type AgreementPage as Agreement, type Difference } from '#agreements';
import { SectorsQueries } from '#companies';
import type { Actor } from '#platform';
import { UtilisationQueries } from '#upkeep';
import type { Ui } from '../kit/ui.js';
import { AgreementPage, type AgreementPast } from './agreement.page.js';

/** Gathers what an agreement's page shows. */
@Injectable()
export class AgreementScreen {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly lists: SectorsQueries,
    private readonly utilisation: UtilisationQueries,
    private readonly versions: VersionsQueries,
  ) {}

  async show(ui: Ui, actor: Actor, agreementId: string, past: AgreementPast): Promise<VNode> {
    const [agreement, { items: considerations }, used] = await Promise.all([
      this.agreement.page(actor, { agreementId }),
      this.lists.considerations(actor),
      this.utilisation.of(actor, agreementId),
    ]);
    return <AgreementPage ui={ui} agreement={agreement} considerations={considerations} used={used} planned={await this.planned(actor, agreement)} {...past} />;
  }

  /** What a coming version does; its places are not in the pool before its day. */
  private async planned(actor: Actor, { id, coming }: Agreement): Promise<Difference | null> {
    return coming && (await this.versions.version(actor, { agreementId: id, number: coming.number })).difference;
  }
}
