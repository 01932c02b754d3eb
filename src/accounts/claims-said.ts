// Gathers the claims of an article as accounts are made of them: three questions, however many claims there are.
import type { ArticleFound, Ground } from '#src/articles/store.ts';
import { listAttributions, listFigures } from '#src/claims/particulars-store.ts';
import { listClaims } from '#src/claims/store.ts';
import type { Db } from '#src/database/schema.ts';
import type { ClaimSaid } from './claim-account.ts';

/** All claims of the article in the order of the text, dropped ones too. */
export async function claimsSaid(db: Db, article: ArticleFound, ground: Ground): Promise<ClaimSaid[]> {
  const version_id = ground.version.id;
  const claims = await listClaims(db, { article_id: article.id, version_id });
  const chains = Map.groupBy(await listAttributions(db, article.id), (party) => party.claim_id);
  const figures = Map.groupBy(await listFigures(db, version_id), (figure) => figure.claim_id);
  return claims.map(({ id, number, state, statement, start, end }) => ({
    id,
    number,
    is_dropped: state === 'withdrawn',
    statement,
    words: start === null || end === null ? statement : ground.text.slice(start, end),
    chain: chains.get(id) ?? [],
    figures: figures.get(id) ?? [],
  }));
}
