// Statements side by side: "Kolb said it was late, and Maren warned that" are two. Pure.
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { contains } from '../text/range.ts';
import type { Passage } from './passage.ts';

/** The passages of a sentence, each only up to the clause in which somebody else speaks. */
export function sideBySide(reading: SentenceReading, passages: readonly Passage[]): Passage[] {
  return passages.map((outer) => {
    let { content } = outer;
    for (const next of passages) {
      if (
        next.source === null ||
        next === outer ||
        next.cue.start <= outer.cue.start ||
        !contains(content, next.source)
      )
        continue;
      const edge = clauseStart(reading, next.source.start);
      if (edge !== null && edge > content.start) content = { start: content.start, end: edge };
    }
    return content === outer.content ? outer : { ...outer, content };
  });
}

/** Where the words end before ", and" or ", but" that leads to a subject; null where none leads to it. */
function clauseStart(reading: SentenceReading, subject: number): number | null {
  const at = reading.tokens.findIndex(({ start }) => start === subject);
  const [comma, and] = [reading.tokens[at - 2], reading.tokens[at - 1]];
  if (at < 3 || comma?.text !== ',' || !/^(?:and|but|while|though|although)$/.test(and?.key ?? '')) return null;
  if ((reading.quoted[at - 2] ?? -1) >= 0 && reading.quoted[at - 2] === reading.quoted[at]) return null;
  return spanOf(reading, at - 3, at - 2).end;
}
