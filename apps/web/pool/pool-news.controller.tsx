import { Controller, Header, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { PoolQueries, PoolStream } from '#openings';
import { By, Input, type Actor, type InputOf } from '#platform';
import { formBody } from '../form.js';
import { Page, page } from '../page-route.js';
import { readPoolAddress } from './pool-address.js';

const read = { method: 'get', permission: 'pool.read' } as const;
const countNews = page({ ...read, id: 'countPoolNews', path: '/puljen/nye', query: formBody.and(z.object({ since: z.iso.datetime() })) });
const followPool = page({ ...read, id: 'followPool', path: '/puljen/live' });

/** What comes into the pool while somebody looks at it. */
@Controller()
export class PoolNewsPages {
  constructor(
    private readonly pool: PoolQueries,
    private readonly stream: PoolStream,
  ) {}

  @Page(countNews)
  @Header('content-type', 'application/json')
  async news(@By() actor: Actor, @Input() values: InputOf<typeof countNews>): Promise<string> {
    const { sort: _sort, cursor: _cursor, limit: _limit, ...filter } = readPoolAddress(values).search;
    return JSON.stringify(await this.pool.news(actor, { ...filter, since: values.since }));
  }

  @Page(followPool)
  @Header('cache-control', 'no-store')
  @Header('x-accel-buffering', 'no')
  @Header('connection', 'close')
  follow(@By() actor: Actor): StreamableFile {
    return new StreamableFile(this.stream.of(actor), { type: 'text/event-stream' });
  }
}
