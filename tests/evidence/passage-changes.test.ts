// A source that is captured again: passages that changed or went set claims back, and nothing else does.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { putArticleAway } from '#src/articles/put-away-commands.ts';
import { comparisonJobs } from '#src/evidence/passage-changes/job.ts';
import { sayCauses, UNSAID } from '#src/evidence/set-back/cause.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { askForCapture } from '#src/sources/snapshots/capture-commands.ts';
import { unlikeBefore } from '#src/sources/snapshots/unlike.ts';
import { type HostileServer, startHostileServer } from '#tests/fetching/hostile-server.ts';
import { sign } from '#tests/reports/signed-article.ts';
import { addedSource, allCopies } from '#tests/sources/copies.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { captureJobs } from '#tests/support/source-verbs.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { ATTACKERS, checkedArticle, claimOf, FIGHTERS, page, REST, WHOLE } from './checked-article.ts';
import { eventsOf } from './support.ts';

const NOTICE = page('We value your privacy. Accept all cookies, or log in to read on.');

let server: HostileServer;
let [shown, status] = [WHOLE, 200];
before(async () => {
  server = await startHostileServer({
    '/raid': (_req, res) => void res.writeHead(status, { 'Content-Type': 'text/html' }).end(shown),
  });
});
after(() => server.close());

async function captureAs(newsroom: Newsroom, source: number, now: string, answers = 200): Promise<void> {
  [shown, status] = [now, answers];
  await askForCapture(newsroom.ctxOf('ben', new Date().toISOString()), source);
  const kinds = { ...captureJobs({ allow: server.allow, bytes: 3_000_000 }), ...comparisonJobs() };
  while (await workOnce({ db: newsroom.db, kinds, onError: (error) => assert.ifError(error) }));
}

onEachEngine((engine) => {
  test('a passage that changed or went sets its claim back; a log-in page, a short one and a failure do nothing', async () => {
    const newsroom = await openNewsroom(engine);
    const { db } = newsroom;
    const source = await addedSource(newsroom, `${server.origin}/raid The raid`);
    const id = await checkedArticle(newsroom, source);
    const stands = async () =>
      Promise.all([1, 2].map(async (number) => Object.values(await claimOf(db, id, number)).slice(0, 2)));
    const settled = [
      ['closed', ''],
      ['ready', ''],
    ];
    for (const same of [WHOLE, WHOLE, page(`${FIGHTERS} Nobody was hurt.`, ATTACKERS, REST)])
      await captureAs(newsroom, source, same);
    await captureAs(newsroom, source, NOTICE);
    await captureAs(newsroom, source, page(REST));
    await captureAs(newsroom, source, WHOLE, 503);
    assert.deepEqual(await stands(), settled);
    assert.deepEqual(
      (await allCopies(newsroom)).map(({ unlike }) => unlike),
      ['', '', '', 'notice', 'shorter'],
    );
    const looked = db.selectFrom('evidence').innerJoin('snapshot', 'snapshot.id', 'lookup_snapshot_id');
    const rows = await looked.select(['lookup_found', 'snapshot.number']).execute();
    assert.deepEqual(
      rows.map(({ lookup_found, number }) => [lookup_found, number]),
      [
        ['word_for_word', 3],
        ['word_for_word', 3],
      ],
    );

    await captureAs(newsroom, source, page(FIGHTERS.replace('100', '140'), ATTACKERS, REST));
    const [first, second] = await stands();
    assert.match(String(first), /^in_work,the passage reads otherwise in the copy of \d+ \w+ 20\d\d$/);
    assert.deepEqual(second, ['ready', '']);
    assert.equal((await claimOf(db, id, 1)).second_reader_id, null);
    await captureAs(newsroom, source, page(FIGHTERS.replace('100', '140'), REST, REST));
    assert.match(String((await stands())[1]), /^in_work,the passage is no longer in the copy of /);
    const events = await eventsOf(db, 'evidence', 'claim');
    assert.deepEqual([events['claim.source_changed'], events['evidence.passage_changed']], [2, 2]);
    const confidential = await addedSource(newsroom, `${server.origin}/raid The same`, { is_confidential: 1 });
    const other = await checkedArticle(newsroom, confidential);
    await captureAs(newsroom, confidential, WHOLE);
    await captureAs(newsroom, confidential, page(FIGHTERS, REST, REST));
    assert.equal((await claimOf(db, other, 2)).check_again, 'a confidential source of it changed');
  });
});

