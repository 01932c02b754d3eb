// Which claims are suggested as key.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { changeArticleDetails } from '#src/articles/details/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { type KeyGround, keyReasonOf, keysOf } from '#src/claims/key-rule.ts';
import { changeClaimKey, markClaim } from '#src/claims/marking/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { takeSuggestions } from '#src/claims/suggestions/commands.ts';
import { changeProfile } from '#src/people/profiles/commands.ts';
import { KEY_SORTS, type KeySort } from '#src/people/profiles/profile.ts';
import { findProfileByName, type Profile } from '#src/people/profiles/store.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';

const FRAUD = 'Ida Kern paid 3 million crowns, and the auditors accuse her of fraud.';
const ground = (words: string, more: Partial<KeyGround> = {}): KeyGround => ({
  words,
  sentence_words: words,
  role: 'body',
  figures: [],
  ...more,
});
const all = new Set(KEY_SORTS);

test('the first sort that the profile wants is the reason, and what it does not want is none', () => {
  assert.equal(keyReasonOf(ground('Nine dead in harbour blast', { role: 'headline' }), all), 'the headline');
  assert.equal(keyReasonOf(ground('Nine dead', { role: 'headline' }), new Set<KeySort>(['casualties'])), 'casualties');
  assert.equal(keyReasonOf(ground('a vaccine'), all), 'health');
  assert.equal(keyReasonOf(ground('a vaccine'), new Set()), null);
  assert.equal(keyReasonOf(ground('It was a cold morning.'), all), null);
});

test('for Legal, whatever stands beside an accusation is key; without the flag only the accusation itself', () => {
  const wants = Object.fromEntries(KEY_SORTS.map((sort) => [`key_${sort}`, sort === 'money' ? 0 : 1])) as never;
  const name = ground('Ida Kern', { sentence_words: FRAUD });
  assert.equal(keyReasonOf(name, keysOf(wants, { needs_legal: 1 })), 'beside an accusation, for Legal');
  assert.equal(keyReasonOf(name, keysOf(wants, { needs_legal: 0 })), null);
  assert.equal(keyReasonOf(ground('accuse her of fraud'), keysOf(wants, { needs_legal: 0 })), 'an accusation');
});

const BODY = `The river rose four metres in one night. Seven people drowned in the old town, the police said.

Repairs will cost 40 million crowns, said Lena Orsk, the mayor.`;

