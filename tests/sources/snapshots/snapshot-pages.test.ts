// Saved copies on their pages, without JavaScript: brought, captured, read, downloaded, erased.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { takeRaidIn } from '#tests/evidence/support.ts';
import { type HostileServer, startHostileServer } from '#tests/fetching/hostile-server.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { readInAProcess } from '#tests/support/readers-here.ts';
import { captureJobs, keepCopy } from '#tests/support/source-verbs.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { addedSource, allCopies, alterFile, HTML_PAGE, MP3, PNG, SVG } from '../copies.ts';

let desk: NewsroomDesk;
let server: HostileServer;
before(async () => {
  desk = await startNewsroom(undefined, { settings: { UPLOAD_LIMIT: '3000000' } });
  server = await startHostileServer();
});
after(async () => {
  await server.close();
  await desk.close();
});

let made = 0;
async function openSource(line = `https://trams.example/${++made} Trams stop ${made}`) {
  const number = await addedSource(desk, line);
  const ben = await desk.visitor('ben');
  await ben.visit(url('source_snapshots', { number }));
  return { number, ben };
}

async function newest() {
  return (await allCopies(desk)).at(-1) as Awaited<ReturnType<typeof allCopies>>[number];
}

async function work(): Promise<void> {
  const kinds = captureJobs({ allow: server.allow, bytes: 3_000_000 });
  while (await workOnce({ db: desk.db, kinds, onError: assert.ifError }));
}

test('Ben brings a file: the page says how large it may be, and the card shows what is kept of it', async (t) => {
  readInAProcess(t);
  const { ben, number: source } = await openSource();
  assert.match(ben.text(), /Up to 3 MB: a PDF, a picture/);
  await ben.attach('File', 'C:\\dir\\trams\u202Egnp.html', HTML_PAGE, 'text/html').press('Save copy');
  const { number, sha256 } = await newest();
  assert.match(ben.notice(), new RegExp(`Stored as saved copy ${number}\\.`));
  assert.equal(ben.path, url('snapshot', { number }));
  await ben.visit(url('source', { number: source }));
  assert.deepEqual(await htmlProblems(ben.body), []);
  assert.match(ben.text(), new RegExp(`Saved copy ${number} trams.*uploaded today.* by Ben Okafor · a web page`));
  assert.match(ben.text(), new RegExp(sha256 as string));
  await ben.follow(`Saved copy ${number}`);
  assert.deepEqual(await htmlProblems(ben.body), []);
  assert.match(ben.text(), /Six trams stopped on Monday, and four hundred/);
  assert.match(ben.text(), /Name trams.*\.html Kind a web page \(text\/html\) Size/);
  await ben.visit(ben.path.replace(/\d+$/, `${number}`));
});

test('he pastes a text, and the same again is the same copy', async () => {
  const { number, ben } = await openSource();
  await ben.fill('Or text', 'She said:\n\n<b>no comment</b>').press('Save copy');
  const before = (await allCopies(desk)).length;
  await ben.visit(url('source_snapshots', { number }));
  await ben.fill('Or text', 'She said:\n\n<b>no comment</b>').press('Save copy');
  assert.match(ben.notice(), /saved already.*Nothing was added/);
  assert.equal((await allCopies(desk)).length, before);
  await ben.visit(url('snapshot', { number: (await newest()).number }));
  assert.match(ben.body, /She said:\n\n&lt;b&gt;no comment&lt;\/b&gt;/);
});

test('what is wrong is said, nothing is stored, and what was typed stays', async () => {
  const { ben, number } = await openSource();
  const before = (await allCopies(desk)).length;
  await ben.press('Save copy');
  assert.deepEqual([ben.status, ben.errors().join()], [422, 'Choose a file, or paste the text.']);
  await ben.fill('Or text', 'Words.').attach('File', 'a.png', PNG, 'image/png').press('Save copy');
  assert.match(ben.errors().join(), /There is a file and a text/);
  assert.equal(ben.value('Or text'), 'Words.');
  await ben.fill('Or text', '').attach('File', 'empty.txt', '').press('Save copy');
  assert.match(ben.errors().join(), /This file is empty/);
  await ben.attach('File', 'report.pdf', Buffer.from('MZ\u0000\u0001'), 'application/pdf').press('Save copy');
  assert.match(ben.errors().join(), /This is a program\. The desk keeps a PDF/);
  assert.deepEqual(await htmlProblems(ben.body), []);
  await ben.visit(url('source_snapshots', { number }));
  await ben.attach('File', 'large.txt', Buffer.alloc(3_100_000, 'a')).press('Save copy');
  assert.equal(ben.status, 413);
  assert.equal((await allCopies(desk)).length, before);
});

