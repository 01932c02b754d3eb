// The verbs of what sheets suggest for a claim: taking it, dismissing it, suggesting it again.
import { withArticle } from '#src/articles/with-article.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { type ClaimFound, getClaim } from '#src/claims/store.ts';
import { recordOnClaim } from '#src/claims/with-claim.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { assertMay, refusalOf } from '#src/people/permissions.ts';
import type { SheetEntryTable } from '../tables.ts';
import { getEntry, updateEntryDecision } from './store.ts';

/** Which entry of which claim. */
export interface EntryMeant {
  number: number | string;
  entry: string;
}

/** What was taken: the verdict's word in the sheet, or the source that the line made. */
export interface EntryTaken {
  what: 'verdict' | 'source';
  said: string;
  still_wanted: string;
}

/**
 * Takes what a sheet suggests: its verdict becomes the claim's, the actor its checker; its source becomes evidence. Taken
 * already: nothing happens. NotFound; Forbidden for guests, and for the operator, who decides nothing; RuleBroken where the
 * claim is done or dropped, the verdict is retired, or the line makes no source.
 */
export function takeEntry(ctx: Context, article_id: string | number, meant: EntryMeant): Promise<EntryTaken> {
  return decide(ctx, article_id, meant, async (ctx, { claim, entry, article_id }) => {
    const { what, said } = entry;
    const taken: EntryTaken = { what: what === 'verdict' ? 'verdict' : 'source', said, still_wanted: '' };
    if (entry.decision === 'taken') return taken;
    if (entry.what === 'verdict') {
      const judgement = { number: claim.number, revision: claim.revision, content_verdict: entry.verdict_id ?? '' };
      taken.still_wanted = (await setVerdicts(ctx, article_id, judgement)).still_wanted;
    } else await addEvidence(ctx, article_id, { number: claim.number, source_line: said });
    await store(ctx, { claim, entry, decision: 'taken' });
    return taken;
  });
}

/** Remembers that a suggestion of a sheet is none. Dismissed already: nothing happens. Else as takeEntry. */
export function dismissEntry(ctx: Context, article_id: string | number, meant: EntryMeant): Promise<void> {
  return decide(ctx, article_id, meant, async (ctx, { claim, entry }) => {
    if (entry.decision === 'dismissed') return;
    if (entry.decision === 'taken') throw new RuleBroken('Somebody has taken it already. Change the claim itself.');
    await store(ctx, { claim, entry, decision: 'dismissed' });
  });
}

/** Has a dismissed suggestion of a sheet suggested again. Suggested already: nothing happens. Else as takeEntry. */
export function restoreEntry(ctx: Context, article_id: string | number, meant: EntryMeant): Promise<void> {
  return decide(ctx, article_id, meant, async (ctx, { claim, entry }) => {
    if (entry.decision === 'dismissed') await store(ctx, { claim, entry, decision: null });
  });
}

type Meant = { claim: ClaimFound; entry: SheetEntryTable; article_id: string };

/** A judgement is a person's; a note and a name are none. */
function decide<Result>(
  ctx: Context,
  article_id: string | number,
  { number, entry: id }: EntryMeant,
  work: (ctx: Context, meant: Meant) => Promise<Result>,
): Promise<Result> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const claim = await getClaim(ctx.db, article, { number, lock: true });
    assertMay(article.role, 'see_sheets');
    assertMay(article.role, 'set_verdicts');
    if (ctx.actor.id === null) throw new Forbidden(refusalOf('set_verdicts'));
    const entry = await getEntry(ctx.db, claim.id, id);
    if (entry.what === 'note' || entry.what === 'checker') throw new RuleBroken('There is nothing to decide about it.');
    return work(ctx, { claim, entry, article_id: article.id });
  });
}

const EVENTS = { taken: 'sheet.suggestion_taken', dismissed: 'sheet.suggestion_dismissed' } as const;

async function store(
  ctx: Context,
  { claim, entry, decision }: { claim: ClaimFound; entry: SheetEntryTable; decision: 'taken' | 'dismissed' | null },
): Promise<void> {
  const by =
    decision === null ? { decided_by: null, decided_at: null } : { decided_by: ctx.actor.id, decided_at: ctx.at };
  await updateEntryDecision(ctx.db, entry.id, { decision, ...by });
  const { what, said, sheet, row } = entry;
  const verb = decision === null ? 'sheet.suggestion_restored' : EVENTS[decision];
  await recordOnClaim(ctx, claim, { verb, after: { what, said, sheet, row } });
}
