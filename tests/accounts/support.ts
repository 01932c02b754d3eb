// What the tests of accounts start from: an article with three claims, two of which count fighters.
import { takeArticleIn } from '#src/articles/commands.ts';
import { changeClaimAttribution, markClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import type { Db } from '#src/database/schema.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

export const BODY =
  'More than 100 fighters entered Lusk, said Toma Arrel, a spokesman for the river militia. The governor’s office spoke of 20 to 30 fighters. The harbour burnt for two days. Residents counted 7 boats.';

/** Takes the article in and marks claims 1 (more than 100 fighters), 2 (20 to 30 fighters), 3 (no number). Gives back its number. */
export async function takeCountsIn(newsroom: Newsroom): Promise<string> {
  const ben = newsroom.ctxOf('ben');
  const desk = newsroom.desks.foreign.slug;
  const { id, number } = await takeArticleIn(ben, desk, { headline: 'Raid on Lusk', body: BODY });
  const mark = (sentence: number, words: string) =>
    markClaim(ben, id, { selection: { sentence, words }, is_key: false });
  await mark(2, 'More than 100 fighters entered Lusk');
  await mark(3, '20 to 30 fighters');
  await mark(4, 'The harbour burnt');
  await changeClaimAttribution(ben, id, {
    number: 1,
    chain: [{ name: 'Toma Arrel', role: 'spokesman for the river militia' }],
  });
  await changeClaimAttribution(ben, id, { number: 2, chain: [{ name: 'Governor’s office', role: '' }] });
  return String(number);
}

/** Ben judges that accounts differ on the claim. */
export async function judgeDisputed(newsroom: Newsroom, article_id: string, number: number): Promise<void> {
  const ben = newsroom.ctxOf('ben');
  const verdicts = await listVerdicts(newsroom.db, newsroom.desks.foreign.id);
  const row = await newsroom.db
    .selectFrom('article')
    .select('id')
    .where('number', '=', Number(article_id))
    .executeTakeFirstOrThrow();
  const { revision } = await getClaim(newsroom.db, row, { number });
  const content_verdict = verdicts.find((verdict) => verdict.meaning === 'disputed')?.id;
  const verdict_sentence = 'Two counts, and no third.';
  await setVerdicts(ben, article_id, { number, revision, content_verdict, verdict_sentence });
}

/** How often each event of questions and accounts stands in the log. */
export async function accountEventsOf(db: Db): Promise<Record<string, number>> {
  const rows = await db.selectFrom('log').select('verb').orderBy('number').execute();
  const events: Record<string, number> = {};
  for (const { verb } of rows) if (/^(question|account)\./.test(verb)) events[verb] = (events[verb] ?? 0) + 1;
  return events;
}
