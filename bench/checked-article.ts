// An article with as many claims as are asked for, each with a source, two of three read by a second reader.
import { takeArticleIn } from '#src/articles/commands.ts';
import type { VerdictMeaning } from '#src/claims/claim.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim, listVerdicts } from '#src/claims/store.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { closeClaim, offerClaim } from '#src/reviews/second-read/commands.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

const MEANINGS: VerdictMeaning[] = ['ok', 'disputed', 'wrong'];

/** Takes it in at the foreign desk; the number of the article. A sentence a claim, an emoji in each tenth. */
export async function checkedArticle(newsroom: Newsroom, claims: number): Promise<number> {
  const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
  const sentences = Array.from(
    { length: claims },
    (_, index) => `The harbour office counted ${index + 2} boats ${index % 10 === 0 ? '🚢 ' : ''}at pier ${index + 2}.`,
  );
  const paragraphs = Array.from({ length: Math.ceil(claims / 5) }, (_, index) =>
    sentences.slice(index * 5, index * 5 + 5).join(' '),
  );
  const { id, number } = await takeArticleIn(ben, newsroom.desks.foreign.slug, {
    headline: 'Boats are counted at Tarn',
    body: paragraphs.join('\n\n'),
    url: 'https://wire.example/tarn',
  });
  const verdicts = await listVerdicts(newsroom.db, newsroom.desks.foreign.id);
  const revisionOf = async (claim: number) => (await getClaim(newsroom.db, { id }, { number: claim })).revision;
  for (let claim = 1; claim <= claims; claim += 1) {
    const words = `counted ${claim + 1} boats`;
    await markClaim(ben, id, { selection: { sentence: claim + 1, words }, is_key: false });
    const source_line = `https://tarn.example/log-${claim}`;
    await addEvidence(ben, id, {
      number: claim,
      source_line,
      passage: `${claim + 1} boats lay there`,
      place: 'page 2',
    });
    const meaning = MEANINGS[claim % 3];
    const content_verdict = verdicts.find((one) => one.meaning === meaning)?.id;
    await setVerdicts(ben, id, {
      number: claim,
      revision: await revisionOf(claim),
      content_verdict,
      verdict_sentence: meaning === 'ok' ? '' : `The log of the day has ${claim} boats and says so twice.`,
    });
    if (claim % 3 === 2) continue;
    if (meaning !== 'ok') await offerClaim(ben, id, claim);
    await closeClaim(cleo, id, { number: claim, revision: await revisionOf(claim) });
  }
  return number;
}
