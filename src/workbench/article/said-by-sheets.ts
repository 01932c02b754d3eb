// What spreadsheets say of the claim in hand: suggestions to take or dismiss, and notes. Pure.
import { sayTime } from '#src/dates.ts';
import type { EntryFound } from '#src/sheets/entries/store.ts';
import type { Claim } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';

export interface SheetSaid {
  id: string;
  what: 'verdict' | 'source';
  said: string;
  /** The label of the verdict that is suggested; '' of a source. */
  verdict: string;
  from: string;
  /** The words of the sheet where the article has others; '' where they are the same. */
  other_words: string;
  is_dismissed: boolean;
  dismissed_by: string;
}

/** Suggestions that wait, or were dismissed; one that is the claim's verdict by now is none. */
export function saidBySheets(
  { sheet_entries, verdicts, article }: WorkbenchView,
  claim: Claim,
  { now, may_judge }: { now: string; may_judge: boolean },
) {
  const mine = sheet_entries.filter(({ claim_id }) => claim_id === claim.id);
  const open = mine.filter(
    ({ what, decision, verdict_id }) =>
      (what === 'verdict' || what === 'source') &&
      decision !== 'taken' &&
      verdict_id !== (claim.content_verdict_id ?? ''),
  );
  const labelOf = (id: string | null) => verdicts.find((one) => one.id === id)?.desk_label ?? '';
  const shown = open.map((entry): SheetSaid => shownEntry(entry, labelOf(entry.verdict_id)));
  return {
    may_judge,
    waiting: shown.filter(({ is_dismissed }) => !is_dismissed),
    dismissed: shown.filter(({ is_dismissed }) => is_dismissed),
    notes: mine
      .filter(({ what }) => what === 'note')
      .map((entry) => ({
        words: entry.said,
        from: fromOf(entry),
        by: [entry.added_by_name, sayTime(entry.added_at, article.time_zone, now)].filter(Boolean).join(', '),
      })),
  };
}

function shownEntry(entry: EntryFound, verdict: string): SheetSaid {
  const { id, what, said, other_words, decision, decided_by_name } = entry;
  return {
    ...{ id, said, other_words, verdict },
    what: what === 'verdict' ? 'verdict' : 'source',
    from: fromOf(entry),
    is_dismissed: decision === 'dismissed',
    dismissed_by: decided_by_name ?? '',
  };
}

function fromOf({ sheet, row }: EntryFound): string {
  return `${sheet}, row ${row}`;
}
