// The words of a verb before its last one: "has never", "appeared to", "began by". Pure.

import { itemAt } from '#src/item-at.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { isAdverb } from '../text/adverbs.ts';
import { AUXILIARIES } from '../text/function-words.ts';
import type { Token } from '../text/tokens.ts';

export function verbGroupStart(reading: SentenceReading, at: number): number {
  let from = at;
  while (from > 0) {
    const before = itemAt(reading.tokens, from - 1);
    const isHelper =
      before.kind === 'word' &&
      (AUXILIARIES.has(before.key) ||
        (before.key === 'last' && /ed$/.test(itemAt(reading.tokens, from).key)) ||
        /^(?:to|not|also|never|still|later|then|ever|only|just|now|already|often|once|long|first|even|always|again|further|soon|together|instead|yet)$/.test(
          before.key,
        ) ||
        (!before.is_capital && isAdverb(before.key)));
    const isRaised = RAISING.test(before.key) && leadsOn(reading, { from, at });
    if ((!isHelper && !isRaised) || (reading.quoted[from - 1] ?? -1) >= 0) break;
    from--;
  }
  return from;
}

/** Verbs that only say how another is meant: "appeared to suggest", "began by saying", "stopped short of calling". */
const RAISING =
  /^(?:appear(?:s|ed)?|seem(?:s|ed)?|beg[iau]ns?|start(?:s|ed)?|tr(?:y|ies|ied)|continue[sd]?|need(?:s|ed)?|ha(?:s|d|ve)|went|goes|came|manage[sd]?|prepare[sd]?|avoid(?:s|ed)?|like[sd]?|love[sd]?|used|ke(?:ep|eps|pt)|stop(?:s|ped)?|able|short|by|of|on)$/;

/** "Appeared to suggest", "went on to say": not "urged them to say". */
export function isRaisedBy(reading: SentenceReading, at: number): boolean {
  if (reading.tokens[at - 1]?.key !== 'to') return false;
  const [before, first] = [reading.tokens[at - 3]?.key ?? '', reading.tokens[at - 2]?.key ?? ''];
  return (
    (first === 'on' && /^(?:went|goes)$/.test(before)) ||
    /^(?:yet|able|appear|seem|beg[aiu]n|start|tr(?:y|ie)|continue|need|manage)/.test(first)
  );
}

/** Before "to", before an "-ing", or before the small words that lead to one. */
function leadsOn(reading: SentenceReading, { from, at }: { from: number; at: number }): boolean {
  const [before, first] = [reading.tokens[from - 1]?.key ?? '', reading.tokens[from]?.key ?? ''];
  const isParticiple = reading.tokens[at]?.key.endsWith('ing') === true;
  if (before === 'of') return isParticiple && from === at && reading.tokens[from - 2]?.key === 'short';
  if (before === 'by')
    return isParticiple && from === at && /^beg[ai]ns?$|^start(?:s|ed)$/.test(reading.tokens[from - 2]?.key ?? '');
  if (before === 'short') return first === 'of';
  if (before === 'on') return first === 'to' && /^(?:went|goes)$/.test(reading.tokens[from - 2]?.key ?? '');
  if (/^(?:went|goes|came)$/.test(before)) return first === 'on';
  if (first === 'to') return true;
  return /^(?:by|short)$/.test(first) || (isParticiple && from === at && !reading.tokens[from - 1]?.is_capital);
}

/** "He's called for": no owner, but "has" or "is". */
export function isContracted(token: Token): boolean {
  return /^(?:he|she|who)$/.test(token.key);
}

export function isPassive(reading: SentenceReading, at: number): boolean {
  let index = at - 1;
  while (index >= 0 && isQualifier(reading.tokens[index]?.key ?? '')) {
    if (/^(?:been|being)$/.test(reading.tokens[index]?.key ?? '')) return true;
    index--;
  }
  return /^(?:is|are|was|were|be|am|get|gets|got)$/.test(reading.tokens[index]?.key ?? '');
}

function isQualifier(key: string): boolean {
  return (
    isAdverb(key) ||
    /^(?:also|not|later|never|still|now|once|been|being|first|long|already|just|only|even|often|ever|again)$/.test(key)
  );
}
