// How many times: "twice as likely", "quadrupled", "a 2.5-fold rise", and decades of age. Pure.
import type { Token } from '../text/tokens.ts';
import { UNITS } from './number-words.ts';

/** Tokens `from` to `to` (excluded). */
export type Multiple = { from: number; to: number; low: number; high: number; unit: string | null };

const WORDS = new Map<string, number>([
  ['twice', 2],
  ['thrice', 3],
  ...[
    ['doubl', 2] as const,
    ['tripl', 3] as const,
    ['trebl', 3] as const,
    ['quadrupl', 4] as const,
    ['quintupl', 5] as const,
  ].flatMap(([stem, times]) => [`${stem}ed`, `${stem}ing`].map((word) => [word, times] as const)),
]);
const FOLD = /^(?:(\p{L}+)-?|(\d+)-?)fold$/u;
const DECADE = /^[2-9]0s$/;
const OWNERS = /^(?:his|her|their|my|your|our|early|mid|late)$/;

/** "Double the amount", "can triple", "doubles": not "a double murder". */
const BARE = new Map<string, number>(
  [
    ['double', 2],
    ['triple', 3],
    ['treble', 3],
    ['quadruple', 4],
  ].flatMap(([word, times]): [string, number][] => [
    [`${word}`, Number(times)],
    [`${word}s`, Number(times)],
  ]),
);
const HALVED = /^(?:halve|halves|halved|halving)$/;
const MODALS = /^(?:can|could|will|would|may|might|to|must|should|shall|nearly|almost|roughly|than|not)$/;

const MEASURED = /^(?:as|the|that|what|its|his|her|their|our|my|your|normal|usual|average)$/;

/** Whether such a word can begin here; asked of every word. */
export function mayMultiply({ key }: Pick<Token, 'key'>): boolean {
  if (key.length < 5) return key.length === 3 && DECADE.test(key);
  return WORDS.has(key) || BARE.has(key) || HALVED.test(key) || key.endsWith('fold');
}

/** "Doubled": what says how two other figures go together. */
export function isMultipleWord(printed: string): boolean {
  const key = printed.toLowerCase();
  return WORDS.has(key) || BARE.has(key) || HALVED.test(key);
}

export function multipleAt(tokens: readonly Token[], at: number): Multiple | null {
  const key = tokens[at]?.key ?? '';
  const before = tokens[at - 1]?.key ?? '';
  // "In his 40s": ten years of age, any of which it can be.
  if (DECADE.test(key) && OWNERS.test(before))
    return { from: at, to: at + 1, low: Number(key.slice(0, 2)), high: Number(key.slice(0, 2)) + 9, unit: null };
  const [, word, digits] = FOLD.exec(key) ?? [];
  const fold = digits ? Number(digits) : word === 'hundred' ? 100 : UNITS.get(word ?? '');
  if (fold !== undefined && fold > 1) return { from: at, to: at + 1, low: fold, high: fold, unit: 'times' };
  if (HALVED.test(key)) return { from: at, to: at + 1, low: 0.5, high: 0.5, unit: 'share' };
  const times = WORDS.get(key) ?? bareTimes(tokens, at);
  return times === undefined || isOther(tokens, at)
    ? null
    : { from: at, to: at + 1, low: times, high: times, unit: 'times' };
}

function bareTimes(tokens: readonly Token[], at: number): number | undefined {
  const [before, next] = [tokens[at - 1]?.key ?? '', tokens[at + 1]];
  const isVerb = MODALS.test(before) && next?.key !== 'digits';
  return MEASURED.test(next?.key ?? '') || isVerb ? BARE.get(tokens[at]?.key ?? '') : undefined;
}

/** "Twice-married", "doubling down", "think twice", "once or twice". */
function isOther(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1]?.key ?? '', tokens[at + 1]];
  if (/^[-–]$/.test(next?.text ?? '') || /^(?:down|back|up|over)$/.test(next?.key ?? '')) return true;
  return /^(?:think|thinks|thinking|thought|or)$/.test(before);
}
