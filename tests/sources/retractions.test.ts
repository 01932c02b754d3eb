// Retraction lists: what is read in them, which sources they mark, and which claims they set back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { putArticleAway } from '#src/articles/put-away-commands.ts';
import type { Db } from '#src/database/schema.ts';
import { setBackForRetraction } from '#src/evidence/set-back/commands.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { doiOf } from '#src/sources/card/same-source.ts';
import { cardOf } from '#src/sources/card/source.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { sweepLists } from '#src/sources/retractions/commands.ts';
import { importList } from '#src/sources/retractions/import-commands.ts';
import { retractionJobs } from '#src/sources/retractions/job.ts';
import type { ListRead } from '#src/sources/retractions/keep-commands.ts';
import { type LineRead, readList } from '#src/sources/retractions/read-list.ts';
import { checkedArticle, claimOf } from '#tests/evidence/checked-article.ts';
import { eventsOf } from '#tests/evidence/support.ts';
import { sign } from '#tests/reports/signed-article.ts';
import { onEachEngine, onSqlite } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type Newsroom, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { mergeSources } from '#tests/support/source-verbs.ts';
import { onSlowMachine, turnsDuring } from '#tests/support/turns.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';

const WATCH = `\ufeffRecord ID,Title,Reason,RetractionDate,RetractionDOI,OriginalPaperDOI,RetractionNature
1,"Lorries, and
rivers",+Data Unreliable;+Error in Analyses;,3/12/2024 0:00,10.1000/notice.1,10.1000/ABC.1,Retraction
2,Bridges,,1/2/2023 0:00,,https://doi.org/10.1000/abc.2,Expression of concern
3,No DOI,,1/2/2023 0:00,,unavailable,Retraction
4,Broken,,1/2/2023 0:00,,see the journal,Retraction
5,Odd,,1/2/2023 0:00,,10.1000/abc.5,Reported
6,Back,,1/2/2020 0:00,,10.1000/abc.6,Retraction
7,Back,,1/3/2021 0:00,,doi:10.1000/abc.6,Reinstatement
`;

async function linesIn(...pieces: (string | Uint8Array)[]): Promise<LineRead[]> {
  const lines: LineRead[] = [];
  for await (const line of readList(piecesOf(...pieces))) lines.push(line);
  return lines;
}

async function* piecesOf(...pieces: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece as string);
}

const entriesOf = (lines: LineRead[]) => lines.flatMap((line) => ('entry' in line ? [line.entry] : []));
const doisOf = (lines: LineRead[]) => entriesOf(lines).map(({ doi, kind, day }) => [doi, kind, day].join(' '));
const remarksOf = (lines: LineRead[]) => lines.flatMap((line) => ('remark' in line ? [line.remark] : []));

test('a DOI is known however it was copied', () => {
  const doi = '10.1000/abc-1(2)';
  for (const one of [
    'https://doi.org/10.1000%2Fabc-1(2)',
    'https://www.doi.org/10.1000/ABC-1%282%29',
    'DOI 10.1000/ABC\u20111(2).',
    'doi:10.1000/abc\u20131(2),',
    '\u200b10.1000/abc-1(2))\u200b',
    'HTTPS://DX.DOI.ORG/10.1000/abc-1(2)?a=1',
    'doi: https://doi.org/10.1000/abc-1(2)',
  ])
    assert.equal(doiOf(one), doi, one);
  for (const none of [
    '10.1000/',
    '10.1000/.',
    '10.12/abc',
    'doi.org/10.1000',
    'a 10.1000/abc',
    '10.1000/a b',
    '%2F',
    `10.1000/${')'.repeat(1e6)}`,
  ])
    assert.equal(doiOf(none), '', none);
});

onSqlite((engine) => {
  test('a list of nothing but lines that cannot be read keeps nobody waiting', async (t) => {
    const newsroom = await openNewsroom(engine);
    const list = `10.1000/a\n`.repeat(12) + 'nothing\n'.repeat(20_000);
    const open = () => piecesOf(list);
    const given = { name: 'Nothing', file_name: 'nothing.txt', open, onRetracted: () => Promise.resolve() };
    onSlowMachine(t);
    let read: ListRead | undefined;
    const turns = await turnsDuring(async () => {
      ({ read } = await importList(newsroom.ctxOf('ada'), newsroom.desks.foreign.slug, given));
    });
    assert.deepEqual([read?.entries, read?.counts.unread, read?.remarks.length], [1, 20_000, 100]);
    assert.ok(turns > 1_000, `${turns} turns`);
  });
});

