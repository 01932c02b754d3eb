// Which plain OKs are ticked for a second reader, and why the others are not. Pure.
import { counted } from '#src/counted.ts';
import { ON_CHECKERS_WORD } from '#src/evidence/evidence.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { countSources } from '#src/sources/origins/first-source.ts';

/** What a claim that was found OK stands on. */
export interface PlainOk {
  uses: readonly Pick<EvidenceRow, 'stance' | 'source_is_confidential' | 'source_key' | 'first_key'>[];
  /** What of its sentence stands in no claim and no tick, in the words of the text. */
  unchecked: readonly string[];
  /** Whether its words stand in the latest version. */
  is_placed: boolean;
}

/**
 * Why somebody has to tick it by hand, as the end of "Not ticked: …": it rests on nobody but the checker, on nothing that
 * speaks for it, on one confidential source, or beside a detail that nobody checked. '' where it is ticked for them.
 */
export function whyNotTicked({ uses, unchecked, is_placed }: PlainOk): string {
  if (!is_placed) return 'its words are not in this version';
  if (uses.length === 0) return `${ON_CHECKERS_WORD}, nothing is under it`;
  if (uses.some((use) => use.stance === 'against')) return 'a source under it speaks against it';
  const speaking = uses.filter((use) => use.stance === 'for');
  if (speaking.length === 0) return 'what is under it is background, and nothing speaks for it';
  if (countSources(speaking).first_sources === 1 && speaking.every((use) => use.source_is_confidential === 1))
    return 'it rests on one source, and that is confidential';
  return sayUnchecked(unchecked);
}

function sayUnchecked(unchecked: readonly string[]): string {
  const [first, ...more] = unchecked;
  if (first === undefined) return '';
  const others = more.length === 0 ? '' : ` and ${counted(more.length, 'more', 'more')}`;
  return `an unchecked detail, “${first}”${others}, in the same sentence`;
}
