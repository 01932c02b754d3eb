// What the program suggests and what people make of it: the rules on a text, and the verbs on both engines.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assembleVersion } from '#src/articles/article.ts';
import { getArticle } from '#src/articles/store.ts';
import { getLatestVersion } from '#src/articles/version-text-store.ts';
import { suggestionsOf, takenTogether, USUAL_LINE } from '#src/claims/analysis/suggestion.ts';
import { widenedReading } from '#src/claims/analysis/widened.ts';
import { initialSentences } from '#src/claims/coverage/commands.ts';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { listFigures } from '#src/claims/figure-store.ts';
import { keyReason } from '#src/claims/key-rule.ts';
import { withdrawClaim } from '#src/claims/marking/commands.ts';
import { listAttributions } from '#src/claims/particulars-store.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { listClaims } from '#src/claims/store.ts';
import { takeSuggestion, takeSuggestions } from '#src/claims/suggestions/commands.ts';
import { dismissSuggestion, restoreSuggestion } from '#src/claims/suggestions/dismiss-commands.ts';
import { listDecisions } from '#src/claims/suggestions/store.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { KEY_SORTS } from '#src/people/profiles/profile.ts';
import type { ClaimReading } from '#src/reading/check-worthiness/claim-reading.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { explosionAt } from './support.ts';

const RAID = assembleVersion(
  [
    { role: 'headline', text: 'Gunmen storm customs house, killing four' },
    {
      role: 'body',
      text: [
        'Gunmen killed at least four people at a customs house in Merrow on Friday.',
        'Police spokeswoman Ida Kern said more than 60 raiders had crossed the river.',
        'She said two officers were missing.',
        'The evening was mild and the river lay still.',
        'The raid was the worst attack in 2019 along the border.',
      ].join('\n\n'),
    },
  ],
  'en',
);

describe('what is suggested', () => {
  const suggestions = suggestionsOf(RAID);
  const wordsOf = (one: { start: number; end: number }) => RAID.text.slice(one.start, one.end);
  const at = (words: string) => suggestions.find((one) => wordsOf(one).startsWith(words));

  test('what somebody said is suggested in their name, and not the sentence around it', () => {
    const raiders = at('more than 60 raiders had crossed the river');
    assert.deepEqual(raiders?.reading.attribution, [{ name: 'Ida Kern', role: 'Police spokeswoman' }]);
    assert.deepEqual(
      raiders?.reading.figures.map(({ comparator, low, unit }) => [comparator, low, unit]),
      [['>', 60, 'raiders']],
    );
    assert.equal(at('Police spokeswoman'), undefined);
    assert.deepEqual(at('two officers were missing')?.reading.attribution[0]?.name, 'Ida Kern');
  });

  test('what the article says in its own voice is suggested whole, with its number and its superlative apart', () => {
    assert.deepEqual(at('Gunmen killed at least four people')?.reading.attribution, []);
    assert.equal(at('at least four people')?.reading.kind, 'number');
    assert.equal(at('worst attack in 2019')?.reading.kind, 'comparison');
  });

  test('each has its reasons in words, and scenery stays below the line', () => {
    for (const one of suggestions.filter(({ score }) => score >= USUAL_LINE)) assert.ok(one.reasons.length > 0);
    assert.ok((at('The evening was mild')?.score ?? 0) < USUAL_LINE);
  });

  test('casualties and the headline would be key, and the reason is said', () => {
    const keys = new Set(KEY_SORTS);
    const keyReasonFor = (words: string) => keyReason(at(words)?.key_sorts ?? [], keys);
    assert.equal(keyReasonFor('Gunmen storm'), 'the headline');
    assert.equal(keyReasonFor('at least four people'), 'casualties');
    assert.equal(keyReasonFor('more than 60 raiders'), null);
  });

  test('taken together, no two lie on one another', () => {
    const together = takenTogether(suggestions, USUAL_LINE);
    assert.ok(together.length >= 4);
    for (const [index, one] of together.entries()) assert.ok(one.start >= (together[index - 1]?.end ?? 0));
    assert.deepEqual(takenTogether(suggestions, 1.01), []);
  });

  test('the same text gives the same suggestions, in order and inside their sentences', () => {
    assert.deepEqual(suggestionsOf(RAID), suggestions);
    for (const one of suggestions) {
      const sentence = RAID.sentences.find(({ number }) => number === one.sentence);
      assert.ok(sentence && sentence.start <= one.start && one.end <= sentence.end);
    }
  });
});

