// The text of a report in Markdown, the number and sign of each claim behind its words. Pure.
import { PART_LABELS } from '#src/articles/part-labels.ts';
import { plainMarkdown as plain } from '#src/markdown.ts';
import type { Report, ReportParagraph } from '../report.ts';

/** A paragraph of the article a paragraph; parts that are not the body are named. */
export function* textInMarkdown({ galley, findings }: Report): Generator<string> {
  const marks = new Map(findings.map(({ number, content_verdict }) => [number, content_verdict?.mark ?? '?']));
  yield '## The text, claim by claim';
  yield 'In square brackets behind the words: the number of the claim and the sign of its verdict; ? is not checked.';
  let part_position = 0;
  for (const paragraph of galley) {
    const begins = paragraph.part_position !== part_position && paragraph.part !== 'body';
    part_position = paragraph.part_position;
    const words = wordsOf(paragraph, marks);
    yield begins ? `${PART_LABELS[paragraph.part]}: ${words}` : words;
  }
}

function wordsOf({ segments }: ReportParagraph, marks: ReadonlyMap<number, string>): string {
  const pieces = segments.map(({ text, ends, ends_tick }) => {
    const signs = ends.map((claim) => ` [${claim} ${marks.get(claim) ?? '?'}]`);
    return text + signs.join('') + (ends_tick ? ' [✓]' : '');
  });
  return plain(pieces.join(''));
}
