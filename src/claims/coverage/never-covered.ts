// Numbers that initials never cover: those that are in dispute. Pure.
import { figuresOf } from '#src/reading/entities/figures.ts';
import { contains, overlaps, type Range } from '#src/reading/text/range.ts';
import type { VerdictMeaning } from '../claim.ts';

/** A claim that is not dropped, with its figures. */
export interface Contested {
  number: number;
  content_meaning: VerdictMeaning | null;
  start: number | null;
  end: number | null;
  figures: readonly Amount[];
}

const NOT_SETTLED: readonly VerdictMeaning[] = ['disputed', 'wrong', 'unsupported'];

/** Whether what it says is in dispute, so that its numbers are, too. */
export function isContested({ content_meaning }: Pick<Contested, 'content_meaning'>): boolean {
  return content_meaning !== null && NOT_SETTLED.includes(content_meaning);
}

export interface NeverCovered {
  words: string;
  claim_number: number;
}

/**
 * The first number of a sentence that nobody has marked or ticked and that is in dispute: it has the value of a contested
 * claim, or stands in the sentence of one. Null where there is none.
 */
export function numberInDispute(
  text: string,
  sentence: Range,
  {
    claims,
    settled,
    language,
  }: { claims: readonly Contested[]; settled: readonly Range[]; language?: string | undefined },
): NeverCovered | null {
  const contested = claims.filter(isContested);
  const loose = figuresOf(text, sentence, language).filter((figure) => !settled.some((one) => contains(one, figure)));
  for (const figure of loose) {
    const claim = contested.find(
      (one) => standsIn(one, sentence) || one.figures.some((other) => isSame(figure, other)),
    );
    if (claim !== undefined) return { words: text.slice(figure.start, figure.end), claim_number: claim.number };
  }
  return null;
}

function standsIn({ start, end }: Contested, sentence: Range): boolean {
  return start !== null && end !== null && overlaps({ start, end }, sentence);
}

type Amount = { low: number | null; high: number | null; unit: string | null };

/** Small numbers are the same only where they count the same: there are two of many things. */
const TELLING = 10;

function isSame(one: Amount, other: Amount): boolean {
  const known = one.low ?? one.high;
  if (known === null || (known !== other.low && known !== other.high)) return false;
  return known >= TELLING || (one.unit !== null && one.unit === other.unit);
}