onSqlite((engine) => {
  const opened: NewsroomDesk[] = [];
  after(() => Promise.all(opened.map((desk) => desk.close())));

  async function start() {
    const desk = await startNewsroom(engine);
    opened.push(desk);
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/new');
    await ben.fill('Text', BODY).choose('Profile', 'Breaking').press('Add article');
    const article = await getArticle(desk.ctxOf('ben'), 1);
    const profile = async (name: string) => (await findProfileByName(desk.db, article.desk_id, name)) as Profile;
    const claimOn = async (sentence: number, words: string, is_key?: boolean) => {
      const { number } = await markClaim(desk.ctxOf('ben'), article.id, { selection: { sentence, words }, is_key });
      return { number, path: `/articles/1/claims/${number}`, row: () => getClaim(desk.db, article, { number }) };
    };
    return { desk, ben, article, profile, claimOn };
  }

  test('suggestions are starred as the profile says, and a changed profile changes what is suggested', async () => {
    const { desk, ben, article, profile } = await start();
    const suggested = '/articles/1/claims?list=suggested&above=0';
    await ben.visit(suggested);
    assert.match(ben.text(), /★ key: casualties/);
    assert.doesNotMatch(ben.text(), /★ key: money/);
    const { revision, title } = article;
    const change = { title, revision, profile_id: (await profile('Daily')).id };
    await changeArticleDetails(desk.ctxOf('cleo'), article.id, change);
    await ben.visit(suggested);
    assert.match(ben.text(), /★ key: money/);
    const numbers = await takeSuggestions(desk.ctxOf('ben'), article.id, { above: 0.3 });
    const claims = await Promise.all(numbers.map((number) => getClaim(desk.db, article, { number })));
    const starred = claims.filter(({ is_key }) => is_key === 1).map(({ statement }) => statement);
    assert.ok(starred.some((words) => words.includes('crowns')));
    assert.ok(!starred.some((words) => words.includes('four metres')));
  });

  test('a star that a person set stays whatever the profile, and one that it suggests is a press away', async () => {
    const { desk, ben, article, profile, claimOn } = await start();
    const river = await claimOn(1, 'rose four metres');
    const drowned = await claimOn(2, 'Seven people drowned', false);
    await changeClaimKey(desk.ctxOf('cleo'), article.id, { number: river.number, is_key: true });
    const { revision, title } = article;
    await changeArticleDetails(desk.ctxOf('cleo'), article.id, {
      title,
      revision,
      profile_id: (await profile('Feature')).id,
      needs_legal: true,
    });
    assert.deepEqual([(await river.row()).is_key, (await drowned.row()).is_key], [1, 0]);
    await ben.visit(drowned.path);
    assert.match(ben.text(), /Key for Feature: casualties/);
    await ben.press('Star claim');
    assert.equal((await drowned.row()).is_key, 1);
    await ben.visit(drowned.path);
    assert.ok(!ben.offers('Star claim'));
    await ben.visit(river.path);
    assert.ok(!ben.offers('Star claim'));
  });

  test('words marked by hand are as key as the same words suggested, by the profile of their article', async () => {
    const { desk, article, profile, claimOn } = await start();
    const [drowned, crowns] = [await claimOn(2, 'Seven people'), await claimOn(3, '40 million crowns')];
    assert.deepEqual([(await drowned.row()).is_key, (await crowns.row()).is_key], [1, 0]);
    assert.equal((await (await claimOn(1, 'four metres')).row()).is_key, 0);
    const { revision, title } = article;
    const daily = { title, revision, profile_id: (await profile('Daily')).id };
    await changeArticleDetails(desk.ctxOf('cleo'), article.id, daily);
    assert.equal((await crowns.row()).is_key, 0, 'a changed profile stars nothing that is marked');
    assert.equal((await (await claimOn(3, 'will cost 40 million crowns')).row()).is_key, 1);
  });

  test('what a person says of the star while marking counts, and so does taking it off', async () => {
    const { desk, ben, article, claimOn } = await start();
    assert.equal((await (await claimOn(2, 'Seven people drowned', false)).row()).is_key, 0);
    assert.equal((await (await claimOn(1, 'in one night', true)).row()).is_key, 1);
    const drowned = await claimOn(2, 'Seven people');
    await changeClaimKey(desk.ctxOf('ben'), article.id, { number: drowned.number, is_key: false });
    assert.equal((await drowned.row()).is_key, 0);
    const star = async (words: string, fields: Record<string, string>) => {
      await ben.send('/articles/1/claims', { sentence: '2', words, ...fields });
      return /★ key/.test(ben.within('.claim-panel > header').text());
    };
    assert.equal(await star('people drowned', {}), true);
    assert.equal(await star('drowned in the old town', { is_key: '0' }), false);
    assert.equal(await star('the police said', { is_key: '1' }), true);
  });

  test('the checklist of its kind stands beside a claim, afresh when the desk changes it, and nothing where it is empty', async () => {
    const { desk, ben, profile, claimOn } = await start();
    const drowned = await claimOn(2, 'Seven people drowned');
    const kind = (await drowned.row()).kind;
    await ben.visit(drowned.path);
    assert.match(ben.text(), /Checklist.*Who counted, and when\?/);
    const { etag = '' } = ben.headers as { etag?: string };
    const { id, revision, ...breaking } = await profile('Breaking');
    const flags = Object.fromEntries(KEY_SORTS.map((sort) => [`key_${sort}`, breaking[`key_${sort}`] === 1]));
    const input = { ...breaking, ...flags, revision, [`checklist_${kind}`]: ' ' } as never;
    await changeProfile(desk.ctxOf('ada'), { slug: 'foreign-desk', id }, input);
    await ben.visit(drowned.path, { 'If-None-Match': etag });
    assert.equal(ben.status, 200);
    assert.doesNotMatch(ben.text(), /Checklist/);
    const dina = await desk.visitor('dina');
    await dina.visit(drowned.path);
    assert.ok(!dina.offers('Star claim'));
  });
});
