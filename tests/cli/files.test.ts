// What a command writes: the whole file, or none.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { CommandFailed } from '#src/cli/command.ts';
import { writePieces } from '#src/cli/files.ts';
import { piecesOf } from '#src/outgoing-file.ts';

test('a file that breaks off while it is written does not stay, and one that is written does', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-'));
  t.after(() => rm(folder, { recursive: true }));
  async function* broken() {
    yield 'a'.repeat(600_000);
    throw new Error('the database went away');
  }
  await assert.rejects(writePieces(join(folder, 'half.csv'), piecesOf(broken())), /the database went away/);
  assert.deepEqual(await readdir(folder), []);
  await writePieces(join(folder, 'whole.csv'), piecesOf(['one,', 'two']));
  assert.equal(await readFile(join(folder, 'whole.csv'), 'utf8'), 'one,two');
  await assert.rejects(
    writePieces(join(folder, 'no', 'such.csv'), piecesOf(['one'])),
    (error) => error instanceof CommandFailed && /could not be written/.test(error.message),
  );
});
