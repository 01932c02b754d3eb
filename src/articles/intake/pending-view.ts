// The changes that a document tracks, as a person sees them before it is taken. Pure.
import { counted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayDate } from '#src/dates.ts';
import { type Html, html, joinHtml } from '#src/http/html.ts';
import { wholly } from '#src/word-diff.ts';
import type { ChangesTaken, Draft } from '../documents/draft.ts';
import type { PendingPiece } from '../documents/word/pending.ts';

export interface PendingShown {
  said: string;
  /** A paragraph each: its words, and who changed what when. */
  rows: { words: Html; by: string[] }[];
  taken: ChangesTaken;
  /** Whether there is a text before the changes to take instead. */
  may_choose: boolean;
}

/** Null where the document tracks no changes. */
export function shownPending({ pending, as_before }: Draft, taken: ChangesTaken): PendingShown | null {
  if (pending === undefined) return null;
  return {
    said: `${counted(pending.count, 'tracked change')}, not accepted or refused yet.`,
    rows: pending.paragraphs.map((pieces) => ({ words: drawn(pieces), by: sayChanges(pieces) })),
    taken: as_before ? taken : 'accepted',
    may_choose: as_before !== undefined,
  };
}

function drawn(pieces: readonly PendingPiece[]): Html {
  return joinHtml(pieces.map(({ kind, text }) => (kind === 'same' ? html`${text}` : wholly(kind, text))));
}

/** "L. Marsh, 1 March 2026, 10:00: 12 deleted, 21 inserted", a line for each person and time. */
function sayChanges(pieces: readonly PendingPiece[]): string[] {
  const changes = pieces.filter(({ kind }) => kind !== 'same');
  const by = Map.groupBy(changes, ({ author, dated }) => sayWho({ author, dated }));
  return [...by].map(([who, some]) => {
    const words = some.map(({ kind, text }) => `${quoted(text)} ${kind === 'gone' ? 'deleted' : 'inserted'}`);
    return `${who}: ${words.join(', ')}`;
  });
}

const QUOTED = 60;

function quoted(text: string): string {
  if (text === '¶') return 'the end of the paragraph';
  return `“${cutAtWord(text.replace(/\s+/g, ' ').trim(), QUOTED)}”`;
}

/** Whose change or comment it is, and when: Word writes the time of the writer's clock, and calls it UTC. */
export function sayWho({ author, dated }: { author: string; dated: string }): string {
  const when = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?/.exec(dated)?.[0];
  const said = when !== undefined && !Number.isNaN(Date.parse(when)) ? sayDate(when) : '';
  return [author || 'Somebody', said].filter(Boolean).join(', ');
}
