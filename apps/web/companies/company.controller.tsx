import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { CompanyPageQueries, TakeResponsibility, TimelineQueries, type CompanyPage } from '#companies';
import { MentorsQueries, type Mentor } from '#mentors';
import { By, Clock, Input, type Actor, type InputOf } from '#platform';
import { seeOther, type PageAnswer } from '../answer.js';
import { optionalText } from '../form.js';
import { History } from '../history.js';
import type { Ui } from '../kit/ui.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CompanyFrame } from './company-frame.js';
import { companyHref, type CompanyTab } from './company-href.js';
import { AgreementsPart, ContactsPart, OpeningsPart, WorkplacesPart } from './company-parts.js';
import { MentorsPart } from './mentors-part.js';

const params = z.object({ companyId: z.uuid() });
const read = { method: 'get', permission: 'companies.read', params } as const;
const timeline = page({ ...read, id: 'companyPage', path: '/virksomheder/:companyId', query: z.object({ cursor: optionalText(400) }) });
const part = page({
  ...read,
  id: 'companyPartPage',
  path: '/virksomheder/:companyId/:tab',
  params: params.extend({ tab: z.enum(['aftaler', 'aabninger', 'arbejdssteder', 'kontakter', 'mentorer']) }),
});
const take = page({ id: 'takeResponsibilityForm', method: 'post', path: '/virksomheder/:companyId/ansvar', permission: 'companies.write', params });

interface Shown {
  readonly ui: Ui;
  readonly company: CompanyPage;
  readonly mentors: readonly Mentor[];
  readonly today: string;
}

const parts: Readonly<Record<Exclude<CompanyTab, 'tidslinje'>, (shown: Shown) => VNode>> = {
  aftaler: AgreementsPart,
  aabninger: OpeningsPart,
  arbejdssteder: WorkplacesPart,
  kontakter: ContactsPart,
  mentorer: MentorsPart,
};

@Controller()
export class CompanyPages {
  constructor(
    private readonly company: CompanyPageQueries,
    private readonly timelines: TimelineQueries,
    private readonly mentors: MentorsQueries,
    private readonly clock: Clock,
  ) {}

  @Page(timeline)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { companyId, cursor }: InputOf<typeof timeline>): Promise<unknown> {
    const [company, mentors, { items, next }] = await Promise.all([
      this.company.page(actor, { companyId }),
      this.mentors.company(actor, { companyId }),
      this.timelines.read(actor, { of: 'company', id: companyId, cursor, limit: 30 }),
    ]);
    return (
      <CompanyFrame ui={ui} company={company} tab="tidslinje" mentors={mentors.length} userId={actor.userId}>
        <History ui={ui} label={ui.t('company.timeline')} entries={items} older={next ? moreHref(ui.path, next) : undefined} />
      </CompanyFrame>
    );
  }

  @Page(part)
  async showPart(@For() ui: Ui, @By() actor: Actor, @Input() { companyId, tab }: InputOf<typeof part>): Promise<unknown> {
    const [company, mentors] = await Promise.all([this.company.page(actor, { companyId }), this.mentors.company(actor, { companyId })]);
    const Part = parts[tab];
    return (
      <CompanyFrame ui={ui} company={company} tab={tab} mentors={mentors.length} userId={actor.userId}>
        <Part ui={ui} company={company} mentors={mentors} today={this.clock.today()} />
      </CompanyFrame>
    );
  }
}

@Controller()
export class ResponsibilityPages {
  constructor(private readonly takeResponsibility: TakeResponsibility) {}

  @Page(take)
  async take(@By() actor: Actor, @Input() { companyId }: InputOf<typeof take>): Promise<PageAnswer> {
    await this.takeResponsibility.run(actor, { companyId });
    return seeOther(companyHref(companyId), 'company.mine');
  }
}
