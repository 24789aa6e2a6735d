import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job, Queue, Worker } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './plain-fault.js';
import { openQueue, openWorker, type QueueBackend } from './queue-connection.js';
import { Refusal } from './refusal.js';

/** Ids only: what a job says about a person is read from the database when it runs. */
export type JobIds = Readonly<Record<string, string>>;

/** Must be idempotent: after a crash or a lost answer it runs again. `attempt` counts from 1. */
export type JobHandler = (ids: JobIds, job: { id: string; attempt: number; last: boolean }) => Promise<void>;

/** A job that used up its tries. `reason` is the kind of error, never its text, which might name a person. */
export type DeadLetter = { id: string; name: string; ids: JobIds; attempts: number; reason: string; at: Date };

/**
 * Work for later: a courier for what PostgreSQL already knows (see outbox-relay.ts), on Redis or PostgreSQL alike.
 *
 * At least once, at most five tries with growing pauses, then a dead letter. A backend that is away makes `add` refuse
 * within about two seconds and nothing else: the process lives on, and recovers by itself when the backend is back.
 */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly handlers = new Map<string, JobHandler>();
  private readonly schedules = new Map<string, { every: number } | { pattern: string; tz: string }>();
  private queue: Promise<Queue> | undefined;
  private worker: Worker | undefined;
  private working: Promise<void> | undefined;
  private readonly ending = new AbortController();
  private away = false;

  constructor(private readonly backend: QueueBackend) {}

  /**
   * Hands in a job. With a `key` it is taken once: the same key again is ignored while the job waits, runs or is
   * remembered (an hour). `delayMs` is how long it waits first.
   * @throws Refusal `queue.away` (503) when the backend does not answer.
   */
  async add(name: string, ids: JobIds, { key, delayMs }: { key?: string; delayMs?: number } = {}): Promise<void> {
    await this.addAll([{ name, ids, key, delayMs }]);
  }

  /** Hands in several jobs in one round trip; all are taken or the refusal says that some may not be. */
  async addAll(jobs: readonly { name: string; ids: JobIds; key?: string; delayMs?: number }[]): Promise<void> {
    // BullMQ keeps ':' for itself.
    const asked = jobs.map(({ name, ids, key, delayMs }) => ({
      name,
      data: ids,
      opts: { jobId: key?.replaceAll(':', '.'), delay: delayMs },
    }));
    await this.ask((queue) => queue.addBulk(asked));
  }

  /** Lets go of dead letters, so that their keys may be handed in anew. What still waits or runs is left alone. */
  async forgetFailed(keys: readonly string[]): Promise<void> {
    await this.ask(async (queue) => {
      for (const key of keys) {
        const job = await queue.getJob(key);
        if (await job?.isFailed()) await job?.remove();
      }
    });
  }

  /** Registers who does the work called `name`; takes effect in processes that call `start`. */
  work(name: string, handler: JobHandler): void {
    if (this.handlers.has(name)) throw new Error(`two handlers for ${name}`);
    this.handlers.set(name, handler);
  }

  /** Work that comes round: every so many milliseconds, or by cron pattern in Danish time. One tick, however many workers. */
  every(name: string, rhythm: number | string, handler: JobHandler): void {
    this.work(name, handler);
    this.schedules.set(
      name,
      typeof rhythm === 'number' ? { every: rhythm } : { pattern: rhythm, tz: 'Europe/Copenhagen' },
    );
  }

  /** Begins to work, now or when the backend is there. Call once all handlers are registered. */
  start(concurrency = 4): void {
    this.working ??= this.keepWorking(concurrency);
  }

  /** Does the backend answer? Within about two seconds. */
  async alive(): Promise<boolean> {
    return this.ask((queue) => queue.getWaitingCount()).then(
      () => true,
      () => false,
    );
  }

  /** The dead letters, newest first, at most 100. */
  async failed(): Promise<DeadLetter[]> {
    const jobs = await this.ask((queue) => queue.getFailed(0, 99));
    return jobs.map((job) => ({
      id: job.id ?? '',
      name: job.name,
      ids: job.data as JobIds,
      attempts: job.attemptsMade,
      reason: job.failedReason,
      at: new Date(job.finishedOn ?? job.timestamp),
    }));
  }

  /** Lets running jobs finish (at most `patienceMs`), then closes the connections. */
  async stop(patienceMs = 25_000): Promise<void> {
    if (this.stopped) return;
    this.ending.abort();
    const worker = this.worker;
    if (worker && !(await within(patienceMs, worker.close()))) await within(1_000, worker.getBackend().close(true));
    const queue = await this.queue?.catch(() => undefined);
    if (queue) await within(2_000, queue.close());
    if (this.working) await within(1_000, this.working);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private get stopped(): boolean {
    return this.ending.signal.aborted;
  }

  private async ask<T>(question: (queue: Queue) => Promise<T>): Promise<T> {
    if (this.stopped) throw new Refusal('queue.away', { status: 503, retryAfterSeconds: 5 });
    this.queue ??= this.openedQueue();
    const opening = this.queue;
    const asked = opening.then(question);
    asked.then(
      () => this.noteBack(),
      (error: unknown) => this.noteAway(error),
    );
    if (await within(2_500, asked)) return asked;
    throw new Refusal('queue.away', { status: 503, retryAfterSeconds: 5 });
  }

  /** BullMQ never recovers a connection whose first attempt failed, so such a queue is thrown away and made anew. */
  private async openedQueue(): Promise<Queue> {
    const queue = openQueue(this.backend);
    queue.on('error', (error) => this.noteAway(error));
    if (await within(2_400, queue.waitUntilReady())) {
      this.noteBack();
      return queue;
    }
    this.queue = undefined;
    void within(1_000, queue.getBackend().close(true));
    throw new Refusal('queue.away', { status: 503, retryAfterSeconds: 5 });
  }

  private async keepWorking(concurrency: number): Promise<void> {
    while (!this.stopped) {
      const worker = openWorker(this.backend, concurrency, (job) => this.run(job));
      worker.on('error', (error) => this.noteAway(error));
      worker.on('active', () => this.noteBack());
      this.worker = worker;
      try {
        await worker.waitUntilReady();
        await this.schedule();
        this.noteBack();
        await worker.run();
        if (worker.closing) return;
      } catch (error) {
        this.noteAway(error);
      }
      void within(1_000, worker.close(true));
      await pause(1_000, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  /** What came due while nobody was there to work is done now, once however many come back, and not first the next day. */
  private async schedule(): Promise<void> {
    const before = await this.ask((queue) => queue.getJobSchedulers());
    for (const [name, rhythm] of this.schedules)
      await this.ask((queue) => queue.upsertJobScheduler(name, rhythm, { name, data: {} }));
    const after = new Map((await this.ask((queue) => queue.getJobSchedulers())).map(({ key, next }) => [key, next]));
    const missed = before.filter(({ key, pattern, next }) => pattern && this.schedules.has(key) && after.get(key) !== next);
    await this.addAll(missed.map(({ key, next }) => ({ name: key, ids: {}, key: `missed-${key}-${next}` })));
    for (const key of after.keys()) if (!this.schedules.has(key)) await this.ask((queue) => queue.removeJobScheduler(key));
  }

  private async run(job: Job): Promise<void> {
    const attempt = job.attemptsMade + 1;
    try {
      const handler = this.handlers.get(job.name);
      if (!handler) throw new Error('no handler');
      await handler(job.data as JobIds, { id: job.id ?? '', attempt, last: attempt >= (job.opts.attempts ?? 1) });
    } catch (error) {
      this.log.error(`${job.name} ${job.id} failed (try ${attempt})`, error instanceof Error ? error.stack : undefined);
      throw unspoken(error);
    }
  }

  private noteAway(error: unknown): void {
    const said = error instanceof Error ? error.message || codeOf(error) : 'no reason given';
    if (!this.away && !this.stopped)
      this.log.warn(`The queue does not answer (${said}); what is due waits in the outbox.`);
    this.away = true;
  }

  private noteBack(): void {
    if (this.away) this.log.log('The queue answers again.');
    this.away = false;
  }
}

/** The queue keeps a failed job's error for a month: only its kind and place, for the text may quote a person. */
function unspoken(error: unknown): Error {
  const kind =
    error instanceof Refusal ? error.code : `${error instanceof Error ? error.name : 'Error'} ${codeOf(error)}`.trim();
  const kept = new Error(kind);
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  kept.stack = [kind, ...frames].join('\n');
  return kept;
}

/** Whether `work` came to a good end in time; never throws. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  const late = pause(ms, false, { signal: timer.signal }).catch(() => false);
  const done = work.then(
    () => true,
    () => false,
  );
  const answer = await Promise.race([done, late]);
  timer.abort();
  return answer;
}
