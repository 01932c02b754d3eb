// What the pages of complaints show.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { localOf } from '#src/dates.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import { url } from '#src/paths.ts';
import { getStatement } from '#src/people/desks/statement-store.ts';
import { listMembers } from '#src/people/member-store.ts';
import { may } from '#src/people/permissions.ts';
import { gatherParts } from '../gather-parts.ts';
import { correctionFor, OUTCOME_LABELS, OUTCOMES } from './complaint.ts';
import { correctionsSeen, frameOf, KIND_OPTIONS } from './correction-page.ts';
import { type CorrectionFound, listCorrections } from './correction-store.ts';
import { complaintLine, correctionLine } from './lines-view.ts';
import { valuesOfComplaint } from './stale-complaint.ts';
import { type ComplaintFound, findComplaint, getComplaint, listComplaints } from './store.ts';

interface ComplaintsAsked {
  /** The complaint that a correction is begun from. */
  about?: number | undefined;
  /** Those below this number: an older page of the list. */
  before?: number | undefined;
  refused?: RefusedForm | undefined;
}

const COMPLAINTS_A_PAGE = 50;

/** The list: complaints for those inside, corrections for everybody. */
export async function complaintsPage(
  ctx: Context,
  article: ArticleFound,
  { about, before, refused }: ComplaintsAsked = {},
) {
  const is_inside = may(article.role, 'read_complaints');
  const found = is_inside ? await listComplaints(ctx.db, article.id, { before, limit: COMPLAINTS_A_PAGE + 1 }) : [];
  const complaints = found.slice(0, COMPLAINTS_A_PAGE);
  const next = found.length > complaints.length ? complaints.at(-1)?.number : undefined;
  const corrections = await correctionsSeen(ctx, article);
  const begun = is_inside && about !== undefined ? await findComplaint(ctx.db, article.id, about) : undefined;
  const statement = await getStatement(ctx.db, article.desk_id);
  return {
    ...frameOf(article, is_inside ? 'Complaints' : 'Corrections'),
    parts: await gatherParts(ctx, article, 'complaints'),
    complaints: complaints.map((one) => complaintLine(one, { article, now: ctx.at })),
    older: next === undefined ? null : url('complaints', { id: article.number }, { before: next }),
    newest: before === undefined ? null : url('complaints', { id: article.number }),
    corrections: corrections.map((one) => correctionLine(one, { article, now: ctx.at })),
    is_inside,
    may_note: may(article.role, 'note_complaints'),
    may_correct: may(article.role, 'make_corrections'),
    answer_days: statement.answer_days,
    editors: await editorsOf(ctx, article),
    received_at: localOf(ctx.at, article.time_zone),
    correction: begun ? beginning(begun) : NO_CORRECTION,
    begun: begun ? begun.number : null,
    kinds: KIND_OPTIONS,
    moments: complaints.map((one) => (one.answered_at === null ? one.due_at : null)),
    ...refused,
  };
}

/** One complaint: what it says, its decision and its answer. NotFound where the article has none of this number. */
export async function complaintPage(ctx: Context, article: ArticleFound, number: string, refused?: RefusedForm) {
  const complaint = await getComplaint(ctx.db, article.id, number);
  const all = await listCorrections(ctx.db, article.id);
  const corrections = all.filter((one) => one.complaint_id === complaint.id || one.id === complaint.correction_id);
  const { decision_line, answer, revision } = complaint;
  const members = await listMembers(ctx.db, article.desk_id);
  const may_correct = may(article.role, 'make_corrections');
  return {
    ...frameOf(article, `Complaint ${complaint.number}`),
    parts: await gatherParts(ctx, article, 'complaints'),
    line: complaintLine(complaint, { article, now: ctx.at }),
    corrections: corrections.map((one) => correctionLine(one, { article, now: ctx.at })),
    values: {
      ...valuesOfComplaint(complaint, { time_zone: article.time_zone, members }),
      ...{ decision_line, answer, outcome: complaint.outcome ?? '' },
    },
    revision,
    editors: await editorsOf(ctx, article, complaint),
    outcomes: OUTCOMES.map((value) => ({ value, ...OUTCOME_LABELS[value] })),
    may_note: may(article.role, 'note_complaints'),
    may_decide: may(article.role, 'decide_complaints'),
    wanted: may_correct && isWanted(complaint) ? correctionWanted(article, complaint, all) : null,
    moments: [complaint.answered_at === null ? complaint.due_at : null],
    ...refused,
  };
}

/** Its decision calls for a correction, and none that stands settles it. */
function isWanted({ outcome, correction_number }: ComplaintFound): boolean {
  return correctionFor(outcome) !== null && correction_number === null;
}

/** Where the correction is added; and those that stand, one of which may be it. */
function correctionWanted({ number: id }: ArticleFound, { number: about }: ComplaintFound, all: CorrectionFound[]) {
  const standing = all.filter(({ withdrawn_at }) => withdrawn_at === null);
  return {
    href: `${url('complaints', { id }, { about })}#new-correction`,
    standing: standing.map(({ number, was_words }) => ({
      value: String(number),
      label: `Correction ${number}: ${cutAtWord(was_words, 60)}`,
    })),
  };
}

const NO_CORRECTION = { kind: 'corrected', was_words: '', right_words: '', sentence: '', claim_number: '' };

function beginning({ words, outcome, claim_number }: ComplaintFound): typeof NO_CORRECTION {
  const kind = correctionFor(outcome) ?? NO_CORRECTION.kind;
  return { ...NO_CORRECTION, kind, was_words: words, claim_number: String(claim_number ?? '') };
}

async function editorsOf(ctx: Context, article: ArticleFound, complaint?: ComplaintFound): Promise<Option[]> {
  if (!may(article.role, 'read_complaints')) return [];
  const members = await listMembers(ctx.db, article.desk_id);
  const editors = members.filter(
    (one) =>
      (may(one.role, 'decide_complaints') && one.disabled_at === null) || one.person_id === complaint?.decider_id,
  );
  return [
    { value: '', label: 'any editor' },
    ...editors.map(({ number, display_name: label }) => ({ value: String(number), label })),
  ];
}