test('tables of any spelling and DOIs alone are read, whole or in pieces; what is none is said by its line', async () => {
  const bytes = Buffer.from(WATCH);
  const whole = await linesIn(bytes);
  assert.deepEqual(doisOf(whole), [
    '10.1000/abc.1 retraction 2024-03-12',
    '10.1000/abc.2 concern 2023-01-02',
    '10.1000/abc.6 retraction 2020-01-02',
    '10.1000/abc.6 reinstatement 2021-01-03',
  ]);
  assert.equal(entriesOf(whole)[0]?.reason, 'Data Unreliable; Error in Analyses');
  assert.deepEqual(remarksOf(whole), [
    'Line 6: “see the journal” is no DOI.',
    'Line 7: “Reported” does not say what happened to the paper.',
  ]);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.subarray(at * 7, at * 7 + 7));
  assert.deepEqual(await linesIn(...pieces), whole);
  assert.deepEqual(await linesIn(gzipSync(bytes)), whole);
  const plain =
    'doi:10.1000/A\n\nhttps://dx.doi.org/10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-O\nnothing\n';
  assert.deepEqual(doisOf(await linesIn(plain)), [
    '10.1000/a retraction ',
    '10.1002/(sici)1097-4571(1998)49:8<693::aid-asi4>3.0.co;2-o retraction ',
  ]);
  assert.deepEqual(remarksOf(await linesIn(plain)), ['Line 4: “nothing” is no DOI.']);
  const [long] = doisOf(await linesIn(plain)).slice(1);
  const alone = plain.split('\n')[2] ?? '';
  for (const list of [alone, `${alone}\n${alone}`, `DOI\n${alone}\n`])
    assert.equal(doisOf(await linesIn(list))[0], long);
  const other = 'Date;DOI;Reasons\n2.11.2022;10.1000/B;Copied\n03/04/2021;10.1000/c;\n25/12/2021;10.1000/d;\n';
  assert.deepEqual(doisOf(await linesIn(other)), [
    '10.1000/b retraction 2022-11-02',
    '10.1000/c retraction ',
    '10.1000/d retraction 2021-12-25',
  ]);
  assert.deepEqual(doisOf(await linesIn('10.1000/e,2020\n10.1000/f,2021\n')), [
    '10.1000/e retraction ',
    '10.1000/f retraction ',
  ]);
  for (const [given, said] of [
    ['', /nothing in this file/],
    ['PK\u0003\u0004', /Save the table as CSV/],
    ['a\u0000b', /not text/],
    [
      'Title,Year\nBridges,2020\n',
      /No column of this table is called OriginalPaperDOI or DOI; there are “Title”, “Year”/,
    ],
    ['DOI,Title\n10.1000/g,"Open\n10.1000/h,Shut\n', /From line 2 on the table cannot be read/],
    [gzipSync(bytes).subarray(0, 60), /damaged/],
  ] as const)
    await assert.rejects(linesIn(given), said);
});

/** Another paper at the desk of the cast, under claim 1 and 2 of an article that is done. */
async function checkedPaper(newsroom: Newsroom, doi: string, more: object = {}) {
  const desk = newsroom.desks.foreign.slug;
  const { source } = await addSource(newsroom.ctxOf('ben'), { desk, source_line: `Study ${doi}`, doi, ...more });
  return { source: source.number, article: await checkedArticle(newsroom, source.number) };
}

const bring = (newsroom: Newsroom, name: string, ...pieces: (string | Uint8Array)[]) =>
  importList(newsroom.ctxOf('ada', new Date().toISOString()), newsroom.desks.foreign.slug, {
    ...{ name, file_name: 'list.csv', open: () => piecesOf(...pieces), onRetracted: setBackForRetraction },
  });

