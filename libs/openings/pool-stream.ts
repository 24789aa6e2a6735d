import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Actor } from '#platform';
import { PoolListener } from './pool-listener.js';

const beatMs = 20_000;

/**
 * The stream behind "3 nye – vis" (server-sent events). A message says only that something came; how many of it this
 * reader's filter lets through, the page asks for itself. A comment every 20 seconds keeps proxies from hanging up;
 * all streams end when the process is asked to stop, so that it can.
 */
@Injectable()
export class PoolStream implements OnModuleDestroy {
  private readonly open = new Set<Readable>();

  constructor(private readonly listener: PoolListener) {}

  /** Text of type text/event-stream for one reader; ends when the reader leaves. */
  of({ organisationId }: Pick<Actor, 'organisationId'>): Readable {
    const stream = new Readable({ read: () => undefined });
    let count = 0;
    const unwatch = this.listener.watch(organisationId, () => stream.push(`event: opening\nid: ${(count += 1)}\ndata: ${count}\n\n`));
    const beat = setInterval(() => stream.push(': still here\n\n'), beatMs);
    beat.unref();
    stream.on('close', () => {
      clearInterval(beat);
      unwatch();
      this.open.delete(stream);
    });
    this.open.add(stream);
    stream.push('retry: 3000\n\n');
    return stream;
  }

  onModuleDestroy(): void {
    for (const stream of this.open) stream.push(null);
  }
}
