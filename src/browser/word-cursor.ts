// Arrows on words in hand: the words are selected from their beginning or, with Shift, from their end.
import { type Aim, letGo } from './aim.ts';
import { say } from './live-region.ts';
import { selectAgain } from './selection.ts';
import type { Word } from './word-list.ts';
import { isRightToLeft, wordsRound } from './words.ts';

const LONGEST_SAID = 120;

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export function isArrow(key: string): key is Arrow {
  return ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(key);
}

/**
 * Moves the beginning of the words in hand, or with `shift` their end: left and right by a word, up and down to the next comma,
 * quotation mark or end of a sentence. At least a word stays selected.
 */
export function moveWords(aim: Aim, arrow: Arrow, shift: boolean): void {
  const words = wordsRound(aim);
  const first = words.findIndex((word) => word.end > aim.start);
  const last = words.findLastIndex((word) => word.start < aim.end);
  if (first === -1 || last < first) return;
  const way = arrow === 'ArrowUp' || arrow === (isRightToLeft(aim) ? 'ArrowRight' : 'ArrowLeft') ? -1 : 1;
  const by_word = arrow === 'ArrowLeft' || arrow === 'ArrowRight';
  const stops = (word: Word) => by_word || (shift ? word.ends_stretch : word.begins_stretch);
  let to = (shift ? last : first) + way;
  while (words[to] && !stops(words[to] as Word)) to += way;
  to = Math.min(Math.max(to, shift ? first : 0), shift ? words.length - 1 : last);
  const [from, until] = [words[shift ? first : to], words[shift ? to : last]];
  if (!from || !until) return;
  letGo();
  selectAgain({ start: from.start, end: until.end });
  const selection = window.getSelection();
  (selection?.focusNode?.parentElement ?? null)?.scrollIntoView({ block: 'nearest' });
  const selected = (selection?.toString() ?? '').replace(/\s+/g, ' ');
  say(`Selected: “${selected.length > LONGEST_SAID ? `${selected.slice(0, LONGEST_SAID)} …` : selected}”`, true);
}