async function stateOf(db: Db, article: string): Promise<string> {
  const { state, check_again } = await claimOf(db, article, 1);
  return `${state} ${check_again}`;
}

onEachEngine((engine) => {
  test('a list sets back what rests on a paper newly retracted, and nothing else; another list, or a repeat, changes nothing', async () => {
    const newsroom = await openNewsroom(engine);
    const { db } = newsroom;
    const first = await checkedPaper(newsroom, '10.1000/abc.1');
    const concern = await checkedPaper(newsroom, '10.1000/abc.2');
    const back = await checkedPaper(newsroom, '10.1000/abc.6');
    const secret = await checkedPaper(newsroom, '10.1000/s.1', { is_confidential: 1 });
    const { list, read, retracted } = await bring(newsroom, 'Watch', WATCH);
    assert.deepEqual([read.entries, read.counts.without_doi, read.counts.unread, retracted.length], [4, 1, 2, 1]);
    const cause = 'its source was retracted on 12 March 2024, according to Watch';
    assert.equal(await stateOf(db, first.article), `in_work ${cause}`);
    for (const other of [concern, back, secret]) assert.equal(await stateOf(db, other.article), 'closed ');
    await assert.rejects(bring(newsroom, 'Again', WATCH), /has this very file already: “Watch”/);
    await assert.rejects(bring(newsroom, 'Watch', 'DOI\n10.1000/x\n'), /a list called “Watch” already/);
    await assert.rejects(
      bring(newsroom, 'Bad', 'DOI\nno\n'),
      /No line of this file could be read .* Line 2: “no” is no DOI/s,
    );
    const later = `DOI\n10.1000/abc.1\n10.1000/s.1\n${Array.from({ length: 1200 }, (_, at) => `10.1000/n.${at}`).join('\n')}\n`;
    const second = await bring(newsroom, 'Later', later);
    assert.deepEqual([second.read.entries, second.retracted.length], [1202, 1]);
    assert.equal(await stateOf(db, secret.article), 'in_work a confidential source of it changed');
    assert.equal(await stateOf(db, first.article), `in_work ${cause}`);
    const events = await eventsOf(db, 'claim', 'retractions');
    assert.deepEqual([events['retractions.imported'], events['claim.source_changed']], [2, 4]);
    const lists = await db.selectFrom('retraction_list').select('number').where('stands_since', 'is', null).execute();
    assert.deepEqual([list.number, lists], [1, []]);

    const card = await getSource(newsroom.ctxOf('ben'), concern.source);
    const given = { ...cardOf(card), doi: '10.1000/n.7', revision: card.revision };
    await changeSource(newsroom.ctxOf('ben'), concern.source, given, setBackForRetraction);
    assert.equal(await stateOf(db, concern.article), 'in_work its source was retracted, according to Later');

    // Into a card that was listed before: what rests on the card that goes is set back, and nothing else.
    const open = await checkedPaper(newsroom, '10.1000/open.1');
    const outed = await checkedPaper(newsroom, '10.1000/open.2');
    for (const [stays, goes] of [
      [concern, open],
      [secret, outed],
    ] as const) {
      const of = async ({ source }: { source: number }) => (await getSource(newsroom.ctxOf('ben'), source)).revision;
      const revisions = { revision: await of(stays), other_revision: await of(goes) };
      const merging = { other: goes.source, ...revisions, choices: { doi: 'this' as const } };
      await mergeSources(newsroom.ctxOf('ben'), stays.source, merging);
    }
    assert.equal(await stateOf(db, open.article), 'in_work its source was retracted, according to Later');
    assert.equal(await stateOf(db, outed.article), 'in_work a confidential source of it changed');
    const after = await eventsOf(db, 'claim', 'retractions');
    assert.equal(after['claim.source_changed'], 10, 'two claims for each of five papers');
    await sweepLists(newsroom.operator);
  });
});

