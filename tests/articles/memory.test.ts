// The short version of trials/memory.ts: three bombs at once against a desk that stays small.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { sqliteTemplate } from '#tests/support/sqlite-template.ts';
import { type RunningDesk, startRunningDesk } from '../../bench/running-desk.ts';
import { BOMBS, bringAtOnce } from '../../trials/document-bombs.ts';

const MOST_BYTES = 512 * 1024 ** 2;
let folder: string;
let desk: RunningDesk;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimdesk-memory-'));
  await copyFile(await sqliteTemplate(), sqliteFileOf(folder));
  desk = await startRunningDesk(folder);
});
after(async () => {
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
});

test('three bombs at once: each is refused, pages are answered, and server and children stay under 512 MB', async () => {
  const cookie = await desk.signIn('reviewer');
  const brought = BOMBS['PDFs of one text of 600 MB, not counted'];
  assert.ok(brought);
  const { statuses, family, pages } = await bringAtOnce(desk, { brought, times: 3, cookie });
  assert.deepEqual(statuses, [422, 422, 422]);
  assert.ok(pages.length > 0);
  assert.ok(family < MOST_BYTES, `${Math.round(family / 1024 ** 2)} MB`);
});
