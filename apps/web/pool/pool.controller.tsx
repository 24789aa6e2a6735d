import { Controller, Header } from '@nestjs/common';
import { PoolQueries, poolSheet, SavedViewsQueries, type PoolPage as Found } from '#openings';
import { By, Clock, Input, Refusal, type Actor, type InputOf } from '#platform';
import { formBody } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { ChoiceLists } from './choice-lists.js';
import { readPoolAddress, type PoolAddress } from './pool-address.js';
import { PoolPage } from './pool.page.js';

const read = { method: 'get', permission: 'pool.read' } as const;
const showPool = page({ ...read, id: 'showPool', path: '/puljen', query: formBody });
const exportPool = page({ ...read, id: 'downloadPool', path: '/puljen/eksport.csv', query: formBody });

@Controller()
export class PoolPages {
  constructor(
    private readonly pool: PoolQueries,
    private readonly views: SavedViewsQueries,
    private readonly lists: ChoiceLists,
    private readonly clock: Clock,
  ) {}

  @Page(showPool)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof showPool>): Promise<unknown> {
    const since = this.clock.now().toISOString();
    const [choices, result, views] = await Promise.all([this.lists.ofPool(ui, actor), this.find(actor, readPoolAddress(values)), this.views.mine(actor)]);
    return <PoolPage ui={ui} choices={choices} views={views} today={this.clock.today()} since={since} {...result} />;
  }

  @Page(exportPool)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="puljen-{day}.csv"')
  async export(@By() actor: Actor, @Input() values: InputOf<typeof exportPool>): Promise<string> {
    return poolSheet(await this.pool.all(actor, readPoolAddress(values).search), actor.language);
  }

  /** What the address asks for, or what is wrong with it. */
  private async find(actor: Actor, address: PoolAddress): Promise<{ readonly address: PoolAddress; readonly found?: Found }> {
    if (address.wrong.length > 0) return { address };
    try {
      return { address, found: await this.pool.search(actor, address.search) };
    } catch (error) {
      const wrong = error instanceof Refusal && error.status === 400 ? (error.details.faults ?? []) : [];
      if (wrong.length === 0) throw error;
      return { address: { ...address, wrong: wrong.map(({ field, code }) => ({ field, fault: code })) } };
    }
  }
}
