// Everything that the pages of who says what are made from: the article, its text, its claims, and what accounts may come from.
import { type ArticleFound, type Ground, getArticle, getGround } from '#src/articles/store.ts';
import { listClaims } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { claimsSaid } from './claims-said.ts';
import type { AccountsMaterial, Origin } from './pages.ts';

/** Gathers it for a page. NotFound for strangers. */
export async function gatherAccounts(ctx: Context, id: string): Promise<AccountsMaterial> {
  const article = await getArticle(ctx, id);
  const ground = await getGround(ctx.db, article);
  const claims = await claimsSaid(ctx.db, article, ground);
  const sources = new Map<number, string>();
  const uses = await listEvidence(ctx.db, article.id, article.role);
  for (const use of uses) if (use.source_number !== null) sources.set(use.source_number, use.source_title);
  const origins: Origin[] = [
    ...claims
      .filter((claim) => !claim.is_dropped)
      .map(({ number, statement }) => ({ value: `claim ${number}`, label: statement })),
    ...[...sources].map(([number, title]) => ({ value: `source ${number}`, label: title })),
  ];
  return { article, ground, claims, origins, present: { ground, claims, uses }, now: ctx.at };
}

/** The numbers of the claims with the verdict that accounts differ. */
export async function disputedNumbers(
  ctx: Context,
  { article, ground }: { article: ArticleFound; ground: Ground },
): Promise<number[]> {
  const claims = await listClaims(ctx.db, { article_id: article.id, version_id: ground.version.id });
  return claims
    .filter((claim) => claim.content_meaning === 'disputed' && claim.state !== 'withdrawn')
    .map((claim) => claim.number);
}
