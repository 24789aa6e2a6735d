import { Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP ASVS 5.0 appendix C: 19 MiB, 2 passes, 1 lane. */
const cost = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a password that nobody has: an unknown address costs the same time as a known one. */
const nobodysHash = hash('nobody has this password', cost);

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Whether the password fits; takes its time even when there is no hash to compare with. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobodysHash), password);
  return fits && stored !== null && stored !== undefined;
}
