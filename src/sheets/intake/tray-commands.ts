// The verbs of rows that found no place: putting one on words of the text, dropping it.
import { getVersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import { readingOfWords } from '#src/claims/analysis/readings.ts';
import { widenedReading } from '#src/claims/analysis/widened.ts';
import { makeClaim } from '#src/claims/marking/make-claim-commands.ts';
import { readThenTransact } from '#src/claims/read-then-transact.ts';
import { wordsMeant } from '#src/claims/revision/placement-commands.ts';
import { rangeOf } from '#src/claims/selection.ts';
import { findClaimAt, getClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { heldAgainst } from '#src/reading/consistency/against-passage.ts';
import { areSameWords } from '#src/reading/text/find-words.ts';
import type { SheetLine } from '../columns/line.ts';
import { getSheetRow, updateSheetRow } from '../entries/store.ts';
import { proposedBy } from '../placing/proposed.ts';
import type { SheetRowTable } from '../tables.ts';
import { addProposed } from './add-proposed-commands.ts';
import { gatherGround } from './gather-plan.ts';

export interface RowPlacement {
  row: string;
  words: string;
  /** The sentence in which the words begin; needed only where they stand more than once. */
  sentence?: number | undefined;
}

/**
 * Puts a row that waits onto words of the latest version: it marks them as a claim, or joins the one there, and leaves what it
 * proposes, but no verdict where it was of other figures or names. NotFound; Forbidden for guests; RuleBroken (field `words` or
 * `sentence`) where the words are not there, and where the row was settled.
 */
export function placeSheetRow(
  ctx: Context,
  article_id: string | number,
  input: RowPlacement,
): Promise<{ number: number }> {
  return readThenTransact(ctx, article_id, {
    read: async (ctx, article) => {
      assertMay(article.role, 'take_sheets_in');
      assertWaits(await getSheetRow(ctx.db, article.id, input.row));
      const ground = await getVersionText(ctx.db, article);
      const range = rangeOf(ground, wordsMeant(ground, input));
      const { reading, suggestions } = await readingOfWords(ctx.db, ground, { language: article.language, range });
      return { ground, range, reading: widenedReading(reading, range, suggestions) };
    },
    work: async (ctx, article, { ground, range, reading }) => {
      const row = await getSheetRow(ctx.db, article.id, input.row);
      assertWaits(row);
      const line: SheetLine = { ...(JSON.parse(row.line) as Omit<SheetLine, 'remarks'>), remarks: [] };
      const known = await findClaimAt(ctx.db, { version_id: ground.version.id, ...range });
      const noted = { sheet: row.sheet, row: row.row };
      const made = known ?? (await makeClaim(ctx, { article, ground }, { range, reading, noted }));
      const claim = await getClaim(ctx.db, article, { number: made.number, lock: true });
      const given = await gatherGround(ctx, article, ground);
      const differs = (heldAgainst(ground.text, range, line.words) ?? []).map(({ sentence }) => sentence);
      const placed = { status: 'changed' as const, range, note: '', differs };
      const standing = given.claims.find(({ id }) => id === claim.id) ?? null;
      const { proposed } = proposedBy(line, { ...given, placed, claim: standing });
      const counts = { verdicts: 0, sources: 0, notes: 0, assigned: 0 };
      const file = { name: row.sheet };
      const is_same = areSameWords(ground.text.slice(range.start, range.end), line.words);
      const other_words = is_same ? '' : line.words;
      await addProposed(ctx, { article, claim, row: { line, proposed }, file, other_words, counts });
      await updateSheetRow(ctx.db, row.id, { claim_id: claim.id, settled_by: ctx.actor.id, settled_at: ctx.at });
      const after = { ...noted, claim: claim.number };
      await recordOnArticle(ctx, article, { verb: 'sheet.row_placed', after });
      return { number: claim.number };
    },
  });
}

/** Takes a row out of the tray for good; the same row in a sheet adds nothing from then on. Dropped already: nothing happens. */
export function dropSheetRow(ctx: Context, article_id: string | number, id: string): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'take_sheets_in');
    const row = await getSheetRow(ctx.db, article.id, id);
    if (row.settled_at !== null && row.claim_id === null) return;
    assertWaits(row);
    await updateSheetRow(ctx.db, row.id, { claim_id: null, settled_by: ctx.actor.id, settled_at: ctx.at });
    await recordOnArticle(ctx, article, { verb: 'sheet.row_dropped', after: { sheet: row.sheet, row: row.row } });
  });
}

function assertWaits({ settled_at, row }: SheetRowTable): void {
  if (settled_at !== null) throw new RuleBroken(`Row ${row} has been placed or dropped already.`);
}
