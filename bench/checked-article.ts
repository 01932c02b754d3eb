// An article with as many claims as are asked for, each with a source, two of three read by a second reader.
import { takeArticleIn } from '#src/articles/commands.ts';
import type { VerdictMeaning } from '#src/claims/claim.ts';
import { itemAt } from '#src/item-at.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { checkClaim, inParagraphs } from './check-claim.ts';

const MEANINGS: VerdictMeaning[] = ['ok', 'disputed', 'wrong'];

/** Takes it in at the foreign desk; the number of the article. A sentence a claim, an emoji in each tenth. */
export async function checkedArticle(newsroom: Newsroom, claims: number): Promise<number> {
  const hands = { checker: newsroom.ctxOf('ben'), second: newsroom.ctxOf('cleo') };
  const sentences = Array.from(
    { length: claims },
    (_, index) => `The harbour office counted ${index + 2} boats ${index % 10 === 0 ? '🚢 ' : ''}at pier ${index + 2}.`,
  );
  const { id, number } = await takeArticleIn(hands.checker, newsroom.desks.foreign.slug, {
    headline: 'Boats are counted at Tarn',
    body: inParagraphs(sentences),
    url: 'https://wire.example/tarn',
  });
  const verdicts = await listVerdicts(newsroom.db, newsroom.desks.foreign.id);
  for (let claim = 1; claim <= claims; claim += 1) {
    const meaning = itemAt(MEANINGS, claim % 3);
    await checkClaim(hands, {
      article: id,
      number: claim,
      selection: { sentence: claim + 1, words: `counted ${claim + 1} boats` },
      is_key: false,
      sources: [`https://tarn.example/log-${claim}`],
      verdict: { id: verdicts.find((one) => one.meaning === meaning)?.id, meaning },
      is_offered: claim % 3 === 1,
      is_closed: claim % 3 !== 2,
    });
  }
  return number;
}
