// Sources that a draft names, on both engines: taken, ticked from, dismissed, proposed again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { valuesOfDraft } from '#src/articles/documents/draft-values.ts';
import { keepDocument } from '#src/articles/intake/commands.ts';
import { findIntakeDraft } from '#src/articles/intake/store.ts';
import { listProposedSources } from '#src/articles/proposed-store.ts';
import { getArticle } from '#src/articles/store.ts';
import { getLatestVersion } from '#src/articles/version-text-store.ts';
import { listTicks } from '#src/claims/coverage/store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import {
  dismissProposedSource,
  restoreProposedSource,
  tickProposedWords,
} from '#src/evidence/proposed-sources/commands.ts';
import { takeProposedSource, takeProposedSources } from '#src/evidence/proposed-sources/take-commands.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { makeDocx } from '#tests/articles/documents/documents.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { eventsOf } from './support.ts';

/** Takes the Word document in as it is: it names three sources, a comment, a link and a footnote. */
async function ferryIn(newsroom: Newsroom) {
  const ben = newsroom.ctxOf('ben');
  const document = { name: 'draft.docx', bytes: makeDocx() };
  const draft = await keepDocument(ben, { desk_id: newsroom.desks.foreign.id, document, typed: {} });
  const { captions, ...values } = valuesOfDraft(JSON.parse((await findIntakeDraft(ben, draft))?.draft ?? ''));
  const { id } = await takeArticleIn(ben, newsroom.desks.foreign.slug, { ...values, captions: [captions], draft });
  const mark = async (words: string) => {
    const { text } = await getLatestVersion(newsroom.db, await getArticle(ben, id));
    const start = text.indexOf(words);
    return (await markClaim(ben, id, { selection: { start, end: start + words.length } })).number;
  };
  return { id, body: values.body, mark, ben };
}

async function proposedNow(ctx: Context, id: string) {
  const article = await getArticle(ctx, id);
  const version = await getLatestVersion(ctx.db, article);
  const rows = await listProposedSources(ctx.db, { article_id: article.id, version_id: version.id });
  return rows.map(({ title, start, end, decision, origin_number }) => ({
    title,
    words: start === null || end === null ? null : version.text.slice(start, end),
    decision,
    origin_number,
  }));
}

