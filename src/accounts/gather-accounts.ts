// Gathers what the pages of who says what show: article, text, claims, and where accounts may come from.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import { listClaims } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { discretionOn } from '#src/sources/held-back/discretion.ts';
import { articleSeen } from '#src/sources/held-back/typed-words.ts';
import { claimsSaid } from './claims-said.ts';
import { claimSaidSeen } from './seen.ts';
import type { AccountsMaterial, Origin } from './view.ts';

/** Gathers it for a page of an article that was found through the person. */
export async function gatherAccounts(ctx: Context, article: ArticleFound): Promise<AccountsMaterial> {
  const ground = await getVersionText(ctx.db, article);
  const discretion = await discretionOn(ctx.db, article, article.role);
  const said = await claimsSaid(ctx.db, article, ground);
  const claims = said.map((claim) => claimSaidSeen(discretion, claim));
  const sources = new Map<number, string>();
  const uses = await listEvidence(ctx.db, article.id, article.role);
  for (const use of uses)
    if (use.source_number !== null) sources.set(use.source_number, discretion.see(use.source_title));
  const origins: Origin[] = [
    ...claims
      .filter((claim) => !claim.is_dropped)
      .map(({ number, statement }) => ({ value: `claim ${number}`, label: statement })),
    ...[...sources].map(([number, title]) => ({ value: `source ${number}`, label: title })),
  ];
  const present = { ground, claims: said, uses, discretion };
  return { article: articleSeen(discretion, article), discretion, ground, claims, origins, present, now: ctx.at };
}

/** The numbers of the claims with the verdict that accounts differ. */
export async function disputedNumbers(
  ctx: Context,
  { article, ground }: { article: ArticleFound; ground: VersionText },
): Promise<number[]> {
  const claims = await listClaims(ctx.db, { article_id: article.id, version_id: ground.version.id });
  return claims
    .filter((claim) => claim.content_meaning === 'disputed' && claim.state !== 'withdrawn')
    .map((claim) => claim.number);
}
