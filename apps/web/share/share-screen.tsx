import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { OpeningsQueries, type SuggestedWorkplace } from '#openings';
import { OrganisationQueries } from '#people';
import type { Actor } from '#platform';
import { textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import type { FieldErrors, Option, Ui } from '../kit/index.js';
import { ChoiceLists } from '../pool/choice-lists.js';
import { offerValues } from '../pool/offer-fields.js';
import { ShareDetails, SharePage, type AtWorkplace } from './share.page.js';
import { WorkplaceFinder } from './workplace-finder.js';

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** Gathers what "Del en åbning" shows before, while and after the workplace is known. */
@Injectable()
export class ShareScreen {
  constructor(
    private readonly finder: WorkplaceFinder,
    private readonly openings: OpeningsQueries,
    private readonly lists: ChoiceLists,
    private readonly organisations: OrganisationQueries,
  ) {}

  /** The empty form, or from a company's page with its workplace filled in. */
  async begin(ui: Ui, actor: Actor, { companyId, workplaceId }: { readonly companyId?: string; readonly workplaceId?: string }): Promise<VNode> {
    const known = companyId ? await this.finder.ofCompany(actor, companyId) : workplaceId ? [await this.finder.one(actor, workplaceId)] : [];
    const [only] = known.length === 1 ? known : [];
    const { values, place } = await this.at(ui, actor, only?.id);
    return this.page(ui, actor, { values: { ...values, workplaceId: only?.id }, place, workplace: only, candidates: known.length > 1 ? known : [] });
  }

  find(actor: Actor, text: string): Promise<readonly SuggestedWorkplace[]> {
    return this.finder.find(actor, text);
  }

  /** The part of the form that depends on the workplace. */
  async details(ui: Ui, actor: Actor, typed: FormValues): Promise<VNode> {
    const id = textOf(typed, 'workplaceId');
    const [{ values, place }, { holdHours }] = await Promise.all([this.at(ui, actor, isId(id) ? id : undefined), this.organisations.settings(actor)]);
    return <ShareDetails ui={ui} values={{ ...typed, ...values }} errors={{}} place={place} holdHours={holdHours} />;
  }

  /** The form with what was typed and what is wrong. A name without a choice is looked up, so that it works without scripts. */
  async again(ui: Ui, actor: Actor, values: FormValues, errors: FieldErrors): Promise<VNode> {
    const [id, text] = [textOf(values, 'workplaceId'), textOf(values, 'workplaceIdText').trim()];
    const [{ place }, workplace, candidates] = await Promise.all([
      this.at(ui, actor, isId(id) ? id : undefined),
      isId(id) ? this.finder.one(actor, id) : undefined,
      !isId(id) && text ? this.finder.find(actor, text) : [],
    ]);
    const said: FieldErrors = text && errors.workplaceId ? { workplaceId: ui.t(candidates.length > 0 ? 'share.chooseFound' : 'share.noneFound') } : {};
    return this.page(ui, actor, { values, errors: { ...errors, ...said }, place, workplace: workplace ?? (text ? { id: '', label: text, detail: '' } : undefined), candidates });
  }

  private async page(ui: Ui, actor: Actor, shown: Shown): Promise<VNode> {
    const { holdHours } = await this.organisations.settings(actor);
    const candidates: Option[] = shown.candidates.map(({ id, label, detail }) => ({ value: id, label, hint: detail }));
    return <SharePage ui={ui} {...shown} candidates={candidates} holdHours={holdHours} />;
  }

  private async at(ui: Ui, actor: Actor, workplaceId: string | undefined): Promise<{ readonly values: FormValues; readonly place: AtWorkplace }> {
    if (!workplaceId) return { values: {}, place: { choices: { considerations: await this.lists.considerations(ui, actor), mentors: [] }, tasks: [] } };
    const [defaults, tasks, choices] = await Promise.all([this.openings.defaults(actor, workplaceId), this.finder.tasks(actor, workplaceId), this.lists.ofOffer(ui, actor, workplaceId)]);
    return { values: offerValues(defaults), place: { choices, tasks } };
  }
}

interface Shown {
  readonly values: FormValues;
  readonly errors?: FieldErrors;
  readonly place: AtWorkplace;
  readonly workplace?: SuggestedWorkplace;
  readonly candidates: readonly SuggestedWorkplace[];
}
