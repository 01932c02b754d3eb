// What the tests of the workbench start from: a short article of the foreign desk, and who looks at it.
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import type { VerdictMeaning } from '#src/people/tables.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { offerClaim } from '#src/reviews/second-read/commands.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

export const HEADLINE = 'Ferry with 240 aboard runs aground off Port Amel';
export const BODY = `A ferry carrying 240 people ran aground off Port Amel before dawn on Saturday, and at least seven passengers drowned, the coast guard said.

“The captain had switched the radar off,” said Lena Orsk, a spokeswoman for the coast guard. It was a cold morning.

The company that owns the ship said that 190 people had bought tickets. Nobody has explained the difference.`;

/** The sentences of the article by number; 1 is the headline. */
export const SENTENCES = {
  headline: 1,
  ran_aground: 2,
  radar: 3,
  cold: 4,
  tickets: 5,
  unexplained: 6,
} as const;

export interface Ferry {
  id: string;
  number: number;
  /** Its address. */
  path: string;
}

/** Takes the article in at the foreign desk, as Ada. */
export async function takeFerryIn(
  newsroom: Newsroom,
  differences: { headline?: string; body?: string; language?: string; byline?: string; outlet?: string } = {},
): Promise<Ferry> {
  const typed = { headline: HEADLINE, body: BODY, ...differences };
  const { id, number } = await takeArticleIn(newsroom.ctxOf('ada'), newsroom.desks.foreign.slug, typed);
  return { id, number, path: `/articles/${number}` };
}

/** Ben marks these words, as no key claim whatever they are; the number of the claim. */
export async function mark(newsroom: Newsroom, { id }: Ferry, sentence: number, words: string): Promise<number> {
  return (await markClaim(newsroom.ctxOf('ben'), id, { selection: { sentence, words }, is_key: false })).number;
}

/** The id of the desk's verdict with this meaning. */
export async function verdictOf(newsroom: Newsroom, meaning: VerdictMeaning): Promise<string> {
  const verdicts = await listVerdicts(newsroom.db, newsroom.desks.foreign.id);
  return verdicts.find((one) => one.meaning === meaning)?.id as string;
}

/** Ben judges the claim; anything but OK gets a sentence and is offered for second read. */
export async function judge(newsroom: Newsroom, { id }: Ferry, number: number, meaning: VerdictMeaning): Promise<void> {
  const ben = newsroom.ctxOf('ben');
  const { revision } = await getClaim(newsroom.db, { id }, { number });
  const content_verdict = await verdictOf(newsroom, meaning);
  const verdict_sentence = meaning === 'ok' ? '' : 'The coast guard’s own list says otherwise.';
  const { state } = await setVerdicts(ben, id, {
    number,
    revision,
    content_verdict,
    verdict_sentence,
    attribution_verdict: 'fair_paraphrase',
  }).catch(() => setVerdicts(ben, id, { number, revision, content_verdict, verdict_sentence }));
  if (state !== 'ready') await offerClaim(ben, id, number);
}
