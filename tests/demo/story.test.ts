// The story of the demo, acted out at any hour.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Draft } from '#src/articles/documents/draft.ts';
import { findOriginal } from '#src/articles/intake/store.ts';
import { getArticle } from '#src/articles/store.ts';
import { verifyLog } from '#src/audit/verify.ts';
import { type Context, systemContext } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { localOf } from '#src/dates.ts';
import { CAST } from '#src/demo/cast.ts';
import { buildNewsroom } from '#src/demo/newsroom.ts';
import { raidArticle } from '#src/demo/night-raid/article.ts';
import { placeOf } from '#src/demo/replay/claims.ts';
import { buildInternalReport, buildPublicReport } from '#src/reports/build.ts';
import { listCorrections } from '#src/reports/complaints/correction-store.ts';
import { listComplaints } from '#src/reports/complaints/store.ts';
import { listPublications } from '#src/reports/handed-out/store.ts';
import { openLeaks } from '#src/reports/leaks/gather-leaks.ts';
import { signReport } from '#src/reports/signing/sign-commands.ts';
import { listReports } from '#src/reports/signing/store.ts';
import { listLegal } from '#src/reviews/legal/store.ts';
import { listFactsAnswers } from '#src/reviews/own-facts/answer-store.ts';
import { listPieces } from '#src/reviews/package/store.ts';
import { listEntries, listSheetRows } from '#src/sheets/entries/store.ts';
import { gatherSignOff } from '#src/signoff/gather-sign-off.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { lendTold, TOLD_AT, TOLD_IN } from './told.ts';

/** When the story is told, where no other hour is said. */
const NOW = TOLD_AT;

