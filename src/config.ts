// The settings of the program: the only file that reads the environment.
import { z } from 'zod';
import {
  addressList,
  isHostsWithPorts,
  isOrigin,
  isPostgresUrl,
  isProxyList,
  proxies,
  wholeNumber,
} from './setting-kinds.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What is said after "allowed is", a default, and the reading, for each variable; the names of config are these in lower case. */
const SETTINGS = {
  PORT: { allowed: 'a whole number from 0 to 65535', read: wholeNumber(0, 65_535).default(3000) },
  HOST: {
    allowed: 'a host name or address to listen on',
    read: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
  },
  DATA_DIR: {
    allowed: 'the path of a folder',
    read: z
      .string()
      .regex(/^[^\0]+$/)
      .default('./data'),
  },
  DATABASE_URL: {
    allowed: 'an address like postgres://user:password@host:5432/database',
    secret: true,
    read: z.string().refine(isPostgresUrl).nullable().default(null),
  },
  SESSION_SECRET: {
    allowed: 'a text of at least 32 characters',
    secret: true,
    read: z.string().min(32).nullable().default(null),
  },
  PUBLIC_URL: {
    allowed: 'the address of this desk as browsers see it, like https://desk.example.org, without a path',
    read: z
      .string()
      .refine(isOrigin)
      .transform((url) => new URL(url).origin)
      .nullable()
      .default(null),
  },
  TRUST_PROXY: {
    allowed: 'false, the number of proxies in front (1, 2 …), or their addresses separated by commas',
    read: z.string().refine(isProxyList).transform(proxies).default(false),
  },
  LOG_LEVEL: { allowed: LOG_LEVELS.join(', '), read: z.enum(LOG_LEVELS).default('info') },
  UPLOAD_LIMIT: {
    allowed: 'a number of bytes from 100000 to 1000000000',
    read: wholeNumber(100_000, 1_000_000_000).default(25_000_000),
  },
  WRITER_FILES: { allowed: 'a whole number from 1 to 1000', read: wholeNumber(1, 1_000).default(60) },
  WRITER_BYTES: {
    allowed: 'a number of bytes from 100000 to 10000000000',
    read: wholeNumber(100_000, 10_000_000_000).default(200_000_000),
  },
  FETCH_ALLOW: {
    allowed: 'hosts with their ports, like wiki.office.example:443, separated by commas',
    read: z.string().transform(addressList).refine(isHostsWithPorts).default([]),
  },
} satisfies Record<string, { allowed: string; secret?: boolean; read: z.ZodType }>;

type Settings = typeof SETTINGS;
export type Config = { readonly [Name in keyof Settings as Lowercase<Name>]: z.output<Settings[Name]['read']> };

/** The names of all variables that this program reads. */
export const configKeys = Object.keys(SETTINGS);

/** A variable has a value that cannot be used. The message names variable, value (unless it is a secret) and what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** The settings from these variables; an unset or empty one takes its default. Throws ConfigError, all bad ones named at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const config: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const value = env[name]?.trim() || undefined;
    const result = setting.read.safeParse(value);
    if (result.success) config[name.toLowerCase()] = result.data;
    else
      wrong.push(
        `${name} is ${'secret' in setting ? 'set to a value not shown here' : JSON.stringify(value)}; allowed is ${setting.allowed}.`,
      );
  }
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  return config as Config;
}

/** The settings of this process: the environment, and what a file `.env` adds to it. Throws ConfigError. */
export function loadConfig(): Config {
  try {
    process.loadEnvFile();
  } catch {
    // No .env here, which is usual.
  }
  return readConfig(process.env);
}
