// What a new version takes over from documents: where the sources they propose stand now, and its own document with what that proposes.
import type { Context } from '#src/context.ts';
import { reanchor } from '#src/reading/anchors.ts';
import { cleanLine } from '#src/text-fields.ts';
import { takeUpDraft } from './intake-commands.ts';
import {
  deleteRepeatedProposals,
  insertProposedPlaces,
  listProposedSources,
  type ProposedSourceFound,
} from './proposed-store.ts';
import type { VersionFound } from './store.ts';
import type { ArticleTable } from './tables.ts';

export interface VersionsBeside {
  before: VersionFound;
  after: VersionFound;
  /** The draft that the new version was filled in from; '' where it was typed. */
  draft: string;
}

/**
 * Follows proposed sources into the new version, which is stored already, and takes its draft up as its original. What the
 * new document proposes once more, on the same words, is not doubled. Gives back the document's SHA-256, or undefined where
 * there is none. RuleBroken where the draft is no longer kept. Inside the transaction of the verb.
 */
export async function followOriginals(
  ctx: Context,
  article: ArticleTable,
  { before, after, draft }: VersionsBeside,
): Promise<string | undefined> {
  const known = await listProposedSources(ctx.db, { article_id: article.id, version_id: before.id });
  const places = placesIn(known, { before, after, language: article.language });
  await insertProposedPlaces(ctx.db, places);
  if (draft === '') return undefined;
  const { id, desk_id, text } = after;
  const taken = { id, desk_id, text, language: article.language, article_id: article.id };
  const sha256 = await takeUpDraft(ctx, draft, taken);
  const standing = await listProposedSources(ctx.db, { article_id: article.id, version_id: id });
  await deleteRepeatedProposals(ctx.db, id, repeatedIn(standing, id));
  return sha256;
}

function placesIn(
  known: readonly ProposedSourceFound[],
  { before, after, language }: { before: VersionFound; after: VersionFound; language: string },
) {
  const placed = known.flatMap(({ start, end, origin_id, position }) =>
    start === null || end === null ? [] : [{ start, end, origin_id, position }],
  );
  if (placed.length === 0) return [];
  const anchors = reanchor(before.text, after.text, placed, language);
  return placed.flatMap(({ origin_id, position }, at) => {
    const anchor = anchors[at];
    if (!anchor || anchor.start === null) return [];
    return [{ version_id: after.id, origin_id, position, start: anchor.start, end: anchor.end }];
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
  if (one.start === null || one.end === null || other.start === null || other.end === null) return false;
  return one.start < other.end && other.start < one.end;
}
