// The uses of a source as the source's card lists them.
import type { Context } from '#src/context.ts';
import type { SourceFound } from '#src/sources/card/store.ts';
import { discretionFor, seenIn } from '#src/sources/held-back/discretion.ts';
import type { UseOnCard } from '#src/sources/hooks.ts';
import { useLine } from './lines-view.ts';
import { listUses, type SourceUse } from './source-use-store.ts';

/** Each as this reader may see it, by what its article prints and uses. For a source that the caller has found through the actor. */
export async function usesOnCard({ db }: Context, { id: source_id, role }: SourceFound): Promise<UseOnCard[]> {
  const uses: UseOnCard[] = [];
  for (const use of await listUses(db, source_id)) {
    const { article_id: id, desk_id, latest_version_number, passage, place, note } = use;
    const words = [use.claim_statement, use.article_title, passage, place, note];
    const discretion = await discretionFor(db, { id, desk_id, latest_version_number }, { reader: role, words });
    uses.push(onCard(seenIn(discretion, use, ['claim_statement', 'article_title', 'passage', 'place', 'note'])));
  }
  return uses;
}

function onCard(use: SourceUse): UseOnCard {
  const { claim_number, claim_statement: statement, article_number: number, article_title: title } = use;
  return { ...useLine(use), claim_number, statement, article: { number, title } };
}
