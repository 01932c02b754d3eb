// What the tests of replies start from: an article of the foreign desk that accuses a company and a minister.
import { takeArticleIn } from '#src/articles/commands.ts';
import { changeClaimAttribution, markClaim } from '#src/claims/marking/commands.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

export const ACCUSING =
  'Prosecutors accused Korrin Freight of bribing the harbour master, a statement said. Minister Sela Vantor denied that she had known of the fraud. The company said it had paid “what everybody pays”. The quay was built in 1911.';

/** Takes the article in and marks claims 1 (the company is accused) and 2 (the minister denies). Gives back its number. */
export async function takeBribesIn(newsroom: Newsroom): Promise<string> {
  const ben = newsroom.ctxOf('ben');
  const desk = newsroom.desks.foreign.slug;
  const { id, number } = await takeArticleIn(ben, desk, { headline: 'Paper trail on the quay', body: ACCUSING });
  await markClaim(ben, id, { selection: { sentence: 2 } });
  await markClaim(ben, id, { selection: { sentence: 3 } });
  await changeClaimAttribution(ben, id, { number: 1, chain: [{ name: 'Prosecutors', role: '' }] });
  await changeClaimAttribution(ben, id, { number: 2, chain: [] });
  return String(number);
}
