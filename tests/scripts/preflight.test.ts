// An old Node is told in two sentences, before anything else is loaded.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const PREFLIGHT = join(import.meta.dirname, '../../scripts/preflight.cjs');

function startAs(version: string): { status: number | null; stderr: string } {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require(${JSON.stringify(PREFLIGHT)});`;
  return spawnSync(process.execPath, ['--eval', pretend], { encoding: 'utf8' });
}

for (const version of ['0.10.48', '18.20.0', '20.20.2', '24.14.9'])
  test(`Node ${version} is sent away with two sentences`, () => {
    const { status, stderr } = startAs(version);
    assert.equal(status, 1);
    assert.match(
      stderr,
      new RegExp(`^Claimdesk needs Node 24.15 or newer, and this is Node ${version}\\.\nRun "npm ci".*\\.\n$`),
    );
  });

for (const version of ['24.15.0', '24.21.0', '25.0.0', '26.1.0'])
  test(`Node ${version} is let in`, () => {
    assert.deepEqual(startAs(version).status, 0);
  });

test('Linux is told to keep no memory that the server does not use, unless somebody has set it otherwise', (t) => {
  if (process.platform !== 'linux') return t.skip('Other systems need not be told.');
  const folder = mkdtempSync(join(tmpdir(), 'claimdesk-preflight-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const told = (file: string, settings: Record<string, string> = {}) => {
    writeFileSync(
      join(folder, file),
      'console.log(process.env.MALLOC_ARENA_MAX, process.argv[2], process.execArgv[0], process.execArgv[3]);',
    );
    const arguments_ = ['--no-deprecation', '--require', PREFLIGHT, join(folder, file), 'demo'];
    const { MALLOC_ARENA_MAX: _, DATABASE_URL: __, ...rest } = process.env;
    const asked = { encoding: 'utf8', cwd: folder, env: { ...rest, ...settings } } as const;
    return spawnSync(process.execPath, arguments_, asked).stdout.trim();
  };
  assert.equal(told('main.ts'), '1 demo --no-deprecation undefined');
  assert.equal(told('cli.ts'), '1 demo --no-deprecation undefined');
  assert.equal(told('main.ts', { MALLOC_ARENA_MAX: '4' }), '4 demo --no-deprecation undefined');
  assert.equal(told('other.ts'), 'undefined demo --no-deprecation undefined');
  const DATABASE_URL = 'postgres://desk@127.0.0.1/desk';
  const more = '1 demo --no-deprecation --max-semi-space-size=16';
  assert.equal(told('main.ts', { DATABASE_URL }), more, 'and on PostgreSQL to keep more of what is young');
  writeFileSync(join(folder, '.env'), `DATABASE_URL=${DATABASE_URL}\n`);
  assert.equal(told('main.ts'), more);
  assert.equal(told('main.ts', { DATABASE_URL: '' }), '1 demo --no-deprecation undefined');
});

test('what one start has compiled is kept for the next, beside the packages or where somebody has set it', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'claimdesk-preflight-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const keptIn = (settings: Record<string, string>) => {
    const { NODE_COMPILE_CACHE: _, ...rest } = process.env;
    const asked = ['--require', PREFLIGHT, '--print', "require('node:module').getCompileCacheDir()"];
    return spawnSync(process.execPath, asked, { encoding: 'utf8', env: { ...rest, ...settings } });
  };
  const ours = join(PREFLIGHT, '../../node_modules/.cache/claimdesk/compiled');
  assert.ok(keptIn({}).stdout.startsWith(ours));
  assert.ok(keptIn({ NODE_COMPILE_CACHE: folder }).stdout.startsWith(folder));
  writeFileSync(join(folder, 'file'), '');
  const nowhere = keptIn({ NODE_COMPILE_CACHE: join(folder, 'file') });
  assert.deepEqual([nowhere.status, nowhere.stderr], [0, ''], 'where it may not be written, the start goes on');
});
