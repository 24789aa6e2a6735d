import { Controller, Header, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { PoolQueries, poolSheet, PoolStream, type PoolPage as Found } from '#openings';
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
const countNews = page({ ...read, id: 'countPoolNews', path: '/puljen/nye', query: formBody.and(z.object({ since: z.iso.datetime() })) });
const exportPool = page({ ...read, id: 'downloadPool', path: '/puljen/eksport.csv', query: formBody });
const followPool = page({ ...read, id: 'followPool', path: '/puljen/live' });

@Controller()
export class PoolPages {
  constructor(
    private readonly pool: PoolQueries,
    private readonly stream: PoolStream,
    private readonly lists: ChoiceLists,
    private readonly clock: Clock,
  ) {}

  @Page(showPool)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof showPool>): Promise<unknown> {
    const since = this.clock.now().toISOString();
    const [choices, result] = await Promise.all([this.lists.ofPool(ui, actor), this.find(actor, readPoolAddress(values))]);
    return <PoolPage ui={ui} choices={choices} today={this.clock.today()} since={since} {...result} />;
  }

  @Page(countNews)
  @Header('content-type', 'application/json')
  async news(@By() actor: Actor, @Input() values: InputOf<typeof countNews>): Promise<string> {
    const { sort: _sort, cursor: _cursor, limit: _limit, ...filter } = readPoolAddress(values).search;
    return JSON.stringify(await this.pool.news(actor, { ...filter, since: values.since }));
  }

  @Page(exportPool)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="puljen.csv"')
  async export(@By() actor: Actor, @Input() values: InputOf<typeof exportPool>): Promise<string> {
    return poolSheet(await this.pool.all(actor, readPoolAddress(values).search), actor.language);
  }

  @Page(followPool)
  @Header('cache-control', 'no-store')
  @Header('x-accel-buffering', 'no')
  @Header('connection', 'close')
  follow(@By() actor: Actor): StreamableFile {
    return new StreamableFile(this.stream.of(actor), { type: 'text/event-stream' });
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
