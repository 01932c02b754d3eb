// Leaves at a claim what a row proposes for it: a verdict and sources to be decided, a note, who checks it.
import type { ArticleFound } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { assignClaim } from '#src/claims/marking/assign-claim-commands.ts';
import type { ClaimTable } from '#src/claims/tables.ts';
import type { Context } from '#src/context.ts';
import { newId } from '#src/ids.ts';
import { findSameEntry, insertEntry } from '../entries/store.ts';
import { keyOfSaid } from '../placing/known.ts';
import type { RowPlan } from '../placing/plan.ts';
import type { EntryWhat, SheetEntryTable } from '../tables.ts';

export type ClaimMeant = Pick<ClaimTable, 'id' | 'number' | 'desk_id' | 'article_id'>;

export interface ProposedCounts {
  verdicts: number;
  sources: number;
  notes: number;
  assigned: number;
}

interface Given {
  article: ArticleFound;
  claim: ClaimMeant;
  row: Pick<RowPlan, 'line' | 'proposed'>;
  file: { name: string };
  /** The words of the sheet, where the article has others; '' where they are the same. */
  other_words: string;
  counts: ProposedCounts;
}

/** To be called in the transaction of the verb that takes the row. What was said of the claim before is passed over. */
export async function addProposed(ctx: Context, given: Given): Promise<void> {
  const { claim, row, file, counts, article } = given;
  const { verdict, sources, note, checker } = row.proposed;
  const after: Record<string, unknown> = {};
  const { status } = row.line;
  if (verdict !== null && (await add(ctx, given, { what: 'verdict', said: status, verdict_id: verdict.id }))) {
    counts.verdicts += 1;
    after.verdict = verdict.desk_label;
  }
  for (const said of sources)
    if (await add(ctx, given, { what: 'source', said })) {
      counts.sources += 1;
      after.sources = [...((after.sources as string[] | undefined) ?? []), said];
    }
  if (note !== '' && (await add(ctx, given, { what: 'note', said: note }))) {
    counts.notes += 1;
    after.note = note;
  }
  if (checker !== null) {
    await add(ctx, given, { what: 'checker', said: checker.name });
    after.checker = checker.name;
  }
  if (Object.keys(after).length > 0) {
    const said = { sheet: file.name, row: row.line.row, ...after };
    const { desk_id: chain, article_id } = claim;
    await record(ctx, { chain, subject: `claim:${claim.id}`, article_id, verb: 'sheet.row_joined', after: said });
  }
  if (checker === null) return;
  const { person_id: assignee_id } = checker;
  if (await assignClaim(ctx, article.id, { number: claim.number, assignee_id })) counts.assigned += 1;
}

/** False where it was said of the claim before, by an earlier row of the same sheet. */
async function add(
  ctx: Context,
  { claim, row, file, other_words }: Given,
  { what, said, verdict_id = null }: { what: EntryWhat; said: string; verdict_id?: string | null },
): Promise<boolean> {
  const said_key = verdict_id ?? keyOfSaid(said);
  const entry: SheetEntryTable = {
    ...{ id: newId(), desk_id: claim.desk_id, article_id: claim.article_id, claim_id: claim.id },
    ...{ what, said, said_key, verdict_id, sheet: file.name, row: row.line.row, other_words },
    ...{ added_by: ctx.actor.id, added_at: ctx.at, decision: null, decided_by: null, decided_at: null },
  };
  if ((await findSameEntry(ctx.db, entry)) !== undefined) return false;
  await insertEntry(ctx.db, entry);
  return true;
}
