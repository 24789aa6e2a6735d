import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).max(255).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(12),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default('indgang@example.invalid'),
  DEMO: onOff.optional(),
  DATA_FOLDER: z.string().min(1).max(500).default('.data'),
  TRUST_PROXY: onOff.default(false),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).max(1_000_000).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
});

/** What may be set from outside, read once at start. README lists the variables. */
export class Config {
  readonly port: number;
  readonly host: string;
  /** Where people reach the service: links in mails begin with it. */
  readonly publicUrl: string;
  /** The application's own role: neither superuser nor owner. Empty: the start brings its own PostgreSQL. */
  readonly databaseUrl?: string;
  /** The schema's owner: migrations only. */
  readonly databaseOwnerUrl?: string;
  /** Straight to PostgreSQL, past any transaction pooler: the queue and live updates listen there. */
  readonly databaseDirectUrl?: string;
  readonly databasePoolSize: number;
  readonly redisUrl?: string;
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  /** Demo data, persona chooser and mailbox page. On when no database is given. */
  readonly demo: boolean;
  readonly dataFolder: string;
  readonly trustProxy: boolean;
  /** Requests a minute from one session (or, without one, one network address); 0: as many as they like. */
  readonly rateLimitPerMinute: number;
  /** One line a request from 'info' on; a start without settings speaks only of trouble. */
  readonly logLevel: string;

  constructor(env: z.infer<typeof environment>) {
    this.port = env.PORT;
    this.host = env.HOST;
    this.publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '');
    this.databaseUrl = env.DATABASE_URL;
    this.databaseOwnerUrl = env.DATABASE_OWNER_URL;
    this.databaseDirectUrl = env.DATABASE_DIRECT_URL ?? env.DATABASE_URL;
    this.databasePoolSize = env.DATABASE_POOL_SIZE;
    this.redisUrl = env.REDIS_URL;
    this.smtpUrl = env.SMTP_URL;
    this.mailFrom = env.MAIL_FROM;
    this.demo = env.DEMO ?? env.DATABASE_URL === undefined;
    this.dataFolder = env.DATA_FOLDER;
    this.trustProxy = env.TRUST_PROXY;
    this.rateLimitPerMinute = env.RATE_LIMIT_PER_MINUTE ?? (this.demo ? 0 : 3_000);
    this.logLevel = env.LOG_LEVEL ?? (env.DATABASE_URL === undefined ? 'warn' : 'info');
  }

  get secureCookies(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  /** The same settings with the database that the start brought itself. */
  with(changes: Partial<Pick<Config, 'databaseUrl' | 'databaseOwnerUrl' | 'databaseDirectUrl' | 'port' | 'publicUrl' | 'demo'>>): Config {
    return Object.assign(Object.create(Config.prototype) as Config, this, changes);
  }
}

/** Thrown when a setting is wrong; the message names the variable, never its value. */
export class WrongSetting extends Error {}

/** Reads the settings. Empty variables count as unset. Throws `WrongSetting`. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (parsed.success) return new Config(parsed.data);
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  const reasons = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${withoutValue(issue.code)}`);
  throw new WrongSetting(`These settings cannot be used: ${names.join(', ')} (${reasons.join('; ')}). See "Settings" in README.md.`);
}

const withoutValue = (code: string): string =>
  ({ invalid_format: 'not of the right form', too_small: 'too small', too_big: 'too large', invalid_value: 'not one of the allowed words' })[code] ?? 'not of the right kind';
