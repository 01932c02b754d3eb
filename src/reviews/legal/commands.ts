// The verbs of Legal: hold a claim, clear it or the article, note.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle, withArticle, withArticleThoughPutAway } from '#src/articles/with-article.ts';
import { record } from '#src/audit/log.ts';
import { type ClaimFound, getClaim, listClaims } from '#src/claims/store.ts';
import { recordOnClaim } from '#src/claims/with-claim.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { needed } from '#src/item-at.ts';
import { assertMay } from '#src/people/permissions.ts';
import { legalOfArticle, legalOfClaim, sentenceHash } from './legal.ts';
import { staleClearance, staleNote, staleWholeClearance } from './stale-clearance.ts';
import {
  insertClearance,
  insertHold,
  insertNote,
  type LegalClearance,
  listLegal,
  updateClearanceLifted,
} from './store.ts';

/**
 * Holds a claim for Legal, with a reason; a clearance that stands is lifted by it. The same reason of the same person again
 * changes nothing. RuleBroken for a dropped claim; Forbidden for guests and the operator.
 */
export function holdClaim(
  ctx: Context,
  article_id: string,
  input: { number: number | string; reason: string },
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const claim = await getClaim(ctx.db, article, { number: input.number, lock: true });
    assertMay(article.role, 'hold_for_legal');
    if (claim.state === 'withdrawn') throw new RuleBroken('The claim was dropped. Restore it to hold it.', 'reason');
    const { ground, legal } = await standing(ctx, article, claim);
    const held_by = needed(ctx.actor.id, 'person who acts');
    const is_same = legal.holds.some((one) => one.held_by === held_by && one.reason === input.reason);
    if (legal.state === 'held' && is_same) return;
    // One that lapsed by itself, too: were the words moved back, it would clear a hold that Legal never saw.
    const last = legal.clearance ?? legal.lapsed?.clearance;
    if (last !== undefined && last.lifted_at === null) await liftClearance(ctx, last, 'it was held again');
    const { version } = ground;
    const { reason } = input;
    await insertHold(ctx.db, { ...rowOf(article, version.id), claim_id: claim.id, reason, held_by, held_at: ctx.at });
    const after = { claim: claim.number, version: version.number, reason };
    await recordOnClaim(ctx, claim, { verb: 'legal.held', after });
  });
}

/**
 * Clears a claim that is held, for the version and the holds that the page showed; a StaleEdit where another came since, or
 * a clearance with another note, unless that is the one to be put `over`. Again: nothing happens. RuleBroken where nobody holds it; Forbidden for all but Legal.
 */
export function clearClaim(
  ctx: Context,
  article_id: string,
  input: { number: number | string; version: number; holds: number; line: string; over?: string | undefined },
): Promise<void> {
  return withArticleThoughPutAway(ctx, article_id, async (ctx, article) => {
    const claim = await getClaim(ctx.db, article, { number: input.number, lock: true });
    assertMay(article.role, 'clear_for_legal');
    const { ground, placed, legal } = await standing(ctx, article, claim);
    if (legal.state === 'free') throw new RuleBroken('Nobody holds this claim, so there is nothing to clear.', 'line');
    if (article.latest_version_number !== input.version || legal.holds.length !== input.holds)
      throw await staleClearance(ctx.db, { article, claim, holds: legal.holds }, input);
    if (legal.clearance !== null && (await isSaid(ctx, legal.clearance, input))) return;
    const sentence_sha256 = sentenceHash(ground, placed);
    await clear(ctx, article, ground, { claim_id: claim.id, sentence_sha256, line: input.line });
    const after = { claim: claim.number, version: ground.version.number, ...said(input.line) };
    await recordOnClaim(ctx, claim, { verb: 'legal.cleared', after });
  });
}

