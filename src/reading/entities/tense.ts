// Whether what is said at a time lies behind or ahead: from the verbs around the time. Pure.
import { IRREGULAR_PASTS } from '../text/irregular-pasts.ts';
import type { Range } from '../text/range.ts';

/** Null where the words do not say: then a day without a year, or a weekday, could be either. */
export type Tense = 'past' | 'future' | null;

const WORD = /\p{L}[\p{L}'’]*/gu;
const AHEAD =
  /^(?:will|shall|would|'ll|won't|due|scheduled|plans?|planned|planning|expects?|expected|hopes?|intends?|deadline|upcoming|tomorrow)$/;
/** Verbs of programmes: in the present they say what is to come. */
const ON_THE_PROGRAMME =
  /^(?:opens?|re-?opens?|begins?|starts?|ends?|closes?|meets?|votes?|returns?|expires?|resumes?|takes?|runs?|leaves?|arrives?|launch(?:es)?|hosts?|holds?|faces?|appears?|plays?|comes?|goes|kicks|airs?|marks?)$/;
const NOW_OR_THEN = /^(?:is|are|has|have)$/;
const BEHIND = /^(?:was|were|had|did|said|told|ago)$/;

/** The tense of a time in its sentence: the nearest verb before it decides, then the nearest behind. */
export function tenseAt(text: string, sentence: Range, time: Range): Tense {
  const before = [...text.slice(sentence.start, time.start).matchAll(WORD)].map(([word]) => word).reverse();
  const after = [...text.slice(time.end, sentence.end).matchAll(WORD)].map(([word]) => word);
  const tense = firstTense(before) ?? firstTense(after);
  // "It was shut until Friday" tells of a day that may lie on either side.
  return tense === 'past' && /^(?:until|till)$/i.test(before[0] ?? '') ? null : tense;
}

function firstTense(words: readonly string[]): Tense {
  for (const at of words.keys()) {
    const tense = tenseOf(words, at);
    if (tense !== undefined) return tense;
  }
  return null;
}

/** The tense of one word among others; undefined where it is no verb that says. */
function tenseOf(words: readonly string[], at: number): Tense | undefined {
  const word = plain(words[at]);
  if (AHEAD.test(word) || word.endsWith("'ll") || ON_THE_PROGRAMME.test(word)) return 'future';
  if (BEHIND.test(word)) return 'past';
  // "Is to open" lies ahead; "is open" says nothing.
  if (NOW_OR_THEN.test(word)) return /^(?:is|are)$/.test(word) && plain(words[at - 1]) === 'to' ? 'future' : null;
  const isPast = /[a-z]{2}ed$/.test(word) || (IRREGULAR_PASTS.has(word) && !/^(?:set|cut|hit|put)$/.test(word));
  return isPast && !/^(?:be|been|being)$/.test(plain(words[at + 1])) ? 'past' : undefined;
}

function plain(word: string | undefined): string {
  return (word ?? '').toLowerCase().replaceAll('’', "'");
}
