// What stands between an article and its signature, where it is settled, and the one thing to do next. Pure.
import { counted, wordFor } from '#src/counted.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { countIn, type Progress } from '#src/progress/progress.ts';

export interface Blocking {
  said: string;
  href: string | null;
}

interface Meant {
  number: number;
  role: DeskRole;
  /** Complaints that nobody has answered. */
  complaints: number;
}

/** So many of them stand in the line of an article. */
const MOST_SHOWN = 4;

/** What must be settled first comes first; what the reader may not see of it is left out. */
export function blockingOf(progress: Progress, { number: id, role, complaints }: Meant): Blocking[] {
  const list = (list: string) => url('claims', { id }, { list });
  const { unread, leftovers, key_open, check_again, lost, fixes_out, queries_open, replies_due, legal } = progress;
  const returned = countIn(progress, 'returned');
  const ready = countIn(progress, 'ready');
  const open = countIn(progress, 'open', 'in_work');
  const legal_href = legalOf(id, role);
  const to = (name: 'second_read' | 'fixes' | 'queries' | 'contacts' | 'complaints' | 'coverage' | 'article') =>
    url(name, { id });
  // Words and addresses are made for those alone that are said: a list asks for every row.
  const some: [number, () => Blocking][] = [
    [
      may(role, 'read_complaints') ? complaints : 0,
      () => ({ said: `${counted(complaints, 'complaint')} open`, href: to('complaints') }),
    ],
    [isUnassigned(progress) && may(role, 'assign_work') ? 1 : 0, () => ({ said: 'Unassigned', href: to('coverage') })],
    [key_open, () => ({ said: `${counted(key_open, 'key claim')} open`, href: list('key') })],
    [check_again, () => ({ said: `${check_again} to check again`, href: list('again') })],
    [lost, () => ({ said: `${lost} without ${wordFor(lost, 'its', 'their')} words`, href: to('article') })],
    [returned, () => ({ said: `${returned} sent back`, href: list('back') })],
    [open, () => ({ said: `${counted(open, 'claim')} open`, href: list('open') })],
    [ready, () => ({ said: `${ready} for second read`, href: to('second_read') })],
    [legal.has_to_see ? 1 : 0, () => ({ said: 'Legal has to see it', href: legal_href })],
    [legal.held, () => ({ said: `${legal.held} held for Legal`, href: legal_href })],
    [fixes_out, () => ({ said: `${counted(fixes_out, 'fix', 'fixes')} not in`, href: to('fixes') })],
    [queries_open, () => ({ said: `${counted(queries_open, 'query', 'queries')} open`, href: to('queries') })],
    [replies_due, () => ({ said: `${counted(replies_due, 'reply', 'replies')} due`, href: to('contacts') })],
    [unread, () => ({ said: `${counted(unread, 'sentence')} unread`, href: to('coverage') })],
    [leftovers ?? 0, () => ({ said: counted(leftovers ?? 0, 'unchecked detail'), href: to('coverage') })],
  ];
  return some.flatMap(([count, say]) => (count > 0 ? [say()] : []));
}

/** The first of them, and how many more there are. */
export function shortly(blocking: Blocking[]): { shown: Blocking[]; more: string } {
  const shown = blocking.slice(0, blocking.length > MOST_SHOWN ? MOST_SHOWN - 1 : MOST_SHOWN);
  const more = blocking.length - shown.length;
  return { shown, more: more > 0 ? `${more} more` : '' };
}

function legalOf(id: number, role: DeskRole): string | null {
  return may(role, 'read_legal') ? url('legal', { id }) : null;
}

function isUnassigned({ hands, sentences, is_settled }: Progress): boolean {
  return hands.length === 0 && sentences > 0 && !is_settled;
}

export interface NextStep {
  label: string;
  href: string;
  is_main: boolean;
}

export interface Standing extends Meant {
  /** Its deadline is today or past. */
  is_today: boolean;
  /** The number of the report of its latest version; null where none is signed. */
  signed: number | null;
}

/** The one button of its line: what this reader can do for it next. */
export function nextStep(progress: Progress, { number: id, role, is_today, signed, complaints }: Standing): NextStep {
  const step = (label: string, href: string, is_main = false) => ({ label, href, is_main });
  if (complaints > 0 && may(role, 'read_complaints'))
    return step(counted(complaints, 'complaint'), url('complaints', { id }), true);
  if (signed !== null) return step(`Report ${signed}`, url('signed_report', { id, number: signed }));
  const ready = countIn(progress, 'ready');
  const open = countIn(progress, 'open', 'in_work', 'returned');
  if (progress.is_settled && may(role, 'sign_reports')) return step('Sign-off', url('sign_off', { id }), true);
  if (ready > 0 && open === 0 && may(role, 'read_second'))
    return step(`Second read · ${ready}`, url('second_read', { id }));
  if (isUnassigned(progress) && may(role, 'assign_work')) return step('Assign', url('coverage', { id }));
  if (is_today && may(role, 'sign_reports'))
    return step(open + ready > 0 ? `Sign-off · ${open + ready} open` : 'Sign-off', url('sign_off', { id }));
  return step('Open', url('article', { id }));
}
