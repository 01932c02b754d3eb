// A desk with as long a log as is asked for, made by the verbs' own stores.
import { takeArticleIn } from '#src/articles/commands.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { makeClaim } from '#src/claims/marking/make-claim-commands.ts';
import { updateClaim } from '#src/claims/store.ts';
import type { ClaimTable } from '#src/claims/tables.ts';
import { recordOnClaim } from '#src/claims/with-claim.ts';
import { type Context, systemContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { openDesk } from '#src/people/desks/commands.ts';

const CLAIMS = 50;
const AT = '2026-03-12T16:20:00.000Z';

/** Fills a database that has all tables and no row; gives back how many entries its log has. */
export async function fillLongLog(db: Db, entries: number): Promise<number> {
  const ctx = systemContext(db, AT);
  const { slug } = await openDesk(ctx, { name: 'City desk', time_zone: 'UTC', language: 'en' });
  let count = 1;
  for (let article = 1; count < entries; article += 1) {
    const lines = Array.from(
      { length: CLAIMS },
      (_, line) => `In village ${line} of ${article}, ${line + 3} people said so.`,
    );
    const { id } = await takeArticleIn(ctx, slug, { headline: `Article ${article}`, body: lines.join('\n\n') });
    count += 1;
    const claims = await markAll(ctx, id);
    count += claims.length;
    for (let round = 0; round < 18 && count < entries; round += 1) count += await changeAll(ctx, claims, round);
  }
  return count;
}

function markAll(ctx: Context, id: string): Promise<ClaimTable[]> {
  return transact(ctx, async (ctx) => {
    const article: ArticleFound = await getArticle(ctx, id);
    const ground = await getVersionText(ctx.db, article);
    const claims: ClaimTable[] = [];
    for (const { start, end } of ground.sentences.slice(1)) {
      const reading = {
        statement: ground.text.slice(start, end),
        kind: 'other' as const,
        attribution: [],
        figures: [],
      };
      claims.push(await makeClaim(ctx, { article, ground }, { range: { start, end }, reading, is_key: false }));
    }
    return claims;
  });
}

function changeAll(ctx: Context, claims: ClaimTable[], round: number): Promise<number> {
  return transact(ctx, async (ctx) => {
    for (const claim of claims) {
      const verdict_sentence = `The count of round ${round} says the same.`;
      await updateClaim(ctx.db, claim.id, { verdict_sentence });
      await recordOnClaim(ctx, claim, { verb: 'claim.sentence_mended', after: { verdict_sentence } });
    }
    return claims.length;
  });
}
