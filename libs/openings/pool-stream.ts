import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Readiness, type Actor } from '#platform';
import { PoolListener } from './pool-listener.js';

const beatMs = 20_000;

/**
 * The stream behind "3 nye – vis" (server-sent events). A message says only that something came; how many of it this
 * reader's filter lets through, the page asks for itself. A comment every 20 seconds keeps proxies from hanging up;
 * all streams end when the process is asked to stop, so that it can. Answer with `connection: close`: a connection that
 * has carried a stream is not worth keeping, and would hold up the stop.
 */
@Injectable()
export class PoolStream implements OnModuleDestroy {
  private readonly open = new Set<Readable>();

  constructor(
    private readonly listener: PoolListener,
    readiness: Readiness,
  ) {
    readiness.stopping.addEventListener('abort', () => this.end());
  }

  /** Text of type text/event-stream for one reader; ends when the reader leaves. */
  of({ organisationId }: Pick<Actor, 'organisationId'>): Readable {
    const stream = new Readable({ read: () => undefined });
    let count = 0;
    const tell = (): boolean => stream.push(`event: opening\nid: ${(count += 1)}\ndata: ${count}\n\n`);
    const unwatch = this.listener.watch(organisationId, tell);
    const beat = setInterval(() => stream.push(': still here\n\n'), beatMs);
    beat.unref();
    stream.on('close', () => {
      clearInterval(beat);
      unwatch();
      this.open.delete(stream);
    });
    this.open.add(stream);
    stream.push('retry: 3000\n\n');
    // What came between the page and its stream: the page asks once, and mostly gets 0.
    tell();
    return stream;
  }

  onModuleDestroy(): void {
    this.end();
  }

  private end(): void {
    for (const stream of this.open) stream.push(null);
  }
}
