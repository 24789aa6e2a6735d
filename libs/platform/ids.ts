import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** Ids come from here, never from the database: uuid v7, so that they sort by when they were made. */
@Injectable()
export class Ids {
  next(): string {
    return v7();
  }
}

/** A 256-bit secret for a session or a link, safe in a URL. Handed out once; only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of a token (or instead of a guessed address). */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
