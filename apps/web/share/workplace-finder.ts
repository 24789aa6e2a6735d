import { Injectable } from '@nestjs/common';
import { CompaniesQueries, CompanyPageQueries } from '#companies';
import { ShareSuggestionsQueries, type SuggestedWorkplace } from '#openings';
import type { Actor } from '#platform';

const atMost = 12;

/** Finds the workplace somebody stands at: the recent ones at once, any other by a few letters. */
@Injectable()
export class WorkplaceFinder {
  constructor(
    private readonly companies: CompaniesQueries,
    private readonly pages: CompanyPageQueries,
    private readonly suggestions: ShareSuggestionsQueries,
  ) {}

  find(actor: Actor, text: string): Promise<readonly SuggestedWorkplace[]> {
    return text.length < 2 ? this.suggestions.recentWorkplaces(actor) : this.companies.options(actor, { text, limit: atMost });
  }

  async ofCompany(actor: Actor, companyId: string): Promise<readonly SuggestedWorkplace[]> {
    const company = await this.pages.page(actor, { companyId });
    return company.workplaces.filter(({ closedOn }) => closedOn === null).map((each) => ({ id: each.id, label: named(company.name, each.name), detail: [each.street, each.town].filter(Boolean).join(', ') }));
  }

  async one(actor: Actor, workplaceId: string): Promise<SuggestedWorkplace> {
    const { id, companyId, name } = await this.pages.workplace(actor, { workplaceId });
    const found = await this.ofCompany(actor, companyId);
    return found.find((each) => each.id === id) ?? { id, label: name, detail: '' };
  }

  /** What the company asked for last. */
  tasks(actor: Actor, workplaceId: string): Promise<readonly string[]> {
    return this.suggestions.tasks(actor, workplaceId);
  }
}

const named = (company: string, workplace: string): string => (workplace === company ? company : `${company} · ${workplace}`);
