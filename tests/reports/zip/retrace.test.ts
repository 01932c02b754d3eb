// Re-tracing the ZIP of a signed report with nothing but the ZIP: what holds, and by whose key.
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { type Context, systemContext } from '#src/context.ts';
import { CAST } from '#src/demo/cast.ts';
import { publicKeyAsPem } from '#src/people/keys/desk-key.ts';
import { getPublicKey } from '#src/people/keys/store.ts';
import { findPersonByEmail } from '#src/people/person-store.ts';
import { writeSignedFile } from '#src/reports/files.ts';
import { retraceZip } from '#src/reports/retrace/retrace-zip.ts';
import type { Retraced } from '#src/reports/retrace/retraced.ts';
import { signReport } from '#src/reports/signing/sign-commands.ts';
import { claimdesk, claimdeskProcess, freshFolder } from '#tests/cli/support.ts';
import { lendTold, TOLD_AT } from '#tests/demo/told.ts';
import { startDesk } from '#tests/support/app.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';
import { ZIPPED, zipOfNewKey, zipsOnce } from './zipped-article.ts';

describe('the ZIP of a signed report, re-traced', () => {
  let desk: NewsroomDesk;
  let folder: string;
  const files = { internal: '', public: '' };
  before(async () => {
    const zips = await zipsOnce();
    desk = await ZIPPED.start();
    folder = await mkdtemp(join(tmpdir(), 'claimdesk-zip-'));
    for (const audience of ['internal', 'public'] as const) {
      files[audience] = join(folder, `${audience}.zip`);
      await writeFile(files[audience], zips[audience]);
    }
  });
  after(() => desk.close());

  const howOf = (found: Retraced) => found.checks.map(({ check, how }) => `${check}: ${how}`);
  const rulesIn = ({ checks }: Retraced, how: string) =>
    checks.find((one) => one.check === 'Sign-off checks' && one.how === how)?.said;

  test('everything in the internal one is worked out anew, but what no report holds', async () => {
    const found = await retraceZip(files.internal, []);
    assert.equal(found.fault, null);
    assert.deepEqual([found.audience, found.article, found.report, found.is_trusted], ['internal', 1, 1, null]);
    assert.deepEqual(howOf(found), [
      ...['The ZIP itself', 'Seal', 'Files', 'Statement', 'Models', 'Numbers'].map((check) => `${check}: recomputed`),
      ...['Saved copies', 'Passages', 'Log', 'Sign-off checks'].map((check) => `${check}: recomputed`),
      'Sign-off checks: taken',
    ]);
    assert.match(rulesIn(found, 'taken') ?? '', /: R13, R14, R17, R19, R20\.$/);
    assert.ok(found.checks.some(({ said }) => said.startsWith('2 passages looked up in the text of the copies')));
  });

  test('of the public one it says what it took from what was signed', async () => {
    const found = await retraceZip(files.public, []);
    assert.equal(found.fault, null);
    assert.deepEqual(
      howOf(found).filter((line) => line.endsWith('taken')),
      ['Internal model', 'Passages', 'Log', 'Sign-off checks'].map((check) => `${check}: taken`),
    );
    assert.match(rulesIn(found, 'taken') ?? '', /R8/);
  });

  test('at a terminal: 3 where nobody named a key, 0 for the right one or its file, 1 for another', async () => {
    const { public_key } = await getPublicKey(desk.db, desk.desks.foreign.id, 1);
    const { zip_key } = await retraceZip(files.public, []);
    // No desk is there: it needs none.
    const data_dir = await freshFolder();
    const said = await claimdeskProcess(['verify', files.public], { data_dir });
    assert.equal(said.code, 3);
    assert.match(said.out, /^Report 1 on article 1 of Foreign desk, public, signed 2026-/);
    assert.match(said.out, /It is signed by SHA256: [A-Za-z0-9+/ ]+\n.*compare it with the page of the desk/);
    const right = await claimdesk(['verify', files.internal, '--key', zip_key], { data_dir });
    assert.deepEqual([right.code, right.err], [0, '']);
    assert.match(right.out, /Everything holds, and it is the key that you trust\.\n$/);
    await writeFile(join(folder, 'key.pem'), publicKeyAsPem(public_key));
    const as_json = await claimdesk(['verify', files.public, '--key', join(folder, 'key.pem'), '--json'], { data_dir });
    assert.deepEqual([as_json.code, JSON.parse(as_json.out).holds], [0, true]);
    const wrong = await claimdesk(['verify', files.public, '--key', `SHA256:${'A'.repeat(43)}`], { data_dir });
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /^It does not hold\. It was sealed with another key than the one that you trust: SHA256:/);
    assert.equal((await claimdesk(['verify', files.public, '--key', 'nothing'], { data_dir })).code, 2);
    assert.equal((await claimdesk(['verify', files.public, '--head', 'a'.repeat(64)], { data_dir })).code, 2);
    assert.equal((await claimdesk(['verify', '--key', zip_key], { data_dir })).code, 2);
    assert.equal((await claimdesk(['verify', join(folder, 'none.zip')], { data_dir })).code, 1);
  });

  test('after a new key of the desk the newer one vouches for the older, and not the other way round', async () => {
    const { report_key } = await retraceZip(files.public, []);
    const { bytes, fingerprint } = await zipOfNewKey();
    const path = join(folder, 'later.zip');
    await writeFile(path, bytes);
    const newer = await retraceZip(path, [fingerprint]);
    assert.deepEqual([newer.fault, newer.is_trusted, newer.report_key], [null, true, report_key]);
    const older = await retraceZip(path, [report_key]);
    assert.match(older.fault ?? '', /the ZIP was sealed with another, SHA256:/);
  });
});

test('both ZIPs of each report of the demo hold: reasons, waivers, legal clearance, confidential sources and all', async () => {
  const desk = await startDesk({ lend: lendTold });
  const ctx = systemContext(desk.db, TOLD_AT);
  const { email } = CAST.ada;
  const { id, display_name } = (await findPersonByEmail(desk.db, email)) ?? assert.fail();
  const ada: Context = { ...ctx, actor: { kind: 'person', id, display_name, is_administrator: true } };
  const raid = await getArticle(ada, 1);
  await signReport(ada, raid.id, {
    number: 1,
    version: 1,
    open_claims: [1, 7],
    reason: 'Claim 7 waits for the ministry.',
  });
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-zip-'));
  for (const article of [raid, await getArticle(ctx, 2)])
    for (const audience of ['internal', 'public'] as const) {
      const path = join(folder, `${article.number}-${audience}.zip`);
      await writeFile(path, await bytesOf(await writeSignedFile(ada, article, { format: 'zip', audience, number: 1 })));
      const found = await retraceZip(path, []);
      assert.deepEqual([found.fault, found.checks.at(-1)?.check], [null, 'Sign-off checks'], path);
    }
  await desk.close();
});
