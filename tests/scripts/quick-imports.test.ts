// Imports that say where their file is are taken at their word, and mean what Node would make of them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { HOUSE } from '#tests/house-rules/source-files.ts';

const house = pathToFileURL(join(HOUSE, '/')).href;

test('a file of ours stands where its import says, one of a package where Node finds it, and a missing one is named', async () => {
  assert.equal(import.meta.resolve('#src/paths.ts'), `${house}src/paths.ts`);
  assert.equal(import.meta.resolve('../support/program.ts'), `${house}tests/support/program.ts`);
  assert.match(import.meta.resolve('kysely'), /\/node_modules\/kysely\/.*\.js$/);
  assert.equal(import.meta.resolve('node:fs'), 'node:fs');
  const missing: string = './no-such-file.ts';
  await assert.rejects(import(missing), { code: 'ENOENT', message: /no-such-file\.ts/ });
});

test('each beginning with # stands for the folder of its name', () => {
  const { imports } = JSON.parse(readFileSync(join(HOUSE, 'package.json'), 'utf8'));
  for (const [name, folder] of Object.entries(imports)) assert.equal(folder, `./${name.slice(1)}`);
});

test('every start of the program does so', () => {
  const preflight = join(HOUSE, 'scripts/preflight.cjs');
  const asked = ['--require', preflight, '--print', "Object.keys(require.cache).join('\\n')"];
  assert.match(spawnSync(process.execPath, asked, { encoding: 'utf8' }).stdout, /quick-imports\.cjs/);
});
