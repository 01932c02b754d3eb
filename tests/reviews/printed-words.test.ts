// Words are found as they are typed, however the copy prints them.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { sayWhatCopyShows } from '#src/accounts/rule-commands.ts';
import { getQuestion } from '#src/accounts/store.ts';
import { takeArticleIn } from '#src/articles/commands.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { placeClaim } from '#src/claims/revision/placement-commands.ts';
import { listClaims } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { followReviews } from '#src/reviews/update-reviews-on-revision.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

/** What the copy prints, and how a person types it; by sentence, from the second on. */
const PRINTED: [print: string, typed: string, sentence: (words: string) => string][] = [
  ['«never again»', '"never again"', (words) => `The mayor said ${words} on air.`],
  ['„fresh bread“', '“fresh bread”', (words) => `A baker cried ${words} at noon.`],
  ['sang «\u00a0old songs\u00a0» nightly', 'sang "old songs" nightly', (words) => `The guard ${words}.`],
  ['‹quiet› neighbours', "'quiet' neighbours", (words) => `Some ${words} left early.`],
  ['20–30 lorries', '20-30 lorries', (words) => `Between ${words} burnt down.`],
  ['Forty\u00a0two horses', 'Forty two  horses', (words) => `${words} ran off.`],
  ['Then … nothing', 'Then ... nothing', (words) => `${words} happened there.`],
  ['J\u00fcrgen Vale', 'Ju\u0308rgen Vale', (words) => `${words} bought a boat.`],
];
const HEADLINE = 'Notes from Lusk';
const BODY = PRINTED.map(([print, , sentence]) => sentence(print)).join('\n\n');

onSqlite((engine) => {
  let ben: Context;
  let ada: Context;
  let slug: string;
  before(async () => {
    const newsroom = await openNewsroom(engine);
    [ada, ben, slug] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben'), newsroom.desks.foreign.slug];
  });

  async function opened(body = BODY): Promise<{ article: ArticleFound; ground: VersionText }> {
    const { id } = await takeArticleIn(ada, slug, { headline: HEADLINE, body });
    return latest(id);
  }

  async function latest(id: string): Promise<{ article: ArticleFound; ground: VersionText }> {
    const article = await getArticle(ben, id);
    return { article, ground: await getVersionText(ben.db, article) };
  }

  async function claimWords({ article, ground }: { article: ArticleFound; ground: VersionText }): Promise<string[]> {
    const claims = await listClaims(ben.db, { article_id: article.id, version_id: ground.version.id });
    return claims
      .toSorted((a, b) => a.number - b.number)
      .map(({ start, end }) => ground.text.slice(start ?? 0, end ?? 0));
  }

  const printed = PRINTED.map(([print]) => print);

  test('a claim stands on the words of its sentence', async () => {
    const { article } = await opened();
    for (const [index, [, words]] of PRINTED.entries())
      await markClaim(ben, article.id, { selection: { sentence: index + 2, words } });
    assert.deepEqual(await claimWords(await latest(article.id)), printed);
  });

  test('a claim that lost its words is placed on others, and a repeat says nothing', async () => {
    const first = PRINTED.map((_, index) => `Zinc ${index} was dear in ${1900 + index}.`).join('\n\n');
    const { article } = await opened(first);
    for (const index of PRINTED.keys()) await markClaim(ben, article.id, { selection: { sentence: index + 2 } });
    await reviseArticle(ben, article.id, { headline: HEADLINE, body: BODY, version: 1 });
    for (const [index, [, words]] of PRINTED.entries())
      for (const _ of ['placed', 'again']) await placeClaim(ben, article.id, { number: index + 1, words });
    assert.deepEqual(await claimWords(await latest(article.id)), printed);
  });

  test('what the copy shows is found in the sentence that has it', async () => {
    const { article } = await opened();
    for (const [index, [, copy_words]] of PRINTED.entries()) {
      const { number: question } = await askQuestion(ben, article.id, { point: `Point ${index}?` });
      const { revision } = await getQuestion(ben.db, article.id, question);
      const shows = { copy_shows: 'yes', copy_sentence: null, copy_words, copy_reason: '', revision } as const;
      await sayWhatCopyShows(ben, { article_id: article.id, question }, shows);
      assert.equal((await getQuestion(ben.db, article.id, question)).copy_sentence, index + 2, copy_words);
    }
  });

  test('a fix stands where its old words stand', async () => {
    const { article, ground } = await opened();
    for (const [, old_words] of PRINTED) await askFix(ben, article.id, { old_words, new_words: 'nothing', reason: '' });
    const fixes = (await listFixes(ben.db, article.id)).toSorted((a, b) => a.number - b.number);
    const places = fixes.map(({ place_start, place_end }) => ground.text.slice(place_start ?? 0, place_end ?? 0));
    assert.deepEqual(places, printed);
  });

  test('a fix of nothing but the quotation marks is in the copy once the copy has them, and not before', async () => {
    const { article } = await opened();
    await askFix(ben, article.id, {
      old_words: '«never again»',
      new_words: '“never again”',
      reason: '',
    });
    const [fix] = await listFixes(ben.db, article.id);
    await decideFix(ada, article.id, { fix_id: fix?.id ?? '', decision: 'agreed' });
    const revise = (body: string, version: number) =>
      reviseArticle(ben, article.id, { headline: HEADLINE, body, version, on_revised: [followReviews] });
    const state = async () => (await listFixes(ben.db, article.id))[0]?.state;
    await revise(BODY.replace('on air', 'on the air'), 1);
    assert.equal(await state(), 'agreed');
    await revise(BODY.replace('«never again»', '“never again”').replace('on air', 'on the air'), 2);
    assert.equal(await state(), 'in_copy');
  });
});
