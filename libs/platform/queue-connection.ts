/**
 * BullMQ on Redis where there is one, on PostgreSQL otherwise. Both objects are made here and nowhere else, because the
 * options that keep a dead or hung backend from holding up a request differ between the two, and between asking and working.
 */
import { createPostgresBackend, type Job, Queue, Worker } from 'bullmq';
import pg from 'pg';

/**
 * BullMQ's own tables live here on PostgreSQL, apart from ours; the owner makes them, the application uses them. BullMQ
 * looks for them under this name when the connections are ours.
 */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * `postgresUrl` goes straight to PostgreSQL: the queue listens there, which no transaction pooler passes on. Tests give
 * each queue a `name` of its own and a short first pause between tries.
 */
export type QueueBackend = { redisUrl?: string; postgresUrl: string; name?: string; firstPauseMs?: number };

/** A worker that died is noticed within seconds, not after BullMQ's usual minute (measured: 6 s instead of 60 s). */
const liveliness = {
  lockDuration: 5_000,
  stalledInterval: 2_000,
  maxStalledCount: 5,
  runRetryDelay: 1_000,
  drainDelay: 5,
};

/** Finished jobs are kept for an hour, so that a key handed in again is known; failed ones a month, to be looked at. */
const jobOptions = (firstPauseMs = 1_000) => ({
  attempts: 5,
  backoff: { type: 'exponential', delay: firstPauseMs },
  removeOnComplete: { age: 3_600, count: 5_000 },
  removeOnFail: { age: 30 * 86_400 },
});

/** The asking side: gives up within about a second rather than wait for a backend that does not answer. */
export function openQueue({ redisUrl, postgresUrl, name = 'indgang', firstPauseMs }: QueueBackend): Queue {
  const defaultJobOptions = jobOptions(firstPauseMs);
  if (redisUrl === undefined) {
    const connection = connectionsTo(postgresUrl, 3, 2_000);
    const queue = new Queue(name, { connection, defaultJobOptions }, createPostgresBackend);
    queue.getBackend().once('close', () => void connection.end());
    return queue as unknown as Queue;
  }
  const connection = {
    url: redisUrl,
    enableOfflineQueue: false,
    commandTimeout: 1_000,
    connectTimeout: 2_000,
    maxRetriesPerRequest: 1,
    retryStrategy: retry,
  };
  return new Queue(name, { connection, defaultJobOptions });
}

/** The working side, on connections of its own; it waits for its backend as long as it takes. */
export function openWorker(
  { redisUrl, postgresUrl, name = 'indgang' }: QueueBackend,
  concurrency: number,
  run: (job: Job) => Promise<void>,
): Worker {
  const options = { ...liveliness, concurrency, autorun: false };
  if (redisUrl === undefined) {
    const connection = connectionsTo(postgresUrl, 5, 10_000);
    const worker = new Worker(name, run, { ...options, connection }, createPostgresBackend);
    worker.getBackend().once('close', () => void connection.end());
    return worker as unknown as Worker;
  }
  return new Worker(name, run, {
    ...options,
    connection: { url: redisUrl, maxRetriesPerRequest: null, retryStrategy: retry },
  });
}

/**
 * Ours, not BullMQ's: of its own connections the listening one stops hearing of errors when it is closed, and a PostgreSQL
 * that ends just then would end the process (measured: one kill of the server in three).
 */
function connectionsTo(connectionString: string, max: number, query_timeout: number): pg.Pool {
  const options = `-c search_path=${QUEUE_SCHEMA}`;
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 2_000, query_timeout, keepAlive: true, options });
  return pool.on('connect', (client) => client.on('error', () => undefined));
}

const retry = () => 500;