test('an editor imports a list; library, source, claim, report and files say it; the archive and a signed report, too', async () => {
  const desk = await startNewsroom();
  try {
    const kinds = retractionJobs({ onRetracted: setBackForRetraction });
    const work = async () => {
      while (await workOnce({ db: desk.db, kinds, onError: (error) => assert.ifError(error) }));
    };
    const away = await checkedPaper(desk, '10.1000/abc.1');
    await sign(desk.ctxOf('ada'), away.article);
    await putArticleAway(desk.ctxOf('ada'), away.article, { reason: '', still_due: async () => null });
    const open = await checkedArticle(desk, away.source);
    const [ada, ben] = [await desk.visitor('ada'), await desk.visitor('ben')];
    await ben.visit(url('retractions'));
    assert.doesNotMatch(ben.text(), /Import a list/);
    await ada.visit('/sources');
    await ada.follow('Retraction lists');
    assert.match(ada.text(), /No list yet/);
    await ada.press('Import list');
    assert.match(ada.text(), /Choose the file of the list, or paste DOIs/);
    await ada.attach('File', 'watch-2026.csv', Buffer.from('Title\nx\n')).press('Import list');
    await work();
    await ada.visit(ada.path);
    assert.match(ada.text(), /No column of this table is called OriginalPaperDOI/);
    await ada.visit(url('retractions'));
    await ada.attach('File', 'watch-2026.csv.gz', gzipSync(WATCH)).press('Import list');
    await work();
    await ada.visit(ada.path);
    assert.equal(ada.path, url('retraction_list', { list: 2 }));
    const said = 'Retracted on 12 March 2024, according to watch-2026 (Data Unreliable; Error in Analyses).';
    assert.match(ada.text(), /Line 6: “see the journal” is no DOI\./);
    for (const path of [
      ada.path,
      '/sources',
      url('source', { number: away.source }),
      `/articles/${open}/claims/1`,
      `/articles/${open}/report?audience=public`,
    ]) {
      await ben.visit(path);
      assert.ok(ben.text().includes(said) || ben.text().includes(said.slice(0, -1)), `${path}: ${ben.text()}`);
      assert.deepEqual(await htmlProblems(ben.body), []);
    }
    await ben.visit(`/articles/${open}/report.json?audience=public`);
    assert.ok(ben.body.includes(said));
    const since = /Claim 1, “[^”]+”: its source was retracted on 12 March 2024, according to watch-2026\./;
    await ben.visit(`/articles/${away.article}`);
    assert.match(ben.body, new RegExp(`Since then: ${since.source}`));
    await ben.visit(`/articles/${away.article}/reports/1?audience=public`);
    assert.match(ben.body, since);
    assert.doesNotMatch(ben.body, /Data Unreliable/);
    assert.equal(await stateOf(desk.db, away.article), 'closed ');

    const { source } = await addSource(desk.ctxOf('ben'), {
      desk: desk.desks.foreign.slug,
      source_line: 'https://doi.org/10.1000/ABC.2',
    });
    await ben.visit(url('source', { number: source.number }));
    assert.match(ben.text(), /Expression of concern on 2 January 2023, according to watch-2026\./);

    const many = await desk.db.selectFrom('source').selectAll().where('number', '=', source.number).execute();
    const copies = Array.from({ length: 600 }, (_, at) => ({ ...many[0], id: `many-${at}`, number: 10_000 + at }));
    await behindTheLog(desk.db)
      .insertInto('source')
      .values(copies as never)
      .execute();
    await ben.visit(url('retraction_list', { list: 2 }));
    assert.match(ben.text(), /The first 500 of 602 by number are shown\./);
    await behindTheLog(desk.db).deleteFrom('source').where('number', '>=', 10_000).execute();

    assert.equal((await ben.send(url('retraction_list_removal', { list: 2 }), {})).status, 403);
    await ada.visit(url('retraction_list', { list: 2 }));
    await ada.press('Remove this list');
    assert.match(ada.notice(), /“watch-2026” is removed/);
    assert.match(await stateOf(desk.db, open), /according to watch-2026; the list watch-2026 was removed since$/);
    assert.equal(await stateOf(desk.db, away.article), 'closed ');
    await ben.visit(url('source', { number: source.number }));
    assert.doesNotMatch(ben.text(), /watch-2026/);
    await ben.visit(url('retraction_list', { list: 2 }));
    assert.match(ben.text(), /It no longer marks any source/);
    assert.deepEqual(await desk.db.selectFrom('retraction').selectAll().execute(), []);
  } finally {
    await desk.close();
  }
});