test('what was kept is shown at once; a capture that failed before it is no longer spoken of', async () => {
  const { ben, number } = await openSource(`${server.origin}/gone?2 The timetable`);
  await ben.send(url('source_captures', { number }), {});
  await work();
  await ben.visit(url('source', { number }));
  assert.match(ben.text(), /No copy was saved/);
  await ben.visit(url('source_snapshots', { number }));
  await ben.fill('Or text', 'The last ferry leaves at six.').press('Save copy');
  assert.equal(ben.path, url('snapshot', { number: (await newest()).number }));
  assert.match(ben.text(), /Pasted .* by Ben Okafor · plain text.*The last ferry leaves at six\./s);
  await ben.visit(url('source', { number }));
  assert.doesNotMatch(ben.text(), /No copy was saved/);
});

test('a capture is asked for with one press, followed, and tried again with one press where it failed', async () => {
  const { ben, number } = await openSource(`${server.origin}/gone The ferry`);
  await ben.visit(url('source', { number }));
  await ben.press('Save a copy of the page');
  assert.equal(ben.path, url('source', { number }));
  assert.match(ben.text(), /Waiting for its turn\. 0 of 100/);
  assert.deepEqual(await htmlProblems(ben.body), []);
  await ben.send(url('source_captures', { number }), {});
  assert.equal((await desk.db.selectFrom('job').select('id').where('ended_at', 'is', null).execute()).length, 1);
  await ben.follow(/follow progress/);
  assert.match(ben.path, /^\/jobs\//);
  await work();
  await ben.visit(url('source', { number }));
  assert.match(ben.text(), /No copy was saved: 127\.0\.0\.1:\d+ has no page at this address \(404\)/);
  assert.deepEqual(await htmlProblems(ben.body), []);
  await behindTheLog(desk.db)
    .updateTable('source')
    .set({ url: `${server.origin}/moved` })
    .where('number', '=', number)
    .execute();
  await ben.press('Try again');
  await work();
  await ben.visit(url('source', { number }));
  assert.doesNotMatch(ben.text(), /No copy was saved/);
  const copy = await newest();
  await ben.follow(`Saved copy ${copy.number}`);
  assert.deepEqual(await htmlProblems(ben.body), []);
  assert.match(ben.text(), /Server response .* 2 redirects/);
  await ben.follow(/Capture record/);
  assert.match(ben.headers['content-disposition'] ?? '', /attachment; filename="?copy-\d+\.warc\.gz/);
  assert.deepEqual([...ben.bytes.subarray(0, 2)], [0x1f, 0x8b]);
});

test('a capture of a card without an address says what to do', async () => {
  const { ben, number } = await openSource('A letter from the company');
  assert.doesNotMatch(ben.text(), /Save a copy of the page/);
  await ben.send(url('source_captures', { number }), {});
  assert.equal(ben.status, 422);
  assert.match(ben.errors().join(), /The source has no address/);
});

test('whatever it is, it is handed out as a file to keep that no browser runs', async () => {
  const { ben, number } = await openSource();
  for (const [bytes, claimed, type, ending] of [
    [HTML_PAGE, 'text/html', 'application/octet-stream', 'html'],
    [SVG, 'image/svg+xml', 'application/octet-stream', 'svg'],
    [PNG, 'image/png', 'image/png', 'png'],
    [MP3, 'audio/mpeg', 'audio/mpeg', 'mp3'],
  ] as const) {
    await keepCopy(desk.ctxOf('ben'), number, { how: 'upload', name: '“odd”; name.exe', claimed, bytes });
    const copy = await newest();
    await ben.visit(url('snapshot_bytes', { number: copy.number }));
    assert.ok(ben.bytes.equals(bytes));
    const { headers } = ben;
    assert.equal(headers['content-type'], type);
    assert.match(
      headers['content-disposition'] ?? '',
      new RegExp(`^attachment; filename=.*copy-${copy.number}-.*\\.${ending}`),
    );
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'");
    assert.equal(headers['content-length'], String(bytes.length));
    await ben.visit(url('snapshot_text', { number: copy.number }));
    assert.equal(ben.status, copy.text_sha256 === null ? 404 : 200);
    if (ben.status === 200) assert.match(ben.headers['content-disposition'] ?? '', /^attachment/);
  }
});

test('an altered copy is shouted of on every page, and not handed out unless it is asked for by that name', async () => {
  const id = await takeRaidIn(desk);
  const { ben, number } = await openSource('https://altered.example/ Altered');
  await addEvidence(desk.ctxOf('ben'), id, { number: 1, source_line: 'https://altered.example/' });
  const { snapshot } = await keepCopy(desk.ctxOf('ben'), number, {
    how: 'upload',
    name: 'a.html',
    claimed: '',
    bytes: HTML_PAGE,
  });
  await ben.visit(url('claim', { id, number: 1 }));
  assert.match(ben.text(), new RegExp(`saved copy ${snapshot.number}, 14 March 2026`));
  await ben.visit(url('report', { id }));
  assert.match(ben.text(), new RegExp(`saved copy ${snapshot.number}, 14 March 2026, SHA-256 ${snapshot.sha256}`));
  await alterFile(desk.db, snapshot.file_id as string);
  const shout = new RegExp(`Saved copy ${snapshot.number} has been altered`);
  await ben.visit(url('report_file', { id, format: 'json' }));
  assert.match(ben.body, /"state": "altered"/, 'a file that goes out is looked at first');
  for (const path of [
    url('source', { number }),
    url('source_snapshots', { number }),
    url('snapshot', { number: snapshot.number }),
    url('claim', { id, number: 1 }),
    url('report', { id }),
  ]) {
    await ben.visit(path);
    assert.match(ben.text(), shout, path);
    if (!path.endsWith('report')) assert.deepEqual(await htmlProblems(ben.body), [], path);
  }
  await ben.visit(url('snapshot_bytes', { number: snapshot.number }));
  assert.equal(ben.status, 409);
  assert.match(ben.text(), /does not hand it out as evidence/);
  assert.deepEqual(await htmlProblems(ben.body), []);
  await ben.follow(/Download altered/);
  assert.match(ben.headers['content-disposition'] ?? '', /filename="?ALTERED-copy-/);
  assert.equal(ben.bytes.length, HTML_PAGE.length);
  await ben.visit(url('snapshot_text', { number: snapshot.number }));
  assert.equal(ben.status, 200, 'what is whole can be had');
});

test('an editor erases a copy with a reason; its page, the card and the evidence say so', async () => {
  const id = await takeRaidIn(desk);
  const { ben, number } = await openSource('https://erased.example/ Erased');
  await addEvidence(desk.ctxOf('ben'), id, { number: 1, source_line: 'https://erased.example/' });
  const { snapshot } = await keepCopy(desk.ctxOf('ben'), number, {
    how: 'upload',
    name: 'secret-name.html',
    claimed: '',
    bytes: HTML_PAGE,
  });
  const at = { number: snapshot.number };
  await ben.visit(url('snapshot', at));
  assert.doesNotMatch(ben.text(), /Erase copy/);
  await ben.send(url('snapshot_erasure', at), { reason: 'x' });
  assert.equal(ben.status, 403);
  const ada = await desk.visitor('ada');
  await ada.visit(url('snapshot', at));
  await ada.press(/^Erase saved copy/);
  assert.deepEqual([ada.status, ada.errors().length], [422, 1]);
  assert.deepEqual(await htmlProblems(ada.body), []);
  await ada.fill('Why', 'It names a child').press(/^Erase saved copy/);
  assert.match(ada.notice(), /is erased/);
  for (const path of [url('snapshot', at), url('source', { number }), url('claim', { id, number: 1 })]) {
    await ada.visit(path);
    assert.match(
      ada.text(),
      /The saved copy was erased on 14 March 2026, 20:30 by Ada Lind, because: It names a child\./,
      path,
    );
    assert.doesNotMatch(ada.body, /secret-name/);
    assert.deepEqual(await htmlProblems(ada.body), [], path);
  }
  await ada.send(url('snapshot_erasure', at), {});
  assert.match(ada.notice(), /already erased/);
  await ada.visit(url('snapshot_bytes', at));
  assert.equal(ada.status, 404);
});

test('guests read copies and change nothing; of a confidential source they find nothing; strangers find nothing at all', async () => {
  const { number } = await openSource();
  const brought = { how: 'upload', name: 'leaked-list.html', claimed: '', bytes: HTML_PAGE } as const;
  const { snapshot } = await keepCopy(desk.ctxOf('ben'), number, brought);
  const at = { number: snapshot.number };
  const every = [
    url('snapshot', at),
    url('snapshot_bytes', at),
    url('snapshot_text', at),
    url('source_snapshots', { number }),
  ];
  const asks = async (visitor: Visitor, status: number) => {
    for (const path of every) {
      await visitor.visit(path);
      assert.equal(visitor.status, status, path);
      if (status === 404) assert.doesNotMatch(visitor.body, new RegExp(`leaked-list|${snapshot.sha256}`));
    }
  };
  const dina = await desk.visitor('dina');
  await asks(dina, 200);
  assert.doesNotMatch(dina.text(), /Save copy|Save a copy/);
  for (const path of [
    url('source_snapshots', { number }),
    url('source_captures', { number }),
    url('snapshot_erasure', at),
  ]) {
    await dina.send(path, { text: 'x', reason: 'x' });
    assert.equal(dina.status, 403, path);
  }
  await asks(await desk.visitor('emil'), 404);
  await behindTheLog(desk.db)
    .updateTable('source')
    .set({ is_confidential: 1, alias: 'Source A' })
    .where('number', '=', number)
    .execute();
  await asks(dina, 404);
  await asks(await desk.visitor('cleo'), 200);
  const nobody = await desk.visitor();
  await nobody.visit(url('snapshot', at));
  assert.match(nobody.path, /^\/sign-in/);
});
