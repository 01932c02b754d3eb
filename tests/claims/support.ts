// What the tests of claims start from: a short article of the foreign desk, its verdicts, and words to mark.
import { takeArticleIn } from '#src/articles/commands.ts';
import type { VerdictMeaning } from '#src/claims/claim.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

const BODY = [
  'At least nine people died when two trucks exploded in Vessel Bay on Sunday. “We saw both trucks burn,” said Ines Korhal, the mayor. Smoke hung over the harbour.',
  'The harbour office lost cranes worth 4 million crowns. Nobody has said who did it. The bridge is TK metres long.',
].join('\n\n');

/** The words of the article's sentences that tests speak of, by number; 1 is the headline. */
export const WORDS = {
  dead: { sentence: 2, words: 'At least nine people died' },
  trucks: { sentence: 2, words: 'two trucks exploded' },
  mayor: { sentence: 3, words: '“We saw both trucks burn,”' },
  damage: { sentence: 5, words: '4 million crowns' },
} as const;

export interface Desk {
  newsroom: Newsroom;
  article_id: string;
  /** The id of the desk's verdict with this meaning. */
  verdict: (meaning: VerdictMeaning) => string;
  /** Ben marks these words; the number of the claim. */
  mark: (words: keyof typeof WORDS, is_key?: boolean) => Promise<number>;
  claim: (number: number) => ReturnType<typeof getClaim>;
  /** The verbs in the log on the subject of this claim, in their order. */
  events: (number: number) => Promise<string[]>;
}

/** Takes the article in as Ada, and hands over what tests do with it. */
export async function explosionAt(newsroom: Newsroom): Promise<Desk> {
  const { db } = newsroom;
  const { slug, id: desk_id } = newsroom.desks.foreign;
  const article = await takeArticleIn(newsroom.ctxOf('ada'), slug, {
    headline: 'Nine dead in harbour blast',
    body: BODY,
  });
  const verdicts = await listVerdicts(db, desk_id);
  const claim = (number: number) => getClaim(db, article, { number });
  return {
    newsroom,
    article_id: article.id,
    verdict: (meaning) => verdicts.find((one) => one.meaning === meaning)?.id as string,
    mark: async (words, is_key = false) =>
      (await markClaim(newsroom.ctxOf('ben'), article.id, { selection: WORDS[words], is_key })).number,
    claim,
    events: async (number) => {
      const subject = `claim:${(await claim(number)).id}`;
      const rows = await db.selectFrom('log').select('verb').where('subject', '=', subject).orderBy('number').execute();
      return rows.map((row) => row.verb);
    },
  };
}
