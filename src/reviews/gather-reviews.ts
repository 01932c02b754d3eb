// Gathers what the pages of queries and fixes show, and where each stands in the text.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import { listClaims, type PlacedClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { may } from '#src/people/permissions.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { Visibility } from '#src/sources/confidentiality.ts';
import { discretionBy, type NamesIn, namesOn } from '#src/sources/held-back/discretion.ts';
import { articleSeen, claimSeen } from '#src/sources/held-back/typed-words.ts';
import { type FixFound, listFixes } from './fixes/store.ts';
import { listQueries, type QueryFound } from './queries/store.ts';
import { rangeInVersion } from './review-place.ts';
import { fixSeen, querySeen } from './seen.ts';
import type { PlaceColumns } from './tables.ts';

export interface ReviewMaterial {
  article: Pick<
    ArticleFound,
    'id' | 'desk_id' | 'number' | 'title' | 'language' | 'desk_name' | 'time_zone' | 'latest_version_number'
  >;
  ground: VersionText;
  claims: PlacedClaim[];
  /** Both in the order of the text; what has no place comes last. */
  fixes: FixFound[];
  queries: QueryFound[];
  /** What in words names a confidential source, and keeps them from the writer. */
  namesIn: NamesIn;
}

export type ReviewsSeen = ReviewMaterial & { article: ArticleFound };

/**
 * Gathers queries and fixes for a member of the desk, who sees them by their role, or as they are seen from elsewhere;
 * guests get no query. Whoever works at the desk takes queries along on a list for others, too: the writer is to read them.
 */
export async function gatherReviews(
  { db }: Context,
  article: ArticleFound,
  visibility?: Visibility,
): Promise<ReviewsSeen> {
  const material = await gatherFor(db, article, await getVersionText(db, article));
  const discretion = discretionBy(material.namesIn, visibility ?? article.role);
  const may_read = may(article.role, 'read_queries');
  const fixes = material.fixes.map((fix) => fixSeen(discretion, may_read ? fix : withoutWriter(fix)));
  return {
    ...material,
    article: articleSeen(discretion, article),
    claims: material.claims.map((claim) => claimSeen(discretion, claim)),
    fixes,
    queries: may_read ? material.queries.map((query) => querySeen(discretion, query)) : [],
  };
}

/** What the writer says of a fix may name what guests must not know. */
function withoutWriter(fix: FixFound): FixFound {
  return { ...fix, writer_word: null, writer_line: '', writer_name: '', writer_how: null, writer_at: null };
}

/** The same for an article that was found already. */
export async function gatherFor(
  db: Db,
  article: ReviewMaterial['article'],
  ground: VersionText,
): Promise<ReviewMaterial> {
  const claims = await listClaims(db, { article_id: article.id, version_id: ground.version.id });
  const inOrder = <One extends PlaceColumns & { claim_id: string | null }>(some: One[]) =>
    some.toSorted(
      (a, b) =>
        (rangeIn(a, { ground, claims })?.start ?? Infinity) - (rangeIn(b, { ground, claims })?.start ?? Infinity),
    );
  return {
    article,
    ground,
    claims,
    fixes: inOrder(await listFixes(db, article.id)),
    queries: inOrder(await listQueries(db, article.id)),
    // Asked last: what is held back is never older than the rows.
    namesIn: await namesOn(db, article),
  };
}

/** Where it stands in the latest version: at its own place, else at its claim's; null where neither is known. */
export function rangeIn(
  one: PlaceColumns & { claim_id: string | null },
  { ground, claims }: Pick<ReviewMaterial, 'ground' | 'claims'>,
): Range | null {
  return rangeInVersion(one, ground.version.id, (id) => claims.find((claim) => claim.id === id));
}
