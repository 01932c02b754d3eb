// A server of which a part cannot be loaded: it says so right after it is open, and ends.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { HOUSE } from './house-rules/source-files.ts';
import { nodeOptionsWith, startProgram } from './support/program.ts';
import { sqliteTemplate } from './support/sqlite-template.ts';

/** Puts a broken file in the place of the first that is loaded when the desk is open. */
const BREAK = `import { registerHooks } from 'node:module';
const source = 'throw new Error("the head of articles is broken")';
registerHooks({ load: (url, context, next) =>
  url.endsWith('/src/articles/head-routes.ts') ? { format: 'module', source, shortCircuit: true } : next(url, context) });`;

test('what only a page behind the door needs is found to be broken at the start', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-broken-'));
  t.after(() => rm(folder, { recursive: true }));
  await copyFile(await sqliteTemplate(), sqliteFileOf(folder));
  const program = startProgram(join(HOUSE, 'src/main.ts'), [], {
    ...{ DATA_DIR: folder, DATABASE_URL: '', HOST: '', PORT: '0', LOG_LEVEL: 'silent' },
    NODE_OPTIONS: nodeOptionsWith(`data:text/javascript,${encodeURIComponent(BREAK)}`),
  });
  const printed = await program.ended();
  assert.match(printed, /^Claimdesk is open at [\s\S]+\nError: the head of articles is broken\n/);
  assert.equal(program.process.exitCode, 1);
});
