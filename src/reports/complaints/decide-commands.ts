// The verbs that settle a complaint: deciding it, saying what was answered, naming its correction.
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { correctionFor } from './complaint.ts';
import { getCorrection } from './correction-store.ts';
import { staleAnswer, staleDecision } from './stale-complaint.ts';
import { type ComplaintFound, updateComplaint, updateSettled } from './store.ts';
import type { Outcome } from './tables.ts';
import { type ComplaintAt, recordOn, withComplaint } from './with-complaint.ts';

/**
 * Decides a complaint, or decides it again: the log keeps what was decided before. The same again: nothing happens. Forbidden
 * for all but editors; StaleEdit where somebody changed it meanwhile.
 */
export function decideComplaint(
  ctx: Context,
  at: ComplaintAt,
  { outcome, decision_line, revision }: { outcome: Outcome; decision_line: string; revision: number },
): Promise<void> {
  return withComplaint(ctx, at, async (ctx, { article, complaint }) => {
    assertMay(article.role, 'decide_complaints');
    const { outcome: before, decision_line: line_before } = complaint;
    if (before === outcome && line_before === decision_line) return;
    if (complaint.revision !== revision) throw staleDecision(complaint, { outcome, decision_line });
    // What they were told, and the correction that settled it, were of the decision before; the log keeps both.
    const undone = { answer: '', answered_by: null, answered_at: null, correction_id: null };
    const decided = { outcome, decision_line, decided_by: ctx.actor.id, decided_at: ctx.at };
    await updateComplaint(ctx.db, complaint.id, before === outcome ? decided : { ...decided, ...undone });
    await recordOn(ctx, complaint, {
      verb: 'complaint.decided',
      ...(before !== null && { before: { outcome: before, decision_line: line_before } }),
      after: { complaint: complaint.number, outcome, decision_line },
    });
  });
}

/** Notes what the complainant was told. RuleBroken while nothing is decided; StaleEdit where another answer was noted. */
export function answerComplaint(
  ctx: Context,
  at: ComplaintAt,
  { answer, revision }: { answer: string; revision: number },
): Promise<void> {
  return withComplaint(ctx, at, async (ctx, { article, complaint }) => {
    assertMay(article.role, 'note_complaints');
    if (complaint.answer === answer) return;
    if (complaint.outcome === null || complaint.outcome === 'to_legal')
      throw new RuleBroken('An editor decides on the complaint first. Then record what they were told.', 'answer');
    if (complaint.revision !== revision) throw staleAnswer(complaint, answer);
    await updateComplaint(ctx.db, complaint.id, { answer, answered_by: ctx.actor.id, answered_at: ctx.at });
    await recordOn(ctx, complaint, {
      verb: 'complaint.answered',
      ...(complaint.answer !== '' && { before: { answer: complaint.answer } }),
      after: { complaint: complaint.number, answer },
    });
  });
}

/**
 * Notes that a correction which stands settles this complaint, too. The same again: nothing happens. Forbidden for all but
 * editors; RuleBroken for one that is withdrawn.
 */
export function settleComplaint(
  ctx: Context,
  at: ComplaintAt,
  { correction: number }: { correction: number },
): Promise<void> {
  return withComplaint(ctx, at, async (ctx, { article, complaint }) => {
    assertMay(article.role, 'make_corrections');
    const correction = await getCorrection(ctx.db, article.id, number);
    if (correction.withdrawn_at !== null)
      throw new RuleBroken('This correction is withdrawn. Add another one, or choose one that is not.', 'correction');
    if (correctionFor(complaint.outcome) === null)
      throw new RuleBroken('Decide first that the article is to be corrected. Then use this correction.', 'correction');
    await noteSettled(ctx, complaint, correction);
  });
}

/** The same inside a verb's transaction. */
export async function noteSettled(
  ctx: Context,
  complaint: ComplaintFound,
  correction: { id: string; number: number },
): Promise<void> {
  if (complaint.correction_id === correction.id) return;
  await updateSettled(ctx.db, complaint.id, correction.id);
  const after = { complaint: complaint.number, correction: correction.number };
  await recordOn(ctx, complaint, { verb: 'complaint.settled', after });
}
