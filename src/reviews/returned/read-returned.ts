// Reads what a document that comes back says of fixes and queries. Nothing is stored.
import { assembled } from '#src/articles/assembling.ts';
import type { Draft, DraftText } from '#src/articles/documents/draft.ts';
import { pairedSentences, sentenceChangesIn } from '#src/claims/analysis/sentence-pairs.ts';
import { RuleBroken } from '#src/errors.ts';
import type { Followed } from '../follow.ts';
import type { ReviewMaterial } from '../gather-reviews.ts';
import { deskRemarksIn } from './desk-remarks.ts';
import { authorsOf, type FixReturned, fixesReturned, type QueryReturned, queriesReturned } from './returned.ts';

export interface Returned {
  fixes: FixReturned[];
  queries: QueryReturned[];
  /** The places of the desk's own comments among what the document proposes, of each of its two texts. */
  own: { accepted: number[]; original: number[] };
}

/**
 * Null where the document shows no sign of a redline: no comment of the desk on a fix or a query of this article, and no
 * pending change by whoever proposed one. Takes long for a large text. Throws GaveUp.
 */
export async function readReturned(draft: Draft, material: ReviewMaterial): Promise<Returned | null> {
  const remarks = deskRemarksIn(draft, material);
  const pending = (draft.pending?.paragraphs ?? []).flat();
  const authors = new Set(material.fixes.flatMap(authorsOf));
  if (remarks.length === 0 && !pending.some(({ kind, author }) => kind !== 'same' && authors.has(author))) return null;
  const accepted = await followed(draft, material);
  if (accepted === null) return null;
  const original = draft.as_before ? ((await followed(draft.as_before, material)) ?? accepted) : accepted;
  const before = draft.as_before ? deskRemarksIn(draft.as_before, material) : remarks;
  return {
    fixes: fixesReturned(material, remarks, { accepted, original, pending }),
    queries: queriesReturned(material, remarks),
    own: {
      accepted: remarks.map(({ position }) => position),
      original: before.map(({ position }) => position),
    },
  };
}

async function followed({ parts }: DraftText, { ground, article }: ReviewMaterial): Promise<Followed | null> {
  try {
    const after = await assembled(parts, article.language);
    const pairs = await pairedSentences(ground, after);
    return { before: ground, after, changes: sentenceChangesIn(pairs, ground) };
  } catch (error) {
    // What is wrong with the text is said when it is sent.
    if (error instanceof RuleBroken) return null;
    throw error;
  }
}
