// The verbs of complaints: noting one and changing it.
import { bringBack } from '#src/articles/put-away-commands.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticleThoughPutAway } from '#src/articles/with-article.ts';
import { claimIdOf } from '#src/contacts/contacts/commands.ts';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { RuleBroken } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { newId } from '#src/ids.ts';
import { getStatement } from '#src/people/desks/statement-store.ts';
import { findMember, listMembers } from '#src/people/member-store.ts';
import { assertMay, may } from '#src/people/permissions.ts';
import { momentKept, momentOf } from '../local-moment.ts';
import { type ComplaintTyped, dueAt } from './complaint.ts';
import { type DeskOfComplaint, staleComplaint } from './stale-complaint.ts';
import { type ComplaintFound, findSameComplaint, insertComplaint, updateComplaint } from './store.ts';
import type { ComplaintTable } from './tables.ts';
import { type ComplaintAt, recordOn, withComplaint } from './with-complaint.ts';

type ComplaintFields = Pick<
  ComplaintTable,
  'complainant' | 'reach' | 'received_at' | 'due_at' | 'claim_id' | 'words' | 'says' | 'decider_id'
>;

/**
 * Notes a complaint; its number. It is due by the desk's rule, counted from when it came. The same one in every field is
 * noted once. An article that is put away comes back by it. Forbidden for all but reviewers and editors; RuleBroken (`received_at`, `claim_number`, `decider`).
 */
export function noteComplaint(ctx: Context, article_id: string | number, input: ComplaintTyped): Promise<number> {
  return withArticleThoughPutAway(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'note_complaints');
    const { id: article_id, desk_id } = article;
    const fields = await fieldsOf(ctx, article, input);
    const known = await findSameComplaint(ctx.db, { ...fields, article_id });
    if (known !== undefined) return known.number;
    const number = await nextNumber(ctx.db, `complaint:${article_id}`);
    const at = { id: newId(), desk_id, article_id };
    await insertComplaint(ctx.db, { ...at, number, ...fields, ...UNDECIDED, noted_by: ctx.actor.id, noted_at: ctx.at });
    await recordOn(ctx, at, { verb: 'complaint.noted', after: { complaint: number, ...fields } });
    await bringBack(ctx, article, `complaint ${number} came in`);
    return number;
  });
}

const UNDECIDED = {
  ...{ outcome: null, decision_line: '', decided_by: null, decided_at: null },
  ...{ answer: '', answered_by: null, answered_at: null, correction_id: null, revision: 1 },
} as const;

/** Changes what is noted of a complaint. Without a difference nothing happens; StaleEdit where somebody saved first. */
export function changeComplaint(
  ctx: Context,
  at: ComplaintAt,
  input: ComplaintTyped & { revision: number },
): Promise<void> {
  return withComplaint(ctx, at, async (ctx, { article, complaint }) => {
    assertMay(article.role, 'note_complaints');
    const changes = fieldsThatDiffer(fieldsIn(complaint), await fieldsOf(ctx, article, input, complaint));
    if (Object.keys(changes.after).length === 0) return;
    if (complaint.revision !== input.revision) throw staleComplaint(complaint, await said(ctx, article, input));
    await updateComplaint(ctx.db, complaint.id, changes.after);
    await recordOn(ctx, complaint, { verb: 'complaint.changed', ...changes });
  });
}

/** What was typed as it is stored. The rule by which it is due is the desk's of now, unless it came when it came before. */
async function fieldsOf(
  ctx: Context,
  article: ArticleFound,
  { claim_number, decider, ...typed }: ComplaintTyped,
  known?: ComplaintFound,
): Promise<ComplaintFields> {
  const { complainant, reach, words, says } = typed;
  const { time_zone, desk_id } = article;
  const desk = { now: ctx.at, time_zone };
  const received_at = known
    ? momentKept(typed.received_at, 'received_at', { ...desk, known: known.received_at })
    : momentOf(typed.received_at, 'received_at', desk);
  const { answer_days: days } = await getStatement(ctx.db, desk_id);
  const due_at = received_at === known?.received_at ? known.due_at : dueAt(received_at, { days, time_zone });
  const claim_id = await claimIdOf(ctx, article, claim_number ?? null);
  const decider_id = await deciderIdOf(ctx, article, { number: decider, known });
  return { complainant, reach, received_at, due_at, claim_id, words, says, decider_id };
}

async function deciderIdOf(
  ctx: Context,
  { desk_id }: ArticleFound,
  { number, known }: { number: number | undefined; known: ComplaintFound | undefined },
): Promise<string | null> {
  if (number === undefined) return null;
  const member = await findMember(ctx.db, desk_id, number);
  if (member !== undefined && member.person_id === known?.decider_id) return member.person_id;
  if (member === undefined || !may(member.role, 'decide_complaints') || member.disabled_at !== null)
    throw new RuleBroken('Choose an editor of the desk, or leave it open.', 'decider');
  return member.person_id;
}

function fieldsIn(complaint: ComplaintFound): ComplaintFields {
  const { complainant, reach, received_at, due_at, claim_id, words, says, decider_id } = complaint;
  return { complainant, reach, received_at, due_at, claim_id, words, says, decider_id };
}

/** What was typed, and what it takes to say both in words. */
async function said(
  ctx: Context,
  { desk_id, time_zone }: ArticleFound,
  input: ComplaintTyped,
): Promise<DeskOfComplaint & { input: ComplaintTyped }> {
  return { input, time_zone, now: ctx.at, members: await listMembers(ctx.db, desk_id) };
}
