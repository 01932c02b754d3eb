// An article that Ben and Cleo have half checked.
import { takeArticleIn } from '#src/articles/commands.ts';
import type { VerdictMeaning } from '#src/claims/claim.ts';
import { initialSentences } from '#src/claims/coverage/commands.ts';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { changeClaimAttribution, changeClaimKey, markClaim, withdrawClaim } from '#src/claims/marking/commands.ts';
import { type Judgement, setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import type { Context } from '#src/context.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { closeClaim, offerClaim, returnClaim } from '#src/reviews/second-read/commands.ts';
import { actOnce } from '#tests/support/act-once.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { namePeople } from './named.ts';

export const HEADLINE = 'Gunmen raid the grain port of Lusk as governor calls the town quiet';
export const BODY = `Two boats and some sixty gunmen reached the grain port of Lusk before dawn on Friday, killing at least four people, harbour officials said.

A spokesman for the river militia, Toma Arrel, said that “more than 90 of our men” had landed and that all of them had left by noon. He gave no account of his own losses.

The governor’s office put the number at twenty at most. The river was high for the season.

The alliance took command of the operation, a ministry statement said. Grain worth TK million was burnt.`;
export const CAPTION = 'Smoke over the silos of Lusk, seen from the old ferry.';

export interface HalfChecked {
  id: string;
  number: number;
}

/** Takes the article in at the foreign desk and checks it by half. Claims are numbered in the order in which they are marked here. */
export async function halfCheckedArticle(newsroom: Newsroom): Promise<HalfChecked> {
  const ben = newsroom.ctxOf('ben');
  const cleo = newsroom.ctxOf('cleo');
  const { id, number } = await takeArticleIn(ben, newsroom.desks.foreign.slug, {
    headline: HEADLINE,
    body: BODY,
    captions: [CAPTION],
    byline: 'M. Voss',
    outlet: 'Northern Wire',
    url: 'https://wire.example/lusk',
    place: 'Lusk',
    dated_on: '2026-03-14T09:30',
    dated_zone: 'Asia/Kabul',
    asked_by: 'Ada Lind',
    asked_why: 'the two counts, before the evening page',
  });
  await namePeople(newsroom);
  const judge = judgeAt(newsroom, id);
  const mark = (sentence: number, words: string) =>
    markClaim(ben, id, { selection: { sentence, words }, is_key: false });

  await mark(2, 'Two boats and some sixty gunmen reached the grain port of Lusk before dawn on Friday');
  await mark(2, 'some sixty gunmen');
  await mark(2, 'killing at least four people');
  await mark(3, '“more than 90 of our men” had landed');
  await mark(3, 'had landed and that all of them had left by noon');
  await mark(5, 'The governor’s office put the number at twenty at most');
  await mark(7, 'The alliance took command of the operation');
  await mark(1, 'governor calls the town quiet');
  await mark(1, 'Gunmen raid');

  await addEvidence(ben, id, { number: 1, source_line: 'Harbour log of Lusk, 14 March, page 3' });
  await judge(ben, 1, { verdict: 'ok', attribution_verdict: 'word_for_word' });
  await closeClaim(cleo, id, { number: 1, revision: (await claimAt(newsroom, id, 1)).revision });
  await judge(ben, 3, { verdict: 'ok', attribution_verdict: 'fair_paraphrase' });

  await changeClaimKey(ben, id, { number: 4, is_key: true });
  await changeClaimAttribution(ben, id, {
    number: 4,
    chain: [
      { name: 'the agency', role: '' },
      { name: 'Toma Arrel', role: 'spokesman of the river militia' },
    ],
  });
  await addEvidence(ben, id, {
    number: 4,
    source_line: 'call Toma Arrel 08:10: ninety, more than that',
    about: 'attribution',
    reliability: 'C',
    credibility: 3,
  });
  await addEvidence(ben, id, {
    number: 4,
    source_line: 'https://governor.example/bulletin-31',
    stance: 'against',
    passage: 'twenty attackers at the very most',
    place: 'page 1',
    reliability: 'B',
    credibility: 2,
    note: '=found word for word',
  });
  await judge(ben, 4, {
    verdict: 'disputed',
    attribution_verdict: 'fair_paraphrase',
    verdict_sentence: 'Only the militia gives this figure; the governor’s office says twenty at most.',
  });
  await offerClaim(ben, id, 4);
  await closeClaim(cleo, id, { number: 4, revision: (await claimAt(newsroom, id, 4)).revision });

  await changeClaimAttribution(cleo, id, { number: 7, chain: [] });
  await judge(cleo, 7, { verdict: 'wrong', verdict_sentence: 'The alliance’s own statement speaks of support.' });
  await askFix(cleo, id, {
    number: 7,
    old_words: 'took command of',
    new_words: 'supported',
    reason: 'its statement of 11:30',
  });
  await decideFix(newsroom.ctxOf('ada'), id, { fix_id: await fixOf(newsroom, id), decision: 'agreed' });
  await changeClaimAttribution(ben, id, { number: 6, chain: [{ name: 'the governor’s office', role: '' }] });
  await judge(ben, 6, {
    verdict: 'context',
    verdict_sentence: 'It counts the dead only.',
    attribution_verdict: 'changed',
  });
  await offerClaim(ben, id, 6);
  await returnClaim(cleo, id, {
    number: 6,
    revision: (await claimAt(newsroom, id, 6)).revision,
    line: 'Which bulletin says so?',
  });
  await withdrawClaim(ben, id, { number: 9, reason: 'the same as claim 1' });

  await tickWords(ben, id, { selection: { sentence: 3, words: 'Toma Arrel' }, note: 'his card' });
  await initialSentences(cleo, id, { selection: { sentence: 6 } });
  await addContact(ben, id, {
    name: 'Ministry of the interior, press office',
    how: 'message',
    at_words: '14 March, 15:20',
    put: 'who commanded?',
    until_words: '17:30',
    answer: '',
    claim_number: 7,
  });
  return { id, number };
}

/** A newsroom that has this article, for tests that begin with it. */
export const HALF_CHECKED = actOnce(halfCheckedArticle);

/** The claim of this number as it stands. */
export function claimAt(newsroom: Newsroom, id: string, number: number) {
  return getClaim(newsroom.db, { id }, { number });
}

type Verdicts = Pick<Judgement, 'attribution_verdict' | 'verdict_sentence'> & { verdict: VerdictMeaning };

function judgeAt(newsroom: Newsroom, id: string) {
  return async (ctx: Context, number: number, { verdict, ...said }: Verdicts): Promise<void> => {
    const verdicts = await listVerdicts(newsroom.db, newsroom.desks.foreign.id);
    const content_verdict = verdicts.find((one) => one.meaning === verdict)?.id;
    const { revision } = await claimAt(newsroom, id, number);
    await setVerdicts(ctx, id, { number, revision, content_verdict, ...said });
  };
}

async function fixOf(newsroom: Newsroom, article_id: string): Promise<string> {
  const fix = await newsroom.db
    .selectFrom('fix')
    .select('id')
    .where('article_id', '=', article_id)
    .executeTakeFirstOrThrow();
  return fix.id;
}
