// Which of a person's own deeds is the last that can be taken back, by the log. Pure.
import type { ArticleFound } from '#src/articles/store.ts';
import type { EventVerb } from '#src/audit/events.ts';
import type { LogEntry } from '#src/audit/store.ts';
import type { Context } from '#src/context.ts';

export type OwnEntry = Pick<LogEntry, 'number' | 'verb' | 'subject' | 'at' | 'before' | 'after'>;

/** What was taken back, in a sentence; `claim` is the number of the claim that was judged, null where it was none. */
export interface TakenBack {
  said: string;
  claim: number | null;
}

/** The deed and the numbers of all entries of its press. */
export interface Undoing {
  deed: OwnEntry;
  undoes: number[];
}

/** What a person may take back by one press. */
const UNDOABLE = [
  'words.ticked',
  'sentence.initialled',
  'suggestion.dismissed',
  'finding.dismissed',
  'claim.marked',
  'claim.verdict_set',
  'claim.sentence_mended',
  'claim.stood',
  'claim.key_changed',
  'claim.followed',
] as const satisfies EventVerb[];

/** Takes back a deed of a later subject, inside the transaction of the undoing. RuleBroken where that cannot be. */
export type UndoLater = (ctx: Context, article: ArticleFound, undoing: Undoing) => Promise<TakenBack>;

/** A deed of another time is nobody's last step any more: it is changed on its page, where one sees what became of it. */
const HOURS = 12;

/** From when on own deeds can be taken back. */
export function undoneSince(now: string): string {
  return new Date(Date.parse(now) - HOURS * 3_600_000).toISOString();
}

/** The numbers of the entries that were taken back, by what the entries behind them say. */
export function undoneIn(entries: readonly OwnEntry[]): Set<number> {
  const numbers = new Set<number>();
  for (const { after } of entries) for (const number of undoesOf(after)) numbers.add(number);
  return numbers;
}

/** What an entry took back: one entry, or what was done in one press. */
export function undoesOf(after: OwnEntry['after']): number[] {
  return Array.isArray(after?.undoes) ? after.undoes.filter((one) => typeof one === 'number') : [];
}

/**
 * The last deed that can be taken back, newest first in `entries`; with it what belonged to the same press: words that were
 * marked and judged at once are taken back at once, the marking last. Empty where there is none.
 */
export function lastPress(entries: readonly OwnEntry[]): OwnEntry[] {
  const undone = undoneIn(entries);
  const removed = new Set(entries.filter((one) => one.verb === 'words.tick_removed').map((one) => one.subject));
  const last = entries.find(
    (one) =>
      UNDOABLE.some((verb) => verb === one.verb) &&
      !undone.has(one.number) &&
      undoesOf(one.after).length === 0 &&
      !(one.verb === 'words.ticked' && removed.has(one.subject)),
  );
  if (last === undefined) return [];
  const marked = entries.find(
    (one) =>
      one.verb === 'claim.marked' &&
      one.number === last.number - 1 &&
      one.subject === last.subject &&
      one.at === last.at,
  );
  return marked === undefined ? [last] : [last, marked];
}