onSqlite((engine) => {
  async function toldAt(now: string, zone: string): Promise<Db> {
    const db = await engine.open();
    await buildNewsroom(db, now, zone);
    return db;
  }

  // Told once for all who read it; who signs, signs the first article when the others are done with it.
  let evening: Db;
  before(async () => {
    evening = await engine.open(lendTold);
  });

  test('a newspaper person finds everything that can become of a claim', async () => {
    const db = evening;
    const ctx = systemContext(db, NOW);
    const report = await buildInternalReport(ctx, await getArticle(ctx, 1));
    assert.ok(report.claims.total >= 14);
    const verdicts = new Set(
      report.findings.map(
        ({ content_verdict, provisional }) => (content_verdict ?? provisional?.content_verdict)?.meaning,
      ),
    );
    for (const meaning of ['ok', 'fixed', 'disputed', 'context', 'wrong', 'unsupported', 'author'] as const)
      assert.ok(verdicts.has(meaning), meaning);
    const states = new Set(report.findings.map((finding) => finding.state));
    assert.deepEqual([...states].sort(), ['closed', 'ready', 'returned']);
    const back = report.findings.filter((finding) => finding.state === 'returned');
    assert.equal(back.length, 1);
    assert.ok(report.claims.dropped > 0 && report.coverage.ticks > 0 && report.coverage.initialled > 0);
    assert.ok(report.not_checked.sentences.length > 0);
    assert.ok(report.not_checked.leftovers.some((leftover) => leftover.words === 'TK'));
    const sources = new Set(report.findings.flatMap((finding) => finding.evidence.map((use) => use.source.type)));
    for (const type of ['call', 'statement', 'document', 'wire'])
      assert.ok(
        [...sources].some((one) => one.toLowerCase().includes(type)),
        `${type} of ${[...sources]}`,
      );
    const fixes = report.findings.flatMap((finding) => finding.fixes.map((fix) => fix.state));
    assert.ok(fixes.includes('agreed') && fixes.includes('asked'));
    for (const { checker, second_reader } of report.findings)
      if (second_reader !== null) assert.notEqual(checker, second_reader);
    for (const chain of await verifyLog(db)) assert.deepEqual(chain.faults, []);
  });

  for (const [now, zone, deadline] of [
    [NOW, TOLD_IN, '2026-03-12T18:00'],
    ['2026-03-12T23:10:00.000Z', 'Europe/Oslo', '2026-03-13T18:00'],
    ['2026-03-12T17:55:00.000Z', 'UTC', '2026-03-13T18:00'],
    ['2026-12-31T22:30:00.000Z', 'Pacific/Auckland', '2027-01-01T18:00'],
  ] as const)
    test(`told at ${now} in ${zone}, it happened before and is due ${deadline}`, async () => {
      const db = now === NOW ? evening : await toldAt(now, zone);
      const article = await getArticle(systemContext(db, now), 1);
      assert.equal(localOf(article.deadline_at ?? '', zone), deadline);
      const entries = await db.selectFrom('log').select('at').orderBy('at', 'desc').execute();
      assert.ok(entries.every((entry) => entry.at < now));
      assert.ok(Date.parse(now) - Date.parse(entries[0]?.at ?? '') < 5 * 60_000, 'the last act was just now');
    });

  test('of the saved copy, passages are found word for word, and one with changes', async () => {
    const db = evening;
    const looked = await db
      .selectFrom('evidence')
      .innerJoin('claim', 'claim.id', 'evidence.claim_id')
      .innerJoin('article', 'article.id', 'claim.article_id')
      .select(['passage', 'lookup_found'])
      .where('article.number', '=', 1)
      .where('lookup_snapshot_id', 'is not', null)
      .orderBy('passage')
      .execute();
    assert.deepEqual(
      looked.map(({ passage, lookup_found }) => [passage, lookup_found]),
      [
        ['14 attackers were killed', 'with_changes'],
        ['Dead: 14 attackers, five officers of the police, four civilians', 'word_for_word'],
        ['Dead: 14 attackers, five officers of the police, four civilians', 'word_for_word'],
        ['masters of the situation at every hour', 'word_for_word'],
        ['several suicide attackers', 'word_for_word'],
      ],
    );
  });

  test('an editor can sign the first article with two claims open, and nothing else is in the way', async () => {
    const db = evening;
    const system = systemContext(db, NOW);
    const article = await getArticle(system, 1);
    const { results } = await gatherSignOff(system, article, { leaks: await openLeaks(system, article), open: [1, 7] });
    assert.deepEqual(
      results.filter(({ state }) => state === 'blocks').map(({ rule, sentence }) => `${rule}: ${sentence}`),
      [],
    );
    assert.ok(results.some(({ state }) => state === 'waived') && results.some(({ reasoned }) => reasoned.length > 1));
    const ada = await db.selectFrom('person').selectAll().where('email', '=', CAST.ada.email).executeTakeFirstOrThrow();
    const { id, display_name } = ada;
    const ctx: Context = { db, actor: { kind: 'person', id, display_name, is_administrator: true }, at: NOW };
    const wanted = { number: 1, version: 1, open_claims: [1, 7], reason: 'Claim 7 waits for the ministry.' };
    assert.deepEqual(await signReport(ctx, article.id, wanted), {
      number: 1,
      open_claims: [1, 7],
      is_internal_only: false,
    });
  });

  test('what came from outside waits at the first article: the file, the answer, the sheet, the next document', async () => {
    const db = evening;
    const system = systemContext(db, NOW);
    const { id } = await getArticle(system, 1);
    const pieces = (await listPieces(db, id)).map(({ kind, decision }) => `${kind} ${decision ?? 'new'}`).sort();
    assert.deepEqual(pieces, ['contact new', 'contact taken', 'file new', 'note new']);
    assert.deepEqual(
      (await listFactsAnswers(db, id)).map(({ number, verdict, noted_at }) => [number, verdict, noted_at]),
      [[11, 'wrong', null]],
    );
    const entries = await listEntries(db, id);
    assert.ok(entries.some(({ what, decision }) => what === 'verdict' && decision === null));
    assert.deepEqual((await listSheetRows(db, id)).length, 1, 'a row without a place');
    const [draft] = await db.selectFrom('intake_draft').select('draft').where('article_id', '=', id).execute();
    const { pending, proposed_sources } = JSON.parse(draft?.draft ?? '{}') as Draft;
    assert.deepEqual([pending?.count, proposed_sources.length], [4, 2]);
    assert.equal((await findOriginal(db, id))?.name, 'veshtar.docx');
    const same = await db.selectFrom('claim').select('number').where('same_as_id', 'is not', null).execute();
    assert.deepEqual(same, [{ number: 9 }, { number: 10 }], 'headline and standfirst of the second');
  });

  test('the second article was cleared, signed, complained of and corrected', async () => {
    const db = evening;
    const ctx = systemContext(db, NOW);
    const article = await getArticle(ctx, 2);
    const leaks = await openLeaks(ctx, article);
    const { results, lapsed } = await gatherSignOff(ctx, article, { leaks });
    assert.deepEqual(
      results.filter(({ state }) => state !== 'holds').map(({ rule, state, sentence }) => ({ rule, state, sentence })),
      [],
    );
    assert.deepEqual(lapsed, []);
    const [report, ...others] = await listReports(db, article.id);
    assert.deepEqual([report?.number, others.length], [1, 0]);
    assert.equal((await listPublications(db, article.id)).length, 2, 'to whom it was sent');
    const [complaint] = await listComplaints(db, article.id, { limit: 1 });
    assert.deepEqual([complaint?.outcome, typeof complaint?.answered_at], ['corrected', 'string']);
    const [correction] = await listCorrections(db, article.id);
    assert.match(correction?.sentence ?? '', /said “built in 1987”. That was wrong. It now says “built in 1991”./);
    const { holds, clearances } = await listLegal(db, article.id);
    assert.deepEqual([holds.length, clearances.length], [1, 2]);
    const outside = JSON.stringify(await buildPublicReport(ctx, article));
    for (const words of ['Voske', 'surveyor', 'notebook C', 'knew']) assert.doesNotMatch(outside, new RegExp(words));
    assert.match(outside, /an inspector of the harbour authority/);
  });
});

test('the article has the length of a wire story', () => {
  const { headline, standfirst, body, captions } = raidArticle('Saturday');
  const words = [headline, standfirst, body, ...captions].join(' ').split(/\s+/).length;
  assert.ok(words >= 350 && words <= 600, String(words));
});

test('words that the article does not have, or has twice, stop the story', () => {
  const { body } = raidArticle('Saturday');
  assert.throws(() => placeOf(body, 'seven bombers'), /words that its article does not have: seven bombers/);
  assert.throws(() => placeOf(body, 'the'), /stand there twice/);
});
