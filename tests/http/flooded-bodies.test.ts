// The short version of trials/bodies.ts: floods of bodies against a desk, which stays small.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { sqliteTemplate } from '#tests/support/sqlite-template.ts';
import { type RunningDesk, startRunningDesk } from '../../bench/running-desk.ts';
import { bodyFloods, floodBodies } from '../../trials/body-floods.ts';

/** A quarter of what a desk takes unless told otherwise: its room for bodies is as much smaller, and is as full. */
const UPLOAD_LIMIT = 6_250_000;
const SIZES = { upload: 6_000_000, fields: 1_000, beyond: 10_000_000 };

let folder: string;
let desk: RunningDesk;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimdesk-flooded-'));
  await copyFile(await sqliteTemplate(), sqliteFileOf(folder));
  desk = await startRunningDesk(folder, { UPLOAD_LIMIT: String(UPLOAD_LIMIT) });
});
after(async () => {
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
});

test('eleven at once of each kind: refused, in less memory than a desk may take, and pages come as before', async () => {
  const [reader, cookie] = [await desk.signIn('reviewer'), await desk.signIn('guest')];
  const port = Number(new URL(desk.origin).port);
  let most = 0;
  for (const [name, flood] of Object.entries(bodyFloods(SIZES))) {
    const answers = await floodBodies(flood, { port, cookie, sockets: 11, isOver: () => true });
    const refused = [0, 403, 413, 422, 503];
    if (!name.includes('GET'))
      assert.deepEqual(
        Object.keys(answers)
          .map(Number)
          .filter((status) => !refused.includes(status)),
        [],
        name,
      );
    most = Math.max(most, desk.residentBytes());
    const page = await fetch(`${desk.origin}/articles`, { headers: { cookie: reader } });
    assert.match(await page.text(), /Trams/, name);
  }
  assert.ok(most < 512_000_000, `The desk took ${most} bytes.`);
});
