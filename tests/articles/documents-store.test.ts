// Documents as the database keeps them, on both engines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { valuesOfDraft } from '#src/articles/documents/draft-values.ts';
import { keepDocument, readAndStage, sweepDrafts } from '#src/articles/intake/commands.ts';
import { findIntakeDraft, findOriginal } from '#src/articles/intake/store.ts';
import { listProposedSources } from '#src/articles/proposed-store.ts';
import { transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { readFile, sweepFiles } from '#src/files/commands.ts';
import { verifyFiles } from '#src/files/verify.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { makeDocx } from './documents/documents.ts';

onEachEngine((engine) => {
  engine.rule('a document is kept for its person, taken up once with an article, and whole a week later', async () => {
    const newsroom = await openNewsroom(engine);
    const { db, desks } = newsroom;
    const ben = newsroom.ctxOf('ben');
    const bytes = makeDocx();
    const kept = { desk_id: desks.foreign.id, document: { name: 'draft.docx', bytes }, typed: { byline: 'B. Okafor' } };
    const draft = await keepDocument(ben, kept);
    assert.equal(await findIntakeDraft(newsroom.ctxOf('cleo'), draft), undefined);
    const found = await findIntakeDraft(ben, draft);
    const { captions, ...values } = valuesOfDraft(JSON.parse(found?.draft ?? ''));
    const article = await takeArticleIn(ben, 'foreign-desk', { ...values, captions: [captions], draft });
    const original = await findOriginal(db, article.id);
    assert.ok(original);
    const chunks: Buffer[] = [];
    for await (const chunk of readFile(db, original.id)) chunks.push(chunk);
    assert.ok(Buffer.concat(chunks).equals(bytes));
    const suggestions = await listProposedSources(db, { article_id: article.id, version_id: original.version_id });
    const version = await db
      .selectFrom('version')
      .select('text')
      .where('id', '=', original.version_id)
      .executeTakeFirst();
    assert.deepEqual(
      suggestions.map(({ start, end }) => version?.text?.slice(start ?? 0, end ?? 0)),
      ['the ninth delay', 'the harbour log', 'More than 240 passengers waited.'],
    );
    const again = takeArticleIn(ben, 'foreign-desk', { body: 'Other words.', draft });
    await assert.rejects(again, (error) => error instanceof RuleBroken && /no longer here/.test(error.message));
    const later = newsroom.ctxOf('ben', '2026-03-21T16:00:00.000Z');
    await sweepDrafts(later);
    assert.equal(await sweepFiles(later), 0);
    assert.deepEqual(await verifyFiles(db), { checked: 1, faults: [] });
  });

  test('what cannot be read leaves nothing behind', async () => {
    const { db, desks, ctxOf } = await openNewsroom(engine);
    const document = { name: 'draft.docx', bytes: makeDocx().subarray(0, 900) };
    await assert.rejects(keepDocument(ctxOf('ben'), { desk_id: desks.foreign.id, document, typed: {} }), RuleBroken);
    for (const table of ['file', 'file_chunk', 'intake_draft'] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), []);
  });

  engine.rule('a draft never outlives its file, also where the clock was set forward while it was read', async () => {
    const { db, desks, ctxOf } = await openNewsroom(engine);
    const document = { name: 'draft.docx', bytes: makeDocx() };
    const store = await readAndStage(ctxOf('ben'), { desk_id: desks.foreign.id, document, typed: {} });
    const a_week_on = ctxOf('ben', '2026-03-21T16:00:00.000Z');
    await transact(a_week_on, store);
    await sweepDrafts(a_week_on);
    assert.equal(await sweepFiles(a_week_on), 1, 'and the sweep goes on');
    assert.deepEqual(await db.selectFrom('intake_draft').selectAll().execute(), []);
  });
});