test('an article that is put away, and a signed report, say what went; the card says what was not compared', async () => {
  const desk = await startNewsroom();
  try {
    const source = await addedSource(desk, `${server.origin}/raid The raid`);
    const id = await checkedArticle(desk, source);
    await captureAs(desk, source, WHOLE);
    await sign(desk.ctxOf('ada'), id);
    await putArticleAway(desk.ctxOf('ada'), id, { reason: '', still_due: async () => null });
    const ben = await desk.visitor('ben');
    const report = `/articles/${id}/reports/1?audience=public`;
    assert.doesNotMatch((await ben.visit(report)).body, /Changed since at its source/);
    await captureAs(desk, source, page(FIGHTERS, REST, REST));
    await captureAs(desk, source, NOTICE);
    assert.equal((await claimOf(desk.db, id, 2)).state, 'ready');
    const gone = /Claim 2, “The raid”: the passage is no longer in the copy of \d+ \w+ 20\d\d\./;
    await ben.visit(`/articles/${id}`);
    assert.match(ben.body, new RegExp(`Since then: ${gone.source}`));
    await ben.visit(report);
    assert.match(ben.body, new RegExp(`Changed since at its source\\.</b> ${gone.source}`));
    assert.deepEqual(await htmlProblems(ben.body), []);
    await ben.visit(url('source', { number: source }));
    assert.match(ben.text(), /It looks like a consent or log-in page, so passages were not looked up in it/);
    await captureAs(desk, source, WHOLE, 404);
    await ben.visit(url('source', { number: source }));
    assert.match(ben.text(), /No copy was saved: .*and the claims that rest on them, stay as they are/);
    assert.deepEqual(await htmlProblems(ben.body), []);
    const other = await checkedArticle(desk, source);
    await captureAs(desk, source, page(FIGHTERS.replace('100', '140'), REST, REST));
    await ben.visit(`/articles/${other}/claims/1`);
    assert.match(
      ben.text(),
      /Check again: the passage reads otherwise in the copy of .*\. Saving the verdict or sending/,
    );
    assert.doesNotMatch(ben.text(), /What changed in the text/, 'it has one version');
    assert.deepEqual(await htmlProblems(ben.body), []);
  } finally {
    await desk.close();
  }
});

test('a confidential source that changed is called by its alias', () => {
  const memo = { claim_number: 2, title: 'The memo of the ministry', alias: 'Source A', is_confidential: 1 } as const;
  assert.deepEqual(sayCauses([{ ...memo, cause: UNSAID }]), [
    'Claim 2, “Source A”: a confidential source of it changed.',
  ]);
});

test('a page is held against itself, whatever it is mended; a notice, a part and another page are none', () => {
  const long = Array.from({ length: 60 }, (_, at) => `Line ${at} of the minutes names item ${at * 7}.`).join(' ');
  const other = Array.from({ length: 60 }, (_, at) => `Today's offers: ${at} pears, ${at + 3} plums, much more`).join(
    ' ',
  );
  const told = (after: string, final_url = 'https://town.example/minutes') =>
    unlikeBefore({ text: long, final_url: 'https://town.example/minutes' }, { text: after, final_url });
  assert.equal(told(long), '');
  assert.equal(told(`${long.replace('item 21', 'item 22')} You can sign in to comment.`), '');
  assert.equal(told(''), 'no_words');
  assert.equal(told(long, 'https://town.example/login?next=minutes'), 'notice');
  assert.equal(told('Bitte melden Sie sich an, um weiterzulesen.'), 'notice');
  assert.equal(told(long.slice(0, long.length / 3)), 'shorter');
  assert.equal(told(other), 'other');
  assert.equal(told(long, 'https://town.example/news/authors/minutes'), '');
});
