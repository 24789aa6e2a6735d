import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { operation, Operation } from './operation.js';
import { Readiness } from './readiness.js';
import { Refusal } from './refusal.js';

const health = { method: 'get', tag: 'Health', permission: 'public' } as const;
const answer = z.object({ status: z.enum(['live', 'ready']) });

export const readLive = operation({
  ...health,
  id: 'readLive',
  path: '/health/live',
  summary: 'The process runs',
  answer,
});
export const readReady = operation({
  ...health,
  id: 'readReady',
  path: '/health/ready',
  summary: 'The process can take requests: the database answers',
  answer,
  refuses: ['not-ready'],
});

/** For the one who keeps the service running. Outside /api/v1; never asks for sign-in and never says more than this. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** Says nothing about database or queue: restarting this process would not bring them back. */
  @Operation(readLive)
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 503 within two seconds of the database's loss, and at once when the process begins to stop. */
  @Operation(readReady)
  async ready(): Promise<{ status: 'ready' }> {
    const state = await this.readiness.state();
    if (state === 'ready') return { status: 'ready' };
    throw new Refusal('not-ready', { status: 503, retryAfterSeconds: 2, extra: { state } });
  }
}
