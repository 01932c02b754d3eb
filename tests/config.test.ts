// Settings: each has its default, and a bad one says which, what it is and what is allowed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError, configKeys, readConfig } from '#src/config.ts';

const DEFAULTS = {
  port: 3000,
  host: '127.0.0.1',
  data_dir: './data',
  database_url: null,
  session_secret: null,
  public_url: null,
  trust_proxy: false,
  log_level: 'info',
  upload_limit: 25_000_000,
  writer_files: 60,
  writer_bytes: 200_000_000,
  fetch_allow: [],
};

test('without any variable the defaults hold', () => {
  assert.deepEqual(readConfig({}), DEFAULTS);
});

test('an empty variable counts as unset', () => {
  assert.deepEqual(readConfig({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' }), DEFAULTS);
});

const GOOD: [variable: string, value: string, name: keyof typeof DEFAULTS, read: unknown][] = [
  ['PORT', '8080', 'port', 8080],
  ['PORT', '0', 'port', 0],
  ['HOST', '::1', 'host', '::1'],
  ['HOST', 'desk.local', 'host', 'desk.local'],
  ['DATA_DIR', '/srv/desk data', 'data_dir', '/srv/desk data'],
  ['DATABASE_URL', 'postgres://a:b@c:5432/d', 'database_url', 'postgres://a:b@c:5432/d'],
  [
    'DATABASE_URL',
    'postgresql:///desk?host=/run/postgresql',
    'database_url',
    'postgresql:///desk?host=/run/postgresql',
  ],
  ['PUBLIC_URL', 'https://desk.example.org/', 'public_url', 'https://desk.example.org'],
  ['PUBLIC_URL', 'http://10.0.0.7:3000', 'public_url', 'http://10.0.0.7:3000'],
  ['TRUST_PROXY', 'false', 'trust_proxy', false],
  ['TRUST_PROXY', '2', 'trust_proxy', 2],
  ['TRUST_PROXY', 'loopback, 10.0.0.0/8', 'trust_proxy', 'loopback, 10.0.0.0/8'],
  ['LOG_LEVEL', 'silent', 'log_level', 'silent'],
  ['UPLOAD_LIMIT', '2000000', 'upload_limit', 2_000_000],
];
for (const [variable, value, name, read] of GOOD)
  test(`${variable}=${value} is taken`, () => assert.equal(readConfig({ [variable]: value })[name], read));

const BAD: [variable: string, value: string][] = [
  ['FETCH_ALLOW', 'wiki.office.example'],
  ['FETCH_ALLOW', 'https://wiki.office.example:443'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '3000.5'],
  ['PORT', '0x10'],
  ['PORT', 'http'],
  ['HOST', 'http://desk'],
  ['PUBLIC_URL', 'desk.example.org'],
  ['PUBLIC_URL', 'https://desk.example.org/checking'],
  ['PUBLIC_URL', 'ftp://desk.example.org'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', 'my-proxy'],
  ['LOG_LEVEL', 'loud'],
  ['UPLOAD_LIMIT', '10mb'],
  ['UPLOAD_LIMIT', '5'],
];
for (const [variable, value] of BAD)
  test(`${variable}=${value} is refused by name, with what is allowed`, () => {
    const start = `${variable} is ${JSON.stringify(value)}; allowed is `;
    assert.throws(
      () => readConfig({ [variable]: value }),
      (error) => error instanceof ConfigError && error.message.startsWith(start),
    );
  });

test('a secret that cannot be used is named but never shown', () => {
  for (const secret of [{ SESSION_SECRET: 'hunter2' }, { DATABASE_URL: 'mysql://desk:hunter2@host/desk' }])
    assert.throws(
      () => readConfig(secret),
      (error) => {
        assert.ok(error instanceof ConfigError);
        assert.match(error.message, /^(SESSION_SECRET|DATABASE_URL) is set to a value not shown here; allowed is /);
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
      },
    );
});

test('all bad variables are named at once', () => {
  assert.throws(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' }), /PORT is .*\nLOG_LEVEL is /);
});

test('.env.example lists every variable, and can be used as it is', () => {
  const lines = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8').split('\n');
  const named = lines.flatMap((line) => line.match(/^(?:# )?([A-Z_]+)=/)?.[1] ?? []);
  assert.deepEqual(named, configKeys);
  const set = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=') as [string, string]);
  assert.deepEqual(readConfig(Object.fromEntries(set)), DEFAULTS);
});

test('FETCH_ALLOW is a list of hosts with their ports', () => {
  const { fetch_allow } = readConfig({ FETCH_ALLOW: ' Wiki.Office.example:443, 127.0.0.1:8080,[::1]:80,' });
  assert.deepEqual(fetch_allow, ['wiki.office.example:443', '127.0.0.1:8080', '[::1]:80']);
});
