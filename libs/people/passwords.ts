import { Algorithm, hash, verify } from '@node-rs/argon2';
import { Refusal } from '#platform';

/** OWASP ASVS 5.0 appendix C: 19 MiB, 2 passes, 1 lane. */
const cost = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const currentCost = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** Hashing takes memory and one of four background threads: more at once would stand in the way of everything else. */
const atOnce = 3;
const mayWait = 200;
let running = 0;
const waiting: (() => void)[] = [];

/** Hash of a password that nobody has: an unknown address costs the same time as a known one. */
const nobodysHash = hash('nobody has this password', cost);

/** argon2id, for keeping. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/** Whether the password fits; takes its time even when there is no hash to compare with. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await nobodysHash);
  const fits = await inTurn(() => verify(against, password));
  return fits && stored !== null && stored !== undefined;
}

/** Whether a kept hash was made with other cost than today's: then it is made anew at the next sign-in. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(currentCost);

/** Refuses with `sign-in.wait` (429) when the queue is hopeless. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mayWait) throw new Refusal('sign-in.wait', { status: 429, retryAfterSeconds: 5 });
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
