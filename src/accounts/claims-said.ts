// The claims of an article as accounts are made of them, and what accounts may have been taken from.
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { listFigures } from '#src/claims/figure-store.ts';
import { type AttributedParty, listAttributions } from '#src/claims/particulars-store.ts';
import { listClaims, type PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable } from '#src/claims/tables.ts';
import type { Db } from '#src/database/schema.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { wordsAt } from '#src/reading/text/range.ts';
import type { ClaimSaid } from './claim-account.ts';
import type { Present } from './taken-from.ts';

/** All claims of the article in the order of the text, dropped ones too. Three questions, however many there are. */
export async function claimsSaid(db: Db, article: ArticleFound, ground: VersionText): Promise<ClaimSaid[]> {
  const version_id = ground.version.id;
  const claims = await listClaims(db, { article_id: article.id, version_id });
  const chains = await listAttributions(db, article.id);
  return claimsSaidIn({
    ...{ ground, claims, chains, language: article.language },
    figures: await listFigures(db, version_id),
  });
}

/** The same from rows that are there already. */
export function claimsSaidIn(rows: {
  ground: Pick<VersionText, 'text'>;
  language: string;
  claims: readonly PlacedClaim[];
  chains: readonly AttributedParty[];
  figures: readonly FigureTable[];
}): ClaimSaid[] {
  const chains = Map.groupBy(rows.chains, (party) => party.claim_id);
  const figures = Map.groupBy(rows.figures, (figure) => figure.claim_id);
  return rows.claims.map(({ id, number, state, content_meaning, statement, start, end, check_again }) => ({
    id,
    number,
    is_dropped: state === 'withdrawn',
    is_disputed: content_meaning === 'disputed',
    start,
    end,
    check_again,
    statement,
    language: rows.language,
    words: wordsAt(rows.ground.text, { start, end }) ?? statement,
    chain: chains.get(id) ?? [],
    figures: figures.get(id) ?? [],
  }));
}

/** What accounts of the article rest on now; for verbs of those who work at the desk, who see all of it. */
export async function presentOf(db: Db, article: ArticleFound, ground: VersionText): Promise<Present> {
  const { language } = article;
  const uses = await listEvidence(db, article.id, 'inside');
  return { ground, language, claims: await claimsSaid(db, article, ground), uses };
}
