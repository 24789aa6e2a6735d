import { Controller, Header, StreamableFile } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { exportPool, poolNews, searchPool, watchPool } from './pool.operations.js';
import { poolSheet } from './pool-sheet.js';
import { PoolStream } from './pool-stream.js';
import { PoolQueries, type PoolPage } from './pool.queries.js';

@Controller('api/v1')
export class PoolController {
  constructor(
    private readonly pool: PoolQueries,
    private readonly stream: PoolStream,
  ) {}

  @Operation(searchPool)
  search(@By() actor: Actor, @Input() input: InputOf<typeof searchPool>): Promise<PoolPage> {
    return this.pool.search(actor, input);
  }

  @Operation(poolNews)
  news(@By() actor: Actor, @Input() input: InputOf<typeof poolNews>): Promise<{ readonly n: number }> {
    return this.pool.news(actor, input);
  }

  @Operation(exportPool)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="puljen-{day}.csv"')
  async export(@By() actor: Actor, @Input() input: InputOf<typeof exportPool>): Promise<string> {
    return poolSheet(await this.pool.all(actor, input), actor.language);
  }

  @Operation(watchPool)
  @Header('cache-control', 'no-store')
  @Header('x-accel-buffering', 'no')
  @Header('connection', 'close')
  watch(@By() actor: Actor): StreamableFile {
    return new StreamableFile(this.stream.of(actor), { type: 'text/event-stream' });
  }
}