/** Clears this version of an article that is marked for Legal. As clearClaim otherwise. */
export function clearArticle(
  ctx: Context,
  article_id: string,
  input: { version: number; line: string; over?: string | undefined },
): Promise<void> {
  return withArticleThoughPutAway(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'clear_for_legal');
    if (article.latest_version_number !== input.version) throw staleWholeClearance(article, input.version);
    if (article.needs_legal === 0)
      throw new RuleBroken('The article is not marked as one that Legal has to see.', 'line');
    const rows = await listLegal(ctx.db, article.id);
    const { clearance } = legalOfArticle(rows, article);
    if (clearance !== null && (await isSaid(ctx, clearance, input))) return;
    const ground = await getVersionText(ctx.db, article);
    await clear(ctx, article, ground, { claim_id: null, sentence_sha256: null, line: input.line });
    const after = { version: ground.version.number, ...said(input.line) };
    await recordOnArticle(ctx, article, { verb: 'legal.cleared', after });
  });
}

/** Notes something for Legal or of Legal, about a claim or the article. Forbidden for guests and the operator. */
export function noteForLegal(
  ctx: Context,
  article_id: string,
  input: { number?: number | string | undefined; note: string },
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const { number, note } = input;
    const claim = number === undefined ? null : await getClaim(ctx.db, article, { number, lock: true });
    assertMay(article.role, 'note_for_legal');
    const { version } = await getVersionText(ctx.db, article);
    const noted_by = needed(ctx.actor.id, 'person who acts');
    const claim_id = claim?.id ?? null;
    const { notes } = await listLegal(ctx.db, article.id);
    const last = notes.at(-1);
    if (last?.note === note && last.noted_by === noted_by && last.claim_id === claim_id) return;
    await insertNote(ctx.db, { ...rowOf(article, version.id), claim_id, note, noted_by, noted_at: ctx.at });
    const after = { version: version.number, note };
    if (claim === null) await recordOnArticle(ctx, article, { verb: 'legal.noted', after });
    else await recordOnClaim(ctx, claim, { verb: 'legal.noted', after: { claim: claim.number, ...after } });
  });
}

/** Takes a clearance away and says so in the log. Inside a verb's transaction. */
export async function liftClearance(ctx: Context, clearance: LegalClearance, lift_reason: string): Promise<void> {
  await updateClearanceLifted(ctx.db, clearance.id, { lifted_at: ctx.at, lift_reason });
  const { claim_id, claim_number, article_id, desk_id, version } = clearance;
  const before = { version, ...(claim_number === null ? {} : { claim: claim_number }) };
  const subject = claim_id === null ? `article:${article_id}` : `claim:${claim_id}`;
  await record(ctx, {
    chain: desk_id,
    verb: 'legal.clearance_lifted',
    subject,
    article_id,
    before,
    after: { reason: lift_reason },
  });
}

async function standing(ctx: Context, article: ArticleFound, { id }: ClaimFound) {
  const ground = await getVersionText(ctx.db, article);
  const claims = await listClaims(ctx.db, { article_id: article.id, version_id: ground.version.id });
  const placed = needed(
    claims.find((one) => one.id === id),
    'claim of the article',
  );
  const legal = legalOfClaim(await listLegal(ctx.db, article.id), placed, ground);
  return { ground, placed, legal };
}

async function clear(
  ctx: Context,
  article: ArticleFound,
  { version }: VersionText,
  what: Pick<LegalClearance, 'claim_id' | 'sentence_sha256' | 'line'>,
): Promise<void> {
  const by = { cleared_by: needed(ctx.actor.id, 'person who acts'), cleared_at: ctx.at };
  await insertClearance(ctx.db, { ...rowOf(article, version.id), ...what, ...by, lifted_at: null, lift_reason: '' });
}

/**
 * Whether the clearance that stands says all that this one would. One with another note is lifted where the person chose
 * theirs over it; else StaleEdit.
 */
async function isSaid(
  ctx: Context,
  clearance: LegalClearance,
  { line, over }: { line: string; over?: string | undefined },
): Promise<boolean> {
  if (line === '' || line === clearance.line) return true;
  if (over !== clearance.id) throw staleNote(clearance, line);
  await liftClearance(ctx, clearance, 'it was cleared again with another note');
  return false;
}

function rowOf({ id, desk_id }: ArticleFound, version_id: string) {
  return { id: newId(), desk_id, article_id: id, version_id };
}

function said(line: string): { line?: string } {
  return line === '' ? {} : { line };
}
