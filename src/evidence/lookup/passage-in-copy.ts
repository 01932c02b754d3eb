// The passage of a use, where it stands in the copy in which it was looked up: for the page of that copy.
import type { Context } from '#src/context.ts';
import type { PassageInCopy } from '#src/sources/hooks.ts';
import { foundRanges } from './found-ranges.ts';
import { findUseInCopy, type UseFound } from './store.ts';

/** Undefined where it was not found there. For a copy that the caller has found through the actor. */
export async function passageInCopy(
  { db }: Context,
  { snapshot_id, evidence_id }: { snapshot_id: string; evidence_id: string },
): Promise<PassageInCopy | undefined> {
  const use = await findUseInCopy(db, snapshot_id, evidence_id);
  if (use === undefined || use.lookup_found === 'not_found') return undefined;
  return { ranges: foundRanges(use), words: sayUse(use), claim: { id: use.article_number, number: use.claim_number } };
}

function sayUse({ lookup_found, claim_number }: UseFound): string {
  const how = lookup_found === 'word_for_word' ? 'word for word' : 'with changes';
  return `The passage noted for claim ${claim_number} is here, ${how}.`;
}