onEachEngine((engine) => {
  async function desk() {
    const room = await explosionAt(await openNewsroom(engine));
    const { newsroom, article_id } = room;
    const version = await getLatestVersion(newsroom.db, await getArticle(newsroom.ctxOf('ben'), article_id));
    const place = (words: string) => {
      const start = version.text.indexOf(words);
      return { start, end: start + words.length };
    };
    const claims = async () =>
      (await listClaims(newsroom.db, { article_id, version_id: version.id })).map((claim) => ({
        ...claim,
        words: version.text.slice(claim.start as number, claim.end as number),
      }));
    return { ...room, version, place, claims };
  }
  const DAMAGE = 'The harbour office lost cranes worth 4 million crowns.';
  async function details({ db }: Newsroom, verb: string) {
    const entries = await db.selectFrom('log').select(['chain', 'number']).where('verb', '=', verb).execute();
    const rows = await db.selectFrom('log_detail').selectAll().execute();
    const ours = rows.filter((row) =>
      entries.some(({ chain, number }) => chain === row.chain && number === row.number),
    );
    return ours.map((row) => JSON.parse(row.after));
  }

  engine.rule('a suggestion that is taken is a claim with everything filled in', async () => {
    const { newsroom, article_id, place, claims, version } = await desk();
    const mayor = place('“We saw both trucks burn,”');
    assert.deepEqual(await takeSuggestion(newsroom.ctxOf('ben'), article_id, mayor), { number: 1, is_new: true });
    const [claim] = await claims();
    assert.equal(claim?.words, '“We saw both trucks burn,”');
    assert.equal(claim?.kind, 'quotation');
    assert.equal(claim?.marked_by, newsroom.persons.ben.id);
    assert.equal((await listAttributions(newsroom.db, article_id))[0]?.name, 'Ines Korhal');
    await takeSuggestion(newsroom.ctxOf('ben'), article_id, place(DAMAGE));
    assert.equal((await listFigures(newsroom.db, version.id))[0]?.low, 4_000_000);
    assert.equal((await claims()).find((one) => one.number === 2)?.is_key, 1, 'money is key');
  });

  test('taken twice, it is one claim, and the log says that it was suggested and why', async () => {
    const { newsroom, article_id, place, events } = await desk();
    await takeSuggestion(newsroom.ctxOf('ben'), article_id, place(DAMAGE));
    const again = await takeSuggestion(newsroom.ctxOf('cleo'), article_id, place(DAMAGE));
    assert.deepEqual(again, { number: 1, is_new: false });
    assert.deepEqual(await events(1), ['claim.marked']);
    const [noted] = await details(newsroom, 'claim.marked');
    assert.equal(noted.proposed, true);
    assert.ok(noted.reasons.length > 0 && noted.score > 0);
  });

  test('all from a line up are taken at once, but for what is a claim, ticked, initialled or dismissed', async () => {
    const { newsroom, article_id, place, claims, mark } = await desk();
    const ben = newsroom.ctxOf('ben');
    await mark('dead');
    await tickWords(ben, article_id, { selection: place('“We saw both trucks burn,”'), note: '' });
    await initialSentences(ben, article_id, { selection: place('Nine dead in harbour blast') });
    await dismissSuggestion(ben, article_id, place('4 million crowns'));
    await dismissSuggestion(ben, article_id, place(DAMAGE));
    await takeSuggestions(ben, article_id, { above: 0 });
    const words = (await claims()).map((one) => one.words);
    assert.ok(words.includes('At least nine people died'));
    assert.ok(!words.some((one) => /crowns|We saw|Nine dead/.test(one)), words.join(' | '));
    assert.ok(!words.some((one) => one.startsWith('At least nine people died when')), 'a claim stands there already');
    assert.deepEqual(await takeSuggestions(ben, article_id, { above: 0 }), [], 'a repeat takes nothing');
  });

  engine.rule('a line above everything takes nothing; the usual line takes what matters', async () => {
    const { newsroom, article_id, claims } = await desk();
    const ben = newsroom.ctxOf('ben');
    assert.deepEqual(await takeSuggestions(ben, article_id, { above: 1 }), []);
    const numbers = await takeSuggestions(ben, article_id, { above: USUAL_LINE });
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    );
    const words = (await claims()).map((one) => one.words);
    assert.ok(words.some((one) => one.includes('nine people died')));
    assert.ok(words.includes(DAMAGE));
    assert.ok(!words.some((one) => one.includes('Smoke hung')));
  });

  engine.rule(
    'what is dismissed stays so for this version, until it is suggested again; it may be taken all the same',
    async () => {
      const { newsroom, article_id, place, version } = await desk();
      const ben = newsroom.ctxOf('ben');
      const decided = async () => (await listDecisions(newsroom.db, version.id)).map((one) => one.dismissed_by);
      await dismissSuggestion(ben, article_id, place(DAMAGE));
      await dismissSuggestion(newsroom.ctxOf('cleo'), article_id, place(DAMAGE));
      assert.deepEqual(await decided(), [newsroom.persons.ben.id]);
      await restoreSuggestion(ben, article_id, place(DAMAGE));
      await restoreSuggestion(ben, article_id, place(DAMAGE));
      assert.deepEqual(await decided(), []);
      await dismissSuggestion(ben, article_id, place(DAMAGE));
      assert.equal((await takeSuggestion(ben, article_id, place(DAMAGE))).is_new, true);
      assert.deepEqual(await decided(), [null]);
      await assert.rejects(dismissSuggestion(ben, article_id, place(DAMAGE)), /become claim 1/);
      assert.equal((await details(newsroom, 'suggestion.dismissed')).length, 2);
    },
  );

  engine.rule('a claim that is dropped is not suggested again', async () => {
    const { newsroom, article_id, place, claims } = await desk();
    const ben = newsroom.ctxOf('ben');
    await takeSuggestion(ben, article_id, place(DAMAGE));
    await withdrawClaim(ben, article_id, { number: 1, reason: 'not ours' });
    await takeSuggestions(ben, article_id, { above: 0 });
    assert.equal((await claims()).filter((one) => one.words === DAMAGE).length, 1);
  });

  engine.rule('a new version suggests afresh; a form of the old one counts where its words still stand', async () => {
    const { newsroom, article_id, place, version } = await desk();
    const ben = newsroom.ctxOf('ben');
    await dismissSuggestion(ben, article_id, place(DAMAGE));
    const [headline = '', ...body] = version.text.split('\n\n');
    const longer = `${body.join('\n\n')}\n\nThe mayor said that 40 divers had come.`;
    await reviseArticle(newsroom.ctxOf('ada'), article_id, { headline, body: longer, version: 1 });
    const latest = await getLatestVersion(newsroom.db, await getArticle(ben, article_id));
    assert.deepEqual(await listDecisions(newsroom.db, latest.id), []);
    assert.equal((await takeSuggestion(ben, article_id, { ...place(DAMAGE), version: 1 })).is_new, true);
    const [taken] = await listDecisions(newsroom.db, latest.id);
    assert.equal(latest.text.slice(taken?.start, taken?.end), DAMAGE);
  });

  engine.rule('words that nobody suggests are neither added nor dismissed', async () => {
    const { newsroom, article_id, place, version } = await desk();
    const ben = newsroom.ctxOf('ben');
    await assert.rejects(takeSuggestion(ben, article_id, place('harbour office lost')), (error: RuleBroken) => {
      assert.ok(error instanceof RuleBroken);
      assert.match(error.message, /no longer suggested/);
      return true;
    });
    await dismissSuggestion(ben, article_id, place('harbour office lost'));
    assert.deepEqual(await listDecisions(newsroom.db, version.id), []);
  });

  engine.rule('guests may not, strangers find nothing, and the operator takes but judges nothing', async () => {
    const { newsroom, article_id, place, claim } = await desk();
    for (const verb of [takeSuggestion, dismissSuggestion, restoreSuggestion]) {
      await assert.rejects(verb(newsroom.ctxOf('dina'), article_id, place(DAMAGE)), Forbidden);
      await assert.rejects(verb(newsroom.ctxOf('emil'), article_id, place(DAMAGE)), NotFound);
    }
    await assert.rejects(takeSuggestions(newsroom.ctxOf('dina'), article_id, { above: 0 }), Forbidden);
    await assert.rejects(takeSuggestions(newsroom.ctxOf('emil'), article_id, { above: 0 }), NotFound);
    await assert.rejects(dismissSuggestion(newsroom.operator, article_id, place(DAMAGE)), Forbidden);
    await takeSuggestion(newsroom.operator, article_id, place(DAMAGE));
    assert.equal((await claim(1)).checker_id, null);
  });
});

test('words round a suggestion are read as the suggestion: its speaker, and its kind where they tell none', () => {
  const statement = 'Sorov said the dam would hold for ten years, whatever came.';
  const text = `Nadir Sorov runs the dam. ${statement}`;
  const reading: ClaimReading = { statement, kind: 'event', attribution: [], figures: [] };
  const said: ClaimReading = { ...reading, kind: 'number', attribution: [{ name: 'Nadir Sorov', role: null }] };
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const suggestion = { ...at('hold for ten years'), score: 1, reasons: [], key_sorts: [], sentence: 2, reading: said };
  const wider = widenedReading(reading, at('the dam would hold for ten years'), [suggestion]);
  assert.deepEqual([wider.kind, wider.attribution], ['number', said.attribution]);
  const own = widenedReading({ ...reading, kind: 'quotation' }, at(text), [suggestion]);
  assert.deepEqual(
    [own.kind, own.attribution],
    ['quotation', []],
    'a stretch of many sentences is no wider suggestion',
  );
});
