/** A Redis for one test file alone, to be killed: without a log, so that a kill makes it forget everything. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './product.js';

export class OwnRedis {
  private child: ChildProcess | undefined;

  private constructor(private readonly port: number) {}

  static async start(): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort());
    redis.back();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  back(): void {
    const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    this.child = spawn('redis-server', ['--port', String(this.port), ...options], { stdio: 'ignore' });
  }

  async kill(): Promise<void> {
    if (!this.child || this.child.signalCode) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
