// Gathers what the pages of who says what show: article, text, claims, and where accounts may come from.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { listEvidence } from '#src/evidence/store.ts';
import type { Option } from '#src/http/form.ts';
import { discretionOn } from '#src/sources/held-back/discretion.ts';
import { articleSeen } from '#src/sources/held-back/typed-words.ts';
import { claimsSaid } from './claims-said.ts';
import { claimSaidSeen } from './seen.ts';
import type { AccountsMaterial } from './view.ts';

/** Gathers it for a page of an article that was found through the person. */
export async function gatherAccounts(ctx: Context, article: ArticleFound): Promise<AccountsMaterial> {
  const ground = await getVersionText(ctx.db, article);
  const said = await claimsSaid(ctx.db, article, ground);
  const uses = await listEvidence(ctx.db, article.id, article.role);
  // Asked last: what is held back is never older than the rows.
  const discretion = await discretionOn(ctx.db, article, article.role);
  const claims = said.map((claim) => claimSaidSeen(discretion, claim));
  const sources = new Map<number, string>();
  for (const use of uses)
    if (use.source_number !== null) sources.set(use.source_number, discretion.see(use.source_title));
  const origins: Option[] = [
    ...claims
      .filter((claim) => !claim.is_dropped)
      .map(({ number, statement }) => ({ value: `claim ${number}`, label: statement })),
    ...[...sources].map(([number, title]) => ({ value: `source ${number}`, label: title })),
  ];
  const present = { ground, claims: said, uses, discretion };
  return { article: articleSeen(discretion, article), discretion, ground, claims, origins, present, now: ctx.at };
}
