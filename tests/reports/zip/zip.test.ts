// The ZIP of a signed report: what lies in it, for whom, and that its seal covers all of it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { exportReport } from '#src/cli/export.ts';
import { changeStatement } from '#src/people/desks/statement-commands.ts';
import { fingerprintOf, isSigned } from '#src/people/keys/desk-key.ts';
import { findKeyInUse } from '#src/people/keys/store.ts';
import { getReport } from '#src/reports/signing/store.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { BULLETIN, SECRET, ZIPPED, zipOfNewKey, zipOfReport, zippedArticle, zipsOnce } from './zipped-article.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the ZIP of a signed report', () => {
  let desk: NewsroomDesk;
  let id: string;
  let zips: Record<'internal' | 'public', Buffer>;
  before(async () => {
    zips = await zipsOnce();
    const opened = await ZIPPED.start();
    ({ id } = opened);
    desk = opened;
  });
  after(() => desk.close());

  const downloads = new Map<Audience, Visitor>();
  /** As Ben gets the internal one from its page, Dina the public one: written once more. */
  async function downloaded(audience: Audience): Promise<Visitor> {
    const known = downloads.get(audience);
    if (known !== undefined) return known;
    const person = await desk.visitor(audience === 'internal' ? 'ben' : 'dina');
    await person.visit(`/articles/1/reports/1${audience === 'internal' ? '?audience=internal' : ''}`);
    await person.follow('ZIP');
    downloads.set(audience, person);
    return person;
  }
  /** As it is now. */
  const openedAnew = async () => unzipSync(await zipOfReport(desk, id, { audience: 'public' }));
  const said = (files: Record<string, Uint8Array>, name: string) => strFromU8(files[name] ?? assert.fail(name));

  test('the internal one holds all files, both models, the copies and the log, and says INTERNAL', async () => {
    const files = unzipSync(zips.internal);
    const report = await getReport(desk.db, id, 1);
    assert.match(said(files, 'INTERNAL.txt'), /^INTERNAL/);
    assert.equal(said(files, 'internal/model.json'), report.internal_model);
    assert.equal(said(files, 'public/model.json'), report.public_model);
    for (const ending of ['.html', '.pdf', '.docx', '.md', '.xlsx', '-claims.csv', '-ticks.csv', '.json', '.ris'])
      assert.ok(files[`internal/claimdesk-1-report-1-INTERNAL${ending}`], ending);
    assert.ok(files['public/claimdesk-1-report-1.jsonld']);
    assert.deepEqual([said(files, 'copies/1.txt'), said(files, 'copies/2.txt')], [BULLETIN, SECRET]);
    assert.equal(said(files, 'copies/1.text.txt'), BULLETIN);
    const lines = said(files, 'log.jsonl').trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line));
    assert.equal(entries[0].verb, 'article.taken_in');
    assert.deepEqual([entries.at(-1).verb, entries.at(-1).subject], ['report.signed', `report:${report.id}`]);
    for (const [place, entry] of entries.entries())
      if (place > 0) assert.equal(entry.previous, entries[place - 1].hash);
  });

  test('the public one holds what everybody may have: no confidential copy, hash or name, and no log', async () => {
    const files = unzipSync(zips.public);
    assert.deepEqual(
      Object.keys(files).filter((name) => /^(internal|copies)\/|INTERNAL|log/.test(name)),
      [],
    );
    const copies = JSON.parse(said(files, 'copies.json'));
    assert.deepEqual(
      copies.map(({ number, state, sha256, name }: Record<string, unknown>) => ({ number, state, sha256, name })),
      [{ number: 1, state: 'listed', sha256: sha256(Buffer.from(BULLETIN)), name: 'bulletin-31.txt' }],
    );
    for (const [name, bytes] of Object.entries(files))
      for (const secret of ['Rahmat', 'Sorov', 'east gate', sha256(Buffer.from(SECRET))])
        assert.ok(!Buffer.from(bytes).includes(secret), `${secret} in ${name}`);
  });

  test('hashes cover all files, the seal the hashes and all names, and the desk’s key signs it', async () => {
    for (const audience of ['internal', 'public'] as const) {
      const files = unzipSync(zips[audience]);
      const seal = JSON.parse(said(files, 'seal.json'));
      assert.deepEqual(seal.names, Object.keys(files));
      const sums = Object.entries(files)
        .slice(0, -3)
        .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
      assert.equal(said(files, 'SHA256SUMS'), sums.join(''));
      assert.equal(seal.sums_sha256, sha256(files.SHA256SUMS ?? assert.fail()));
      assert.equal(seal.statement_sha256, sha256(files['statement.json'] ?? assert.fail()));
      const { public_key } = (await findKeyInUse(desk.db, desk.desks.foreign.id)) ?? assert.fail();
      assert.deepEqual([seal.key, seal.report_key], [fingerprintOf(public_key), fingerprintOf(public_key)]);
      assert.ok(isSigned(said(files, 'seal.json'), { signature: said(files, 'seal.sig').trim(), public_key }));
    }
  });

  test('the same report gives the same bytes', async () => {
    for (const audience of ['internal', 'public'] as const) {
      const { bytes } = await downloaded(audience);
      assert.equal(sha256(bytes), sha256(zips[audience]));
    }
  });

  test('the page of the report offers it, to guests the public one; a draft has none', async () => {
    const ben = await downloaded('internal');
    assert.deepEqual([ben.status, ben.headers['content-type']], [200, 'application/zip']);
    assert.match(ben.headers['content-disposition'] ?? '', /claimdesk-1-report-1-INTERNAL\.zip/);
    const dina = await downloaded('public');
    assert.match(dina.headers['content-disposition'] ?? '', /claimdesk-1-report-1\.zip/);
    assert.equal((await dina.visit('/articles/1/reports/1/report.zip?audience=internal')).status, 403);
    assert.equal((await ben.visit('/articles/1/report.zip')).status, 404);
    await assert.rejects(
      exportReport(desk.operator, 1, { format: 'zip' }),
      /Only a signed report comes as a ZIP. Say which with --number./,
    );
    const { file_name } = await exportReport(desk.operator, 1, { format: 'zip', number: '1', audience: 'internal' });
    assert.equal(file_name, 'claimdesk-1-report-1-INTERNAL.zip');
  });

  test('where the desk says so the public one has the bytes of open copies', async () => {
    const wanted = { interests: '', complaints_to: '', answer_days: 14, names_public: true, revision: 0 };
    await changeStatement(desk.ctxOf('ada'), desk.desks.foreign.slug, { ...wanted, revision: 1, copies_public: true });
    const files = await openedAnew();
    assert.deepEqual(
      Object.keys(files).filter((name) => name.startsWith('copies/')),
      ['copies/1.txt', 'copies/1.text.txt'],
    );
    assert.equal(said(files, 'copies/1.txt'), BULLETIN);
    const none = { ...wanted, revision: 2 };
    await changeStatement(desk.ctxOf('ada'), desk.desks.foreign.slug, none);
  });

  test('after a new key the ZIP names both: the one that signed the report, and the one that seals', async () => {
    const { bytes, fingerprint } = await zipOfNewKey();
    const files = unzipSync(bytes);
    const seal = JSON.parse(said(files, 'seal.json'));
    assert.equal(seal.key, fingerprint);
    assert.notEqual(seal.report_key, fingerprint);
  });

  test('a source that became confidential since is told by number and hash, as the signed report has it', async () => {
    behindTheLog(desk.db);
    await desk.db
      .updateTable('source')
      .set({ is_confidential: 1, alias: 'an official' })
      .where('number', '=', 3)
      .execute();
    const [copy] = JSON.parse(said(await openedAnew(), 'copies.json'));
    assert.deepEqual([copy.number, copy.name, copy.media_type, copy.text_sha256], [1, '', '', null]);
  });
});

test('an open copy that names a confidential source is not handed out, whatever the desk says', async () => {
  const desk = await startNewsroom();
  const { id } = await zippedArticle(desk, `${BULLETIN} A guard, Rahmat Sorov, was questioned.`);
  const said = { interests: '', complaints_to: '', answer_days: 14, names_public: true, copies_public: true };
  await changeStatement(desk.ctxOf('ada'), desk.desks.foreign.slug, { ...said, revision: 1 });
  const files = unzipSync(await zipOfReport(desk, id, { audience: 'public' }));
  const copies = JSON.parse(strFromU8(files['copies.json'] ?? assert.fail()));
  assert.deepEqual(
    copies.map(({ number, state }: Record<string, unknown>) => [number, state]),
    [[1, 'listed']],
  );
  await desk.close();
});
