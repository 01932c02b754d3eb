// What a new version takes over from documents: its own, and places of proposed sources.
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import type { Anchor } from '#src/reading/alignment/anchors.ts';
import { overlaps, placedRange } from '#src/reading/text/range.ts';
import { cleanLine } from '#src/text-fields.ts';
import { type ProposedSourcePlaced, takeUpDraft } from './intake/take-up-commands.ts';
import {
  deleteRepeatedSources,
  insertProposedPlaces,
  listProposedSources,
  type ProposedSourceFound,
} from './proposed-store.ts';
import type { ArticleTable } from './tables.ts';
import type { VersionFound } from './version-text-store.ts';

/** A proposed source that has a place in the version before. */
export type PlacedSource = Pick<ProposedSourceFound, 'origin_id' | 'position'> & { start: number; end: number };

/** What is to find its place in the next version: the proposed sources whose words stand in this one. */
export async function listPlacedSources(
  db: Db,
  at: { article_id: string; version_id: string },
): Promise<PlacedSource[]> {
  return (await listProposedSources(db, at)).flatMap(({ origin_id, position, ...place }) => {
    const range = placedRange(place);
    return range === null ? [] : [{ ...range, origin_id, position }];
  });
}

export interface VersionWithDocument {
  after: VersionFound;
  /** Where each proposed source goes, as they were followed before the transaction. */
  proposed: { placed: PlacedSource[]; anchors: Anchor[] };
  /** The draft that the new version was filled in from, '' where it was typed; and what its document proposes. */
  draft: string;
  proposed_sources: ProposedSourcePlaced[];
}

/**
 * Follows proposed sources into the new version, which is stored already, and takes its draft up as its original. What the
 * new document proposes once more, on the same words, is not doubled. Gives back the document's SHA-256, or undefined where
 * there is none. RuleBroken where the draft is no longer kept. Inside the transaction of the verb.
 */
export async function followOriginals(
  ctx: Context,
  article: ArticleTable,
  { after, proposed, draft, proposed_sources }: VersionWithDocument,
): Promise<string | undefined> {
  await insertProposedPlaces(ctx.db, placesIn(after, proposed));
  if (draft === '') return undefined;
  const { id, desk_id, text } = after;
  const taken = { id, desk_id, text, language: article.language, article_id: article.id, proposed_sources };
  const sha256 = await takeUpDraft(ctx, draft, taken);
  const standing = await listProposedSources(ctx.db, { article_id: article.id, version_id: id });
  await deleteRepeatedSources(ctx.db, id, repeatedIn(standing, id));
  return sha256;
}

function placesIn({ id: version_id }: VersionFound, { placed, anchors }: VersionWithDocument['proposed']) {
  return placed.flatMap(({ origin_id, position }, at) => {
    const anchor = anchors[at];
    return anchor && anchor.start !== null
      ? [{ version_id, origin_id, position, start: anchor.start, end: anchor.end }]
      : [];
  });
}

/** Those of the new document that an earlier one proposed in the same words, and on words that they share. */
function repeatedIn(standing: readonly ProposedSourceFound[], origin_id: string): number[] {
  const earlier = Map.groupBy(
    standing.filter((one) => one.origin_id !== origin_id),
    keyOf,
  );
  return standing
    .filter((one) => one.origin_id === origin_id && (earlier.get(keyOf(one)) ?? []).some((other) => touch(one, other)))
    .map(({ position }) => position);
}

function keyOf({ title, url, note }: ProposedSourceFound): string {
  return [title, url, note].map(cleanLine).join('\n');
}

function touch(one: ProposedSourceFound, other: ProposedSourceFound): boolean {
  const [here, there] = [placedRange(one), placedRange(other)];
  return here !== null && there !== null && overlaps(here, there);
}
