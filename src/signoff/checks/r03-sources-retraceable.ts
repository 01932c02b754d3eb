// R3: every source that is used has an address, a page or minute, or was asked. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { counted, wordFor } from '#src/counted.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import type { Check } from '../check.ts';
import { sourceMissing, sourcesUsed } from '../missing.ts';

export const sourcesRetraceable: Check = {
  rule: 'R3',
  reason_hint: '',
  look({ view }) {
    const sources = sourcesUsed(view);
    const { length: total } = sources;
    return {
      missing: sources.filter((uses) => !isRetraceable(view, uses)).map((uses) => sourceMissing(view, uses)),
      holds:
        total === 0
          ? 'No source is used.'
          : `${counted(total, 'source')} ${wordFor(total, 'has', 'have')} an address, a page, a minute or a call.`,
      lacks: ({ length }) =>
        `${counted(length, 'source')} ${wordFor(length, 'has', 'have')} no address, page, minute or call.`,
    };
  },
};

/** A call is its own place; whom else the desk asked stands among the contacts. Each use without an address says where. */
function isRetraceable({ contacts }: ArticleView, uses: readonly EvidenceRow[]): boolean {
  const was_asked = (id: string) => contacts.some((one) => one.source_id === id && one.withdrawn_at === null);
  return uses.every(
    ({ source_id, source_url, source_type, place }) =>
      source_url !== '' || source_type === 'call' || place !== '' || was_asked(source_id),
  );
}
