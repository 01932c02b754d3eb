// Captures: stored work under the guard, done once whatever happens to its process.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { WARCParser } from 'warcio';
import { openDatabase } from '#src/database/connect.ts';
import { Forbidden, NotFound, type RuleBroken } from '#src/errors.ts';
import { sweepFiles } from '#src/files/commands.ts';
import { getJob } from '#src/jobs/store.ts';
import { startWorker, type WorkerParts, workOnce } from '#src/jobs/worker.ts';
import { memberRolesThatMay } from '#src/people/permissions.ts';
import { askForCapture } from '#src/sources/snapshots/capture-commands.ts';
import { verifyCopies } from '#src/sources/snapshots/verify.ts';
import { ARTICLE, type HostileServer, startHostileServer } from '#tests/fetching/hostile-server.ts';
import { onEachEngine, onSqlite } from '#tests/support/engines.ts';
import { hireCast, openNewsroom } from '#tests/support/newsroom.ts';
import { startProgram } from '#tests/support/program.ts';
import { captureJobs } from '#tests/support/source-verbs.ts';
import { addedSource, allCopies, bytesOf, PNG } from '../copies.ts';

const BIG = randomBytes(2_000_000);
let server: HostileServer;
before(async () => {
  server = await startHostileServer({
    '/big': (_req, res) => void res.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(BIG),
    '/real-picture': (_req, res) => void res.writeHead(200, { 'Content-Type': 'text/html' }).end(PNG),
    '/cookies': (_req, res) => {
      const body = gzipSync(ARTICLE);
      const head = [
        ['Content-Type', 'text/html; charset=utf-8'],
        ['Content-Encoding', 'gzip'],
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
        ['ETag', '"seven"'],
      ];
      res.writeHead(200, head.flat()).end(body);
    },
    '/to-cookies': (_req, res) => void res.writeHead(301, { Location: '/cookies?from=1' }).end('moved'),
  });
});
after(() => server.close());

onEachEngine((engine) => {
  async function openWithSource(path: string) {
    const newsroom = await openNewsroom(engine);
    const number = await addedSource(newsroom, `${server.origin}${path} The ferry`);
    const kinds = captureJobs({ allow: server.allow, bytes: 25_000_000 });
    const parts: WorkerParts = {
      db: newsroom.db,
      kinds,
      onError: (error) => assert.ifError(error),
      poll_milliseconds: 5,
    };
    return { ...newsroom, number, parts, ben: newsroom.ctxOf('ben') };
  }

  test('a page is captured with its text, head, redirects and record', async () => {
    const { db, ben, number, parts, persons } = await openWithSource('/to-cookies');
    const id = await askForCapture(ben, number);
    assert.deepEqual(await allCopies({ db }), [], 'nothing before the commit');
    assert.equal(await workOnce(parts), true);
    assert.equal(
      (await getJob(ben, id, memberRolesThatMay('follow_jobs'))).result,
      `{"path":"/sources/${number}#copies"}`,
    );
    const [copy] = await allCopies({ db });
    assert.ok(copy);
    assert.equal(copy.sha256, createHash('sha256').update(ARTICLE).digest('hex'), 'of the page, unpacked');
    const { how, media_type, url, final_url, taken_by } = copy;
    assert.deepEqual([how, media_type, taken_by], ['capture', 'text/html', persons.ben.id]);
    assert.deepEqual([url, final_url], [`${server.origin}/to-cookies`, `${server.origin}/cookies?from=1`]);
    assert.deepEqual(JSON.parse(copy.redirects), [{ url: `${server.origin}/to-cookies`, status: 301 }]);
    const head = JSON.parse(copy.headers) as [string, string][];
    assert.ok(head.some(([name, value]) => name === 'ETag' && value === '"seven"'));
    assert.ok(!copy.headers.includes('a=1'), 'cookies are not kept beside it');
    const { text } = await db.selectFrom('snapshot_text').select('text').executeTakeFirstOrThrow();
    assert.match(text, /240 passengers waited/);
    assert.deepEqual(await verifyCopies(db), { checked: 1, erased: 0, faults: [] });
  });

  test('asking again while one is under way asks for nothing; another person, and later, is another capture', async () => {
    const { db, ben, ctxOf, number, parts } = await openWithSource('/ferry');
    const ids = await Promise.all(Array.from({ length: 5 }, () => askForCapture(ben, number)));
    assert.equal(new Set(ids).size, 1);
    assert.notEqual(await askForCapture(ctxOf('ada'), number), ids[0]);
    while (await workOnce(parts));
    assert.equal((await allCopies({ db })).length, 2);
    assert.notEqual(await askForCapture(ben, number), ids[0]);
    while (await workOnce(parts));
    assert.equal((await allCopies({ db })).length, 3, 'the same page on another day is evidence of that day');
  });

  engine.rule('guests and strangers ask in vain, and so does who has no address', async () => {
    const newsroom = await openWithSource('/ferry');
    await assert.rejects(askForCapture(newsroom.ctxOf('dina'), newsroom.number), Forbidden);
    await assert.rejects(askForCapture(newsroom.ctxOf('emil'), newsroom.number), NotFound);
    const letter = await addedSource(newsroom, 'A letter from the company');
    await assert.rejects(askForCapture(newsroom.ben, letter), (error: RuleBroken) => error.field === 'url');
    assert.equal(await workOnce(newsroom.parts), false);
  });

  test('who is taken off the desk meanwhile gets nothing, and nothing is stored', async () => {
    const { db, ben, operator, number, parts, persons } = await openWithSource('/ferry');
    const id = await askForCapture(ben, number);
    await db.deleteFrom('membership').where('person_id', '=', persons.ben.id).execute();
    await workOnce(parts);
    assert.equal((await getJob(operator, id, memberRolesThatMay('follow_jobs'))).state, 'failed');
    assert.deepEqual(await allCopies({ db }), []);
  });
});

