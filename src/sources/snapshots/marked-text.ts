// The text of a saved copy as its page shows it: the beginning, or what is around a passage.
import { type Html, html, joinHtml } from '#src/http/html.ts';
import type { Range } from '#src/reading/text/range.ts';

/** So much of a long text is shown on a page. */
const SHOWN_LETTERS = 20_000;
const BEFORE_PASSAGE = 4_000;

export interface MarkedText {
  text: Html;
  /** Whether something of the whole stands before what is shown, and after it. */
  is_cut_before: boolean;
  is_cut: boolean;
}

/** The text with these ranges marked, the first of them as `#passage`; of a long text the part around it. */
export function markedText(text: string, ranges: readonly Range[]): MarkedText {
  const first = ranges[0]?.start ?? 0;
  const from = text.length <= SHOWN_LETTERS || first < BEFORE_PASSAGE ? 0 : lineStart(text, first - BEFORE_PASSAGE);
  const to = Math.min(text.length, from + SHOWN_LETTERS);
  const pieces: Html[] = [];
  let at = from;
  for (const [index, { start, end }] of ranges.entries()) {
    if (start < at || start >= to) continue;
    const words = text.slice(start, Math.min(end, to)).toWellFormed();
    pieces.push(
      html`${text.slice(at, start).toWellFormed()}<mark${index === 0 && html` id="passage" tabindex="-1"`}>${words}</mark>`,
    );
    at = Math.min(end, to);
  }
  pieces.push(html`${text.slice(at, to).toWellFormed()}`);
  return { text: joinHtml(pieces), is_cut_before: from > 0, is_cut: to < text.length };
}

/** The beginning of the line in which this place is, or the place itself where the line began long before. */
function lineStart(text: string, place: number): number {
  const line = text.lastIndexOf('\n', place) + 1;
  return place - line < BEFORE_PASSAGE ? line : place;
}
