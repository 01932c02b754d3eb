// The verbs of fixes: a change proposed to the copy, and what the editor decides about it.
import { onArticle } from '#src/articles/on-article.ts';
import { record } from '#src/audit/log.ts';
import { openForWork } from '#src/claims/commands.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { mayDecideFix } from './policy.ts';
import { type FixFound, getFix, insertFix, listFixes, updateFix } from './store.ts';

/** Proposes new words for the copy, with a reason. The same change asked for again stays one. RuleBroken where nothing would change. */
export function askFix(
  ctx: Context,
  article_id: string,
  input: { number: number | string; old_words: string; new_words: string; reason: string },
): Promise<void> {
  return onArticle(ctx, article_id, async (ctx, article) => {
    const claim = await openForWork(ctx, article, input);
    const { old_words, new_words, reason } = input;
    if (old_words === new_words) throw new RuleBroken('The new words are the old ones.', 'new_words');
    const { id: claim_id, article_id, desk_id } = claim;
    const fixes = await listFixes(ctx.db, article_id);
    const isAsked = (one: FixFound) =>
      one.claim_id === claim_id && one.old_words === old_words && one.new_words === new_words;
    if (fixes.some((one) => isAsked(one) && one.state === 'asked')) return;
    const asked = { asked_by: ctx.actor.id, asked_at: ctx.at, decided_by: null, decided_at: null };
    const fix = { id: newId(), desk_id, article_id, claim_id, old_words, new_words, reason, ...asked };
    await insertFix(ctx.db, { ...fix, state: 'asked', revision: 1 });
    const after = { claim: claim.number, old_words, new_words, reason };
    await record(ctx, { chain: desk_id, verb: 'fix.asked', subject: `fix:${fix.id}`, article_id, after });
  });
}

/** Agrees to a fix or refuses it; an editor's word. The same decision again does nothing. */
export function decideFix(
  ctx: Context,
  article_id: string,
  input: { fix_id: string; decision: 'agreed' | 'refused' },
): Promise<void> {
  return onArticle(ctx, article_id, async (ctx, article) => {
    const fix = await getFix(ctx.db, { id: input.fix_id, article_id: article.id });
    if (!mayDecideFix(article.role)) throw new Forbidden('Whether the copy changes is for an editor to say.');
    if (fix.state === input.decision) return;
    const decided = { state: input.decision, decided_by: ctx.actor.id, decided_at: ctx.at };
    await updateFix(ctx.db, fix.id, decided);
    await record(ctx, {
      chain: article.desk_id,
      verb: 'fix.decided',
      subject: `fix:${fix.id}`,
      article_id: article.id,
      before: { state: fix.state },
      after: { state: input.decision },
    });
  });
}