onSqlite((engine) => {
  // What a job does whose process dies is asked of both engines in tests/jobs/jobs.test.ts.
  test('kill -9 in the middle of a capture: after the lease another process does it, and there is one copy', async (t) => {
    const config = await engine.freshConfig();
    const { db, close } = await openDatabase(config);
    t.after(close);
    const newsroom = await hireCast(db);
    const number = await addedSource(newsroom, `${server.origin}/ferry The ferry`);
    const id = await askForCapture(newsroom.ctxOf('ben'), number);
    const place = config.database_url ?? config.data_dir;
    const file = join(import.meta.dirname, 'programs/die-over-capture.ts');
    const program = startProgram(file, [place, '900', server.allow.join(',')]);
    await program.said('staged');
    const kinds = captureJobs({ allow: server.allow, bytes: 25_000_000 });
    const parts: WorkerParts = { db, kinds, onError: (error) => assert.ifError(error) };
    assert.equal(await workOnce(parts), false, 'nobody takes it while its lease holds');
    await program.kill();
    assert.ok(
      (await db.selectFrom('file').select('id').execute()).length >= 2,
      'the dead process had staged its bytes',
    );
    await wait(1000);
    const done = await Promise.all([workOnce(parts), workOnce(parts)]);
    assert.deepEqual(done.sort(), [false, true], 'a second process takes none twice');
    const [copy, ...more] = await allCopies({ db });
    assert.deepEqual([copy?.name, more.length], ['ferry', 0]);
    assert.equal((await getJob(newsroom.ctxOf('ben'), id, memberRolesThatMay('follow_jobs'))).tries, 2);
    const later = newsroom.ctxOf('ben', new Date(Date.now() + 48 * 3_600_000).toISOString());
    assert.equal(await sweepFiles(later), 2, 'what it had staged goes');
    assert.deepEqual(await verifyCopies(db), { checked: 1, erased: 0, faults: [] });
  });

  async function captured(path: string, rules: Partial<Parameters<typeof captureJobs>[0]> = {}) {
    const newsroom = await openNewsroom(engine);
    const number = await addedSource(newsroom, `${server.origin}${path} The ferry`);
    const id = await askForCapture(newsroom.ctxOf('ben'), number);
    const kinds = captureJobs({ allow: server.allow, bytes: 25_000_000, ...rules });
    await workOnce({ db: newsroom.db, kinds, onError: (error) => assert.ifError(error) });
    const job = await getJob(newsroom.ctxOf('ben'), id, memberRolesThatMay('follow_jobs'));
    return { ...newsroom, job, copies: await allCopies(newsroom) };
  }

  test('every failure has its sentence, and nothing is stored', async () => {
    for (const [path, words] of [
      ['/to-metadata', /not an address of the public internet/],
      ['/to-name', /not an address of the public internet/],
      ['/circle', /keeps redirecting/],
      ['/bomb', /larger than the 3 MB/],
      ['/endless', /larger than the 3 MB/],
      ['/short', /cut off or garbled/],
      ['/garbled', /cut off or garbled/],
      ['/odd-packing', /packed the page in a way/],
      ['/empty', /empty page/],
      ['/forbidden', /\(403\)/],
      ['/gone', /\(404\)/],
    ] as const) {
      const { db, job, copies } = await captured(path, { bytes: 3_000_000 });
      assert.equal(job.state, 'failed', path);
      assert.match(job.message, words, path);
      assert.deepEqual(copies, []);
      assert.deepEqual(await db.selectFrom('file').select('id').execute(), [], path);
    }
    const inside = await captured('/ferry', { allow: [] });
    assert.match(inside.job.message, /not an address of the public internet/);
  });

  test('pictures and unknown bytes are kept as what they are; odd encodings are kept without a text, or with one', async () => {
    const picture = await captured('/real-picture');
    assert.deepEqual([picture.copies[0]?.media_type, picture.copies[0]?.text_sha256], ['image/png', null]);
    assert.match(picture.copies[0]?.note ?? '', /came as a web page, but its bytes are a PNG picture/);
    assert.equal((await captured('/big')).copies[0]?.media_type, 'application/octet-stream');
    for (const path of ['/latin', '/odd-charset']) {
      const { copies, job } = await captured(path);
      assert.deepEqual([job.state, copies.length], ['done', 1], path);
    }
  });

  test('a capture may bring more than an article may, and no more than an upload', async () => {
    const { copies } = await captured('/big', { bytes: 2_000_000 });
    assert.equal(copies[0]?.size, 2_000_000);
    const { job } = await captured('/big', { bytes: 1_999_999 });
    assert.match(job.message, /larger than the 2 MB/);
  });

  test('two megabytes are captured in about a second by a worker that sleeps', async () => {
    const newsroom = await openNewsroom(engine);
    const number = await addedSource(newsroom, `${server.origin}/big The tape`);
    const kinds = captureJobs({ allow: server.allow, bytes: 25_000_000 });
    const worker = startWorker({
      db: newsroom.db,
      kinds,
      onError: (error) => assert.ifError(error),
      poll_milliseconds: 60_000,
    });
    await wait(50);
    const id = await askForCapture(newsroom.ctxOf('ben'), number);
    while ((await getJob(newsroom.ctxOf('ben'), id, memberRolesThatMay('follow_jobs'))).ended_at === null)
      await wait(10);
    await worker.stop();
    assert.equal((await allCopies(newsroom)).length, 1, 'it was woken, not left to its next look in a minute');
  });

  test('the record is read by warcio and by hand: what was asked and what came, one gzip member a record', async () => {
    const { db, copies } = await captured('/to-cookies');
    const warc = await bytesOf(db, copies[0]?.warc_file_id ?? null);
    const seen: [type: string, target: string][] = [];
    let page = '';
    for await (const record of WARCParser.iterRecords([new Uint8Array(warc)])) {
      const body = await record.contentText();
      seen.push([record.warcType, record.warcTargetURI ?? '']);
      if (record.warcType === 'response') page = body;
      if (record.warcType === 'warcinfo') assert.match(body, /software: Claimdesk/);
    }
    assert.deepEqual(
      seen.map(([type]) => type),
      ['warcinfo', 'response', 'request', 'response', 'request'],
    );
    assert.deepEqual([seen[1]?.[1], seen[3]?.[1]], [`${server.origin}/to-cookies`, `${server.origin}/cookies?from=1`]);
    assert.equal(page, ARTICLE);
    const blocks = membersOf(warc).map(readByHand);
    assert.deepEqual(
      blocks.map(({ fields }) => fields.get('warc-type')),
      seen.map(([type]) => type),
    );
    for (const { fields, block } of blocks) {
      assert.equal(Number(fields.get('content-length')), block.length);
      const digest = fields.get('warc-block-digest');
      if (digest) assert.equal(digest, `sha256:${createHash('sha256').update(block).digest('hex')}`);
    }
    const last = blocks[3]?.block ?? Buffer.alloc(0);
    const end = last.indexOf('\r\n\r\n');
    const head = last.subarray(0, end).toString();
    assert.match(head, /^HTTP\/1\.1 200 OK\r\n[\s\S]*Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n/);
    assert.equal(gunzipSync(last.subarray(end + 4)).toString(), ARTICLE, 'packed as it came');
    assert.match(blocks[4]?.block.toString() ?? '', /^GET \/cookies\?from=1 HTTP\/1\.1\r\nhost: 127\.0\.0\.1/);
    assert.equal(blocks[4]?.fields.get('warc-concurrent-to'), blocks[3]?.fields.get('warc-record-id'));
  });
});

/** The gzip members of a file, told apart without any library of archives: each begins where the one before it ended. */
function membersOf(bytes: Buffer): Buffer[] {
  const members: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    assert.deepEqual([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]], [0x1f, 0x8b, 8, 0], 'a plain gzip head');
    const { buffer, engine } = inflateRawSync(bytes.subarray(at + 10), { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    members.push(buffer);
    at += 10 + engine.bytesWritten + 8;
  }
  return members;
}

function readByHand(record: Buffer): { fields: Map<string, string>; block: Buffer } {
  const end = record.indexOf('\r\n\r\n');
  const [version, ...lines] = record.subarray(0, end).toString().split('\r\n');
  assert.equal(version, 'WARC/1.1');
  const fields = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  assert.equal(record.subarray(-4).toString(), '\r\n\r\n');
  return { fields, block: record.subarray(end + 4, -4) };
}
