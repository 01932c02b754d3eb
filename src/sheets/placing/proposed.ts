// What a row proposes for its claim beyond what stands there: verdict, sources, note, checker. Pure.
import type { PlacedClaim } from '#src/claims/store.ts';
import type { VerdictTable } from '#src/claims/tables.ts';
import { foldKey } from '#src/text-fields.ts';
import { noteWith } from '../columns/comment-lines.ts';
import { isAsExported } from '../columns/exported.ts';
import type { SheetLine } from '../columns/line.ts';
import type { Statuses } from '../columns/statuses.ts';
import { type Known, keyOfSaid } from './known.ts';
import type { RowPlaced } from './places.ts';

export interface Proposed {
  verdict: VerdictTable | null;
  sources: string[];
  note: string;
  checker: { person_id: string; name: string } | null;
}

/** Who may be named as checker, and whether the one who asks may say so. */
export interface Checkers {
  may_assign: boolean;
  members: readonly { person_id: string; display_name: string; email: string; initials: string }[];
}

interface Given {
  placed: RowPlaced | null;
  /** Null for a claim that is still to be made. */
  claim: PlacedClaim | null;
  statuses: Statuses;
  known: Known;
  checkers: Checkers;
}

/** With a remark for all that comes to nothing although the row says it. */
export function proposedBy(line: SheetLine, given: Given): { proposed: Proposed; remarks: string[] } {
  const remarks: string[] = [];
  const say = (remark: string) => remarks.push(remark);
  const proposed = {
    verdict: verdictOf(line, given, say),
    sources: sourcesOf(line, given),
    note: noteOf(line, given),
    checker: checkerOf(line, given, say),
  };
  return { proposed, remarks };
}

type Say = (remark: string) => void;

function verdictOf({ status, exported }: SheetLine, given: Given, say: Say): VerdictTable | null {
  const { claim, statuses, known, placed } = given;
  if (status === '' || isAsExported(exported, 'status', status)) return null;
  const means = statuses.meansOf(status);
  if (means === 'unknown') say(`Nobody has said what the status “${status}” means: no verdict is suggested.`);
  if (means === 'unknown' || means === 'none') return null;
  const { verdict } = means;
  if (placed !== null && placed.differs.length > 0) {
    say(`The status “${status}” was of other words: no verdict is suggested.`);
    return null;
  }
  if (claim === null) return verdict;
  if (claim.content_verdict_id === verdict.id) return null;
  const before = known.entry(claim.id, 'verdict', verdict.id);
  if (before?.decision === 'dismissed') say(`“${verdict.desk_label}” was suggested before, and dismissed.`);
  if (before === undefined && claim.state === 'closed')
    say('The claim is done: whoever takes the verdict reopens it first.');
  return before === undefined ? verdict : null;
}

function sourcesOf({ sources, exported }: SheetLine, { claim, known }: Given): string[] {
  if (isAsExported(exported, 'source', sources.join('\n'))) return [];
  if (claim === null) return sources;
  return sources.filter((said) => !known.isUsed(claim.id, said) && !known.entry(claim.id, 'source', keyOfSaid(said)));
}

function noteOf({ note, comments, exported }: SheetLine, { claim, known }: Given): string {
  const said = noteWith(isAsExported(exported, 'note', note) ? '' : note, comments);
  return claim === null || said === '' ? said : known.newLines(claim.id, said);
}

function checkerOf({ checker, exported }: SheetLine, { claim, known, checkers }: Given, say: Say): Proposed['checker'] {
  if (checker === '' || isAsExported(exported, 'checker', checker)) return null;
  const key = foldKey(checker);
  if (claim !== null && known.entry(claim.id, 'checker', keyOfSaid(checker)) !== undefined) return null;
  const named = checkers.members.filter(({ display_name, email, initials }) =>
    [display_name, email, initials, display_name.split(' ')[0] ?? ''].some((name) => foldKey(name) === key),
  );
  const [member] = named;
  if (member === undefined || named.length > 1) {
    const who = member === undefined ? 'is nobody who checks at this desk' : 'may be more than one person';
    say(`“${checker}” ${who}: the claim is assigned to nobody by it.`);
    return null;
  }
  if (!checkers.may_assign) {
    say(`“${checker}”: you may not assign claims, so nobody is assigned.`);
    return null;
  }
  if (claim?.assignee_id === member.person_id) return null;
  if (claim?.state === 'closed' || claim?.state === 'withdrawn') {
    say(`“${checker}”: the claim is done or dropped, so nobody is assigned.`);
    return null;
  }
  return { person_id: member.person_id, name: checker };
}