onEachEngine((engine) => {
  test('taken once: a card, evidence on the claim that its words touch, in the log, remembered with who did it', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, mark, ben } = await ferryIn(newsroom);
    const claim = await mark('the ninth delay this month, as the harbour log shows');
    for (const _ of [1, 2]) {
      const taken = await takeProposedSource(ben, id, { proposed: '1.1' });
      assert.equal(taken.claim_number, claim);
    }
    const evidence = await listEvidence(newsroom.db, id, 'inside');
    assert.deepEqual(
      evidence.map(({ source_title, place, note, claim_number }) => [source_title, place, note, claim_number]),
      [['Harbour log, pages 3 to 5', '', 'Named in the draft: Comment: Harbour log, pages 3 to 5.', claim]],
    );
    assert.deepEqual(await eventsOf(newsroom.db, 'evidence', 'source'), {
      'source.added': 1,
      'evidence.added': 1,
      'source.proposal_taken': 1,
    });
    const row = await newsroom.db
      .selectFrom('proposed_source')
      .selectAll()
      .where('position', '=', 1)
      .executeTakeFirstOrThrow();
    assert.deepEqual(
      [row.decision, row.decided_by, row.evidence_id, row.source_id],
      ['evidence', ben.actor.id, evidence[0]?.id, evidence[0]?.source_id],
    );
    const other = await mark('the ninth delay');
    await takeProposedSource(ben, id, { proposed: '1.1', claim: other });
    assert.equal(
      (await listEvidence(newsroom.db, id, 'inside')).length,
      2,
      'another claim on the words may have it too',
    );
    await assert.rejects(dismissProposedSource(ben, id, { proposed: '1.1' }), RuleBroken);
  });

  engine.rule('a card that the library has by its address is used again', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, mark, ben } = await ferryIn(newsroom);
    const claim = await mark('as the harbour log shows');
    const line = 'https://harbour.example/log?utm_source=mail';
    const { source } = await addEvidence(ben, id, { number: await mark('Nobody was hurt.'), source_line: line });
    const taken = await takeProposedSource(ben, id, { proposed: '1.2' });
    assert.deepEqual([taken.source.number, taken.is_new_source, taken.claim_number], [source.number, false, claim]);
  });

  engine.rule('all at once: those that stand on an open claim, each once, and nothing that was decided', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, mark, ben } = await ferryIn(newsroom);
    assert.deepEqual(await takeProposedSources(ben, id), []);
    await mark('as the harbour log shows');
    await mark('More than 240 passengers waited.');
    await dismissProposedSource(ben, id, { proposed: '1.2' });
    const taken = await takeProposedSources(ben, id);
    assert.equal(taken.length, 1);
    assert.deepEqual(await takeProposedSources(ben, id), []);
    const [evidence] = await listEvidence(newsroom.db, id, 'inside');
    assert.equal(evidence?.source_url, 'https://kiosk.example/count');
  });

  engine.rule('where no claim stands the words are ticked from it, once', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, ben } = await ferryIn(newsroom);
    await assert.rejects(takeProposedSource(ben, id, { proposed: '1.1' }), /There is no claim on these words yet/);
    for (const _ of [1, 2]) await tickProposedWords(ben, id, { proposed: '1.1' });
    const version = await getLatestVersion(newsroom.db, await getArticle(ben, id));
    const ticks = await listTicks(newsroom.db, version.id);
    assert.deepEqual(
      ticks.map(({ start, end, note }) => [version.text.slice(start, end), note]),
      [['the ninth delay', 'Harbour log, pages 3 to 5 (source 1)']],
    );
  });

  engine.rule('dismissed and proposed again, each once however often it is sent', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, ben } = await ferryIn(newsroom);
    for (const _ of [1, 2]) await dismissProposedSource(ben, id, { proposed: '1.3' });
    for (const _ of [1, 2]) await restoreProposedSource(ben, id, { proposed: '1.3' });
    assert.deepEqual(await eventsOf(newsroom.db, 'source'), {
      'source.proposal_dismissed': 1,
      'source.proposal_restored': 1,
    });
    assert.equal((await proposedNow(ben, id))[2]?.decision, null);
  });

  test('a new version keeps them as long as their words stand, with what was decided; its own document doubles none', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, body, ben } = await ferryIn(newsroom);
    await dismissProposedSource(ben, id, { proposed: '1.2' });
    const second = `It rained on Sunday. ${body.replace('More than 240 passengers waited. ', '')}`;
    await reviseArticle(ben, id, { body: second, version: 1 });
    assert.deepEqual(
      (await proposedNow(ben, id)).map(({ words, decision }) => [words, decision]),
      [
        ['the ninth delay', null],
        ['the harbour log', 'dismissed'],
        [null, null],
      ],
    );
    const document = { name: 'third.docx', bytes: makeDocx() };
    const kept = { desk_id: newsroom.desks.foreign.id, article_id: id, document, typed: {} };
    await reviseArticle(ben, id, { body, version: 2, draft: await keepDocument(ben, kept) });
    assert.deepEqual(
      (await proposedNow(ben, id)).map(({ words, decision, origin_number }) => [words, decision, origin_number]),
      [
        ['the ninth delay', null, 1],
        ['the harbour log', 'dismissed', 1],
        [null, null, 1],
        ['More than 240 passengers waited.', null, 3],
      ],
    );
    await tickProposedWords(ben, id, { proposed: '3.3' });
  });

  engine.rule(
    'guests may not, strangers and mistyped names find nothing, the operator takes but dismisses nothing',
    async () => {
      const newsroom = await openNewsroom(engine);
      const { id, mark } = await ferryIn(newsroom);
      await mark('as the harbour log shows');
      const verbs = [takeProposedSource, tickProposedWords, dismissProposedSource, restoreProposedSource];
      for (const verb of verbs) {
        const on = { proposed: '1.2' };
        await assert.rejects(verb(newsroom.ctxOf('dina'), id, on), Forbidden);
        await assert.rejects(verb(newsroom.ctxOf('emil'), id, on), NotFound);
        for (const proposed of ['1.9', '2.1', 'x', '1'])
          await assert.rejects(verb(newsroom.ctxOf('ben'), id, { proposed }), NotFound);
      }
      await assert.rejects(takeProposedSources(newsroom.ctxOf('dina'), id), Forbidden);
      await assert.rejects(takeProposedSources(newsroom.ctxOf('emil'), id), NotFound);
      await assert.rejects(dismissProposedSource(newsroom.operator, id, { proposed: '1.2' }), Forbidden);
      assert.equal((await takeProposedSources(newsroom.operator, id)).length, 1);
      await assert.rejects(
        takeProposedSource(newsroom.ctxOf('ben'), id, { proposed: '1.3', claim: 1 }),
        /is not on the words/,
      );
    },
  );
});
