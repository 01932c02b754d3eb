// What the tests of evidence start from: an article of the foreign desk with two claims that Ben marked.
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import type { Db } from '#src/database/schema.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

const BODY =
  'More than 100 fighters entered the city, a spokesman said. The governor spoke of thirty attackers at the most.';

/** Takes the article in and marks its two sentences as claims 1 and 2. Gives back the article's number, as addresses have it. */
export async function takeRaidIn(newsroom: Newsroom): Promise<string> {
  const ben = newsroom.ctxOf('ben');
  const article = await takeArticleIn(ben, newsroom.desks.foreign.slug, { headline: 'Raid on Karsa', body: BODY });
  await markClaim(ben, article.id, { selection: { sentence: 2 } });
  await markClaim(ben, article.id, { selection: { sentence: 3 } });
  return String(article.number);
}

/** How often each event of these subjects (evidence, source, contact) stands in the log. */
export async function eventsOf(db: Db, ...kinds: string[]): Promise<Record<string, number>> {
  const rows = await db.selectFrom('log').select('verb').orderBy('number').execute();
  const events: Record<string, number> = {};
  for (const { verb } of rows)
    if (kinds.some((kind) => verb.startsWith(`${kind}.`))) events[verb] = (events[verb] ?? 0) + 1;
  return events;
}
