// The folder of the desk's file: made, or a start says in a sentence why it cannot be.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { openDatabase } from '#src/database/connect.ts';
import { makeDataFolder } from '#src/database/data-folder.ts';
import { itemAt } from '#src/item-at.ts';
import { claimdesk } from '#tests/cli/support.ts';
import { HOUSE } from '#tests/house-rules/source-files.ts';
import { startProgram } from '#tests/support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-folder-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the server says of this DATA_DIR, and how it ends. */
async function startOn(DATA_DIR: string): Promise<{ said: string; code: number | null }> {
  const env = { DATA_DIR, DATABASE_URL: '', HOST: '', PORT: '0', LOG_LEVEL: 'silent' };
  const program = startProgram(join(HOUSE, 'src/main.ts'), [], env);
  return { said: await program.ended(), code: program.process.exitCode };
}

const onLinux = { skip: process.platform !== 'linux', timeout: 90_000 };
const HOW = 'Give DATA_DIR the path of a folder that this user may write.';

describe('the folder of the desk’s file', () => {
  test('is made with all that is missing above it, for this user alone', () => {
    const path = join(folder, 'a', 'b', 'c');
    makeDataFolder(path);
    makeDataFolder(path);
    assert.equal(statSync(path).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, 'a')).mode & 0o777, 0o700);
  });

  test('a place that takes no folder ends the start with a sentence, and never hangs', onLinux, async () => {
    const said = `The folder /proc/desk/data cannot be made: /proc takes no new folder (ENOENT). ${HOW}`;
    assert.deepEqual(await startOn('/proc/desk/data'), { said, code: 1 });
    const demo = await claimdesk(['demo'], { data_dir: '/proc/desk/data', env: { PORT: '0' } });
    assert.deepEqual([demo.err.includes(said), demo.code], [true, 1]);
  });

  test('a file where the folder should be, or above it, is named', async () => {
    const file = join(folder, 'notes.txt');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'data'), join(file, 'deeper', 'data')])
      assert.throws(() => makeDataFolder(path), {
        name: 'DatabaseUnusable',
        message: `The folder ${path} cannot be made, since ${file} is a file. ${HOW}`,
      });
    await assert.rejects(openDatabase({ data_dir: file, database_url: null }, 'server'), { name: 'DatabaseUnusable' });
  });

  test('a folder that this user may not write, or not write in, is named', onLinux, async () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o555);
    chmodSync(folder, 0o755);
    const program = join(HOUSE, 'tests/database/programs/open-without-rights.ts');
    const said = (await startProgram(program, [locked, join(locked, 'data')]).ended()).split('\n');
    assert.match(itemAt(said, 0), /^DatabaseUnusable: This user may not write in the folder .*locked\. Give DATA_DIR/);
    assert.match(
      itemAt(said, 1),
      /^DatabaseUnusable: The folder .*data cannot be made: this user may not write in .*locked\./,
    );
  });
});
