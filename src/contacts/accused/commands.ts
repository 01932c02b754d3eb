// The verb that puts a name among those whom an article accuses.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import { keepParty, listParties } from '#src/claims/particulars-store.ts';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import { claimIdOf } from '../contacts/commands.ts';
import { nameKey, partyNamed } from '../contacts/party-named.ts';
import { linkContacts } from '../contacts/store.ts';
import { type AccusedFound, deleteDismissal, insertAccused, listAccused, updateAccused } from './store.ts';

export interface AccusedInput {
  name: string;
  role: string;
  accusation: string;
  /** The number of the claim that accuses, or null for no single one. */
  claim_number: number | null;
}

/**
 * Puts a person or body among the accused of the article; a party of that name is that party. Who stands there already is
 * not put there twice, and who was taken off is back. Contacts that name the party are its own from then on. Forbidden for
 * guests; RuleBroken without a name (field `name`), for a claim that is not (`claim_number`).
 */
export function markAccused(
  ctx: Context,
  article_id: string | number,
  input: AccusedInput,
): Promise<{ number: number; is_new: boolean }> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'note_contacts');
    const name = cleanLine(input.name);
    if (name === '') throw new RuleBroken('Say who is accused: a person, a body, an office.', 'name');
    const role = cleanLine(input.role);
    const claim_id = await claimIdOf(ctx, article, input.claim_number);
    const party_id = await partyOf(ctx, article, { name, role });
    const known = (await listAccused(ctx.db, article.id)).find((one) => one.party_id === party_id);
    if (known !== undefined) return bringBack(ctx, known);
    const number = await nextNumber(ctx.db, `accused:${article.id}`);
    const id = newId();
    const fields = { number, party_id, claim_id, accusation: cleanText(input.accusation) };
    await insertAccused(ctx.db, {
      ...newAccused(ctx),
      ...fields,
      id,
      article_id: article.id,
      desk_id: article.desk_id,
    });
    await deleteDismissal(ctx.db, { article_id: article.id, name_key: nameKey(name) });
    const parties = await listParties(ctx.db, article.id);
    const contacts = await linkContacts(ctx.db, article.id, { party_id, parties });
    const after = { name, role, ...fields, contacts };
    await recordOn(ctx, article, { verb: 'accused.marked', subject: `accused:${id}`, after });
    return { number, is_new: true };
  });
}

/** The party of that name, as partyNamed knows it, else a new one. */
async function partyOf(ctx: Context, article: ArticleFound, party: { name: string; role: string }): Promise<string> {
  const known = partyNamed([party.name], await listParties(ctx.db, article.id));
  return keepParty(ctx.db, article.id, { ...party, name: known?.name ?? party.name });
}

/** Puts somebody who was taken off among the accused again. */
export async function bringBack(ctx: Context, accused: AccusedFound): Promise<{ number: number; is_new: boolean }> {
  const { number } = accused;
  if (accused.withdrawn_at === null) return { number, is_new: false };
  await updateAccused(ctx.db, accused.id, { withdrawn_at: null, withdrawal_reason: '' });
  await recordOn(ctx, accused, { verb: 'accused.restored', subject: `accused:${accused.id}` });
  return { number, is_new: true };
}

function newAccused(ctx: Context) {
  return {
    not_offered_reason: '',
    copy_shows: null,
    copy_words: '',
    copy_sentence: null,
    copy_version_number: null,
    copy_reason: '',
    marked_by: ctx.actor.id,
    marked_at: ctx.at,
    withdrawn_at: null,
    withdrawal_reason: '',
    revision: 1,
  };
}

export interface AccusedPlace {
  article_id: string | number;
  /** Its number in the article. */
  accused: string | number;
}

/** Records an event on the accused. */
export function recordOn(
  ctx: Context,
  at: ArticleFound | AccusedFound,
  event: { verb: EventVerb; subject: string; before?: object; after?: object },
): Promise<void> {
  const article_id = 'article_id' in at ? at.article_id : at.id;
  return record(ctx, { chain: at.desk_id, article_id, ...event });
}
