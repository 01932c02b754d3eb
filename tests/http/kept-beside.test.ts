// What is made of the program's own files is made once, and read at the next start.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keptBeside } from '#src/http/kept-beside.ts';

test('what was made is read the next time, and nothing half written is left', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-made-'));
  t.after(() => rm(folder, { recursive: true }));
  const below = join(folder, 'made');
  const ask = (words: string) => keptBeside('sheet-1', async () => Buffer.from(words), below);
  assert.equal(String(await ask('first')), 'first');
  assert.equal(String(await ask('second')), 'first');
  assert.deepEqual(await readdir(below), ['sheet-1']);
});

test('where nothing can be kept it is made each time', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-made-'));
  t.after(() => rm(folder, { recursive: true }));
  const no_folder = join(folder, 'a-file');
  await writeFile(no_folder, '');
  for (const words of ['first', 'second'])
    assert.equal(String(await keptBeside('sheet-1', async () => Buffer.from(words), no_folder)), words);
});
