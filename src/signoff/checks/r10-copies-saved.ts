// R10: a copy of each source with an address is saved, and every copy is what was saved. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { counted, wordFor } from '#src/counted.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { itemAt } from '#src/item-at.ts';
import type { Check, Missing } from '../check.ts';
import { sourceMissing, sourcesUsed } from '../missing.ts';

export const copiesSaved: Check = {
  rule: 'R10',
  reason_hint: '',
  look({ view }) {
    const sources = sourcesUsed(view);
    const copies = sources.flatMap((uses) => copiesOf(uses)).filter(({ erased_at }) => erased_at === null).length;
    return {
      missing: sources.flatMap((uses) => missingOf(view, uses)),
      holds:
        copies === 0
          ? 'No source that is used has an address of which a copy would be saved.'
          : `${counted(copies, 'saved copy', 'saved copies')} present, each unaltered when last checked.`,
      lacks: (left) => {
        const altered = left.filter(({ is_final }) => is_final).length;
        const without = left.length - altered;
        const said = [
          altered > 0 && `${counted(altered, 'source')} ${wordFor(altered, 'has', 'have')} an altered saved copy`,
          without > 0 && `${counted(without, 'source')} ${wordFor(without, 'has', 'have')} no saved copy`,
        ];
        return `${said.filter(Boolean).join(', ')}.`;
      },
    };
  },
};

function copiesOf(uses: readonly EvidenceRow[]): EvidenceRow['copies'] {
  return itemAt(uses, 0).copies;
}

function missingOf(view: ArticleView, uses: readonly EvidenceRow[]): Missing[] {
  const standing = copiesOf(uses).filter(({ erased_at }) => erased_at === null);
  const altered = standing.filter(({ altered_at }) => altered_at !== null);
  if (altered.length > 0) {
    const numbers = altered.map(({ number }) => number).join(', ');
    const said = `saved ${wordFor(altered.length, 'copy', 'copies')} ${numbers} altered`;
    return [{ ...sourceMissing(view, uses, said), is_final: true }];
  }
  if (standing.length > 0 || itemAt(uses, 0).source_url === '') return [];
  const was_erased = copiesOf(uses).length > 0;
  return [sourceMissing(view, uses, was_erased ? 'its copy was erased' : 'no copy saved')];
}
