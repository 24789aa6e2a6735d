import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The embedded server's three roles and their passwords: made once, kept beside the data for this account only. */
export type Secrets = { postgres: string; indgang_owner: string; indgang_app: string };

/** Reads the passwords, making them the first time. */
export function loadSecrets(folder: string): Secrets {
  const file = `${folder}.secrets.json`;
  if (!existsSync(file)) {
    const secret = () => randomBytes(24).toString('base64url');
    writeFileSync(file, JSON.stringify({ postgres: secret(), indgang_owner: secret(), indgang_app: secret() }), {
      mode: 0o600,
      flag: 'wx',
    });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

/** A role's address; the server listens on this machine only. */
export function address(user: keyof Secrets, secrets: Secrets, port: number, database: string): string {
  return `postgres://${user}:${secrets[user]}@127.0.0.1:${port}/${database}`;
}
