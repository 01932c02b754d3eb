// The verb that notes whom the desk asked what, and what adding a contact and changing one share.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import { record } from '#src/audit/log.ts';
import { listParties } from '#src/claims/particulars-store.ts';
import { getClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { noteCalled } from '../to-call/commands.ts';
import { getToCall } from '../to-call/store.ts';
import {
  type ContactFields,
  type ContactInput,
  type ContactTyped,
  fieldsOfContact,
  type KnownContact,
} from './contact-fields.ts';
import { findSameContact, insertContact } from './store.ts';

type ContactArticle = Pick<ArticleFound, 'id' | 'desk_id' | 'time_zone'>;

/**
 * Notes that somebody was asked. What is noted already is not doubled, and `is_new` is false. Forbidden for guests;
 * Whoever was to be called (`to_call`) is called then. RuleBroken without a name (field `name`), without the words of an answer (`answer`), for a claim that is not (`claim_number`).
 */
export function addContact(
  ctx: Context,
  article_id: string | number,
  input: ContactInput & { to_call?: string },
): Promise<{ id: string; is_new: boolean }> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'note_contacts');
    const { to_call, ...typed } = input;
    const row = to_call ? await getToCall(ctx.db, { id: to_call, article_id: article.id }) : null;
    const claim_id = await claimIdOf(ctx, article, typed.claim_number);
    const noted = await noteContact(ctx, article, { ...typed, claim_id, source_id: row?.source_id ?? null });
    if (row !== null) await noteCalled(ctx, article, row, noted.id);
    return noted;
  });
}

/** Stores a contact of a locked article, unless the very same is there. For the verbs of evidence, inside their transaction. */
export async function noteContact(
  ctx: Context,
  article: ContactArticle,
  { claim_id, source_id, ...typed }: ContactTyped & { claim_id: string | null; source_id: string | null },
): Promise<{ id: string; is_new: boolean }> {
  const { id: article_id, desk_id } = article;
  const fields = await readContact(ctx, article, typed);
  const known = await findSameContact(ctx.db, { ...fields, article_id });
  if (known !== undefined) return { id: known.id, is_new: false };
  const id = newId();
  const after = { claim_id, source_id, ...fields };
  const made = { created_by: ctx.actor.id, created_at: ctx.at, withdrawn_at: null, withdrawal_reason: '', revision: 1 };
  await insertContact(ctx.db, { id, article_id, desk_id, ...after, ...made });
  await record(ctx, { chain: desk_id, verb: 'contact.added', subject: `contact:${id}`, article_id, after });
  return { id, is_new: true };
}

/** What was typed of a contact as it is stored, with the parties of the article. RuleBroken as fieldsOfContact. */
export async function readContact(
  ctx: Context,
  article: ContactArticle,
  typed: ContactTyped,
  known?: KnownContact,
): Promise<ContactFields> {
  const parties = await listParties(ctx.db, article.id);
  return fieldsOfContact(typed, { now: ctx.at, time_zone: article.time_zone, parties, known });
}

/** The id of the claim of this number, null for none. RuleBroken (field `claim_number`) where the article has no such claim. */
export async function claimIdOf(
  ctx: Context,
  article: Pick<ArticleFound, 'id'>,
  number: number | null,
): Promise<string | null> {
  if (number === null) return null;
  try {
    return (await getClaim(ctx.db, article, { number })).id;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new RuleBroken(
      `This article has no claim ${number}. Leave it empty for the article as a whole.`,
      'claim_number',
    );
  }
}
