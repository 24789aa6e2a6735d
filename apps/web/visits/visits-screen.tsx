import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { CitizensQueries } from '#citizens';
import { CompaniesQueries } from '#companies';
import type { Actor } from '#platform';
import { VisitsQueries } from '#visits';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { citizenHref } from '../citizens/citizen-href.js';
import type { FormValues, Submitted } from '../form.js';
import type { FieldErrors, Option, Ui } from '../kit/index.js';
import { NewVisitPage } from './new-visit.page.js';
import { VisitsPage, type VisitAttempt } from './visits.page.js';

/** Gathers what the pages of visits show, also when one of their forms comes back with errors. */
@Injectable()
export class VisitsScreen {
  constructor(
    private readonly citizens: CitizensQueries,
    private readonly visits: VisitsQueries,
    private readonly companies: CompaniesQueries,
  ) {}

  async show(ui: Ui, actor: Actor, citizenId: string, { q, attempt }: { readonly q?: string; readonly attempt?: VisitAttempt } = {}): Promise<VNode> {
    const citizen = await this.citizens.one(actor, { citizenId });
    const { items } = await this.visits.ofCitizen(actor, { citizenId });
    const [others, found] = await Promise.all([
      this.visits.otherPlaces(actor, items.map(({ companyId }) => companyId)),
      q ? this.companies.list(actor, { text: q, limit: 20 }) : undefined,
    ]);
    const places: Record<string, Option[]> = {};
    for (const { id, companyId, tasks, workplaceName } of others) (places[companyId] ??= []).push({ value: id, label: `${workplaceName}: ${tasks}` });
    return <VisitsPage ui={ui} citizen={citizen} visits={items} places={places} q={q} found={found?.items} attempt={attempt} />;
  }

  /** After a form about one visit. */
  async after(ui: Ui, actor: Actor, citizenId: string, result: Submitted<unknown>, { done, ...typed }: Omit<VisitAttempt, 'errors'> & { readonly done: string }): Promise<PageAnswer> {
    if ('done' in result) return seeOther(citizenHref(citizenId, 'besoeg'), done);
    return again(await this.show(ui, actor, citizenId, { attempt: { ...typed, errors: result.errors } }));
  }

  async form(ui: Ui, actor: Actor, citizenId: string, about: { readonly openingId?: string; readonly workplaceId?: string }, typed?: { readonly values: FormValues; readonly errors: FieldErrors }): Promise<VNode> {
    const citizen = await this.citizens.one(actor, { citizenId });
    const defaults = await this.visits.defaults(actor, about);
    const values = typed?.values ?? { ...about, contactName: defaults.contactName ?? '', contactEmail: defaults.contactEmail ?? '', place: defaults.place ?? '' };
    return <NewVisitPage ui={ui} citizen={citizen} defaults={defaults} values={values} errors={typed?.errors} />;
  }
}
