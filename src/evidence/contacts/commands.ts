// The verbs of contacts: noting whom the desk asked what, and what came back. Each in one transaction, or nothing happens.
import { onArticle } from '#src/articles/on-article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { getClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import { fieldsThatDiffer } from '../library/source.ts';
import { assertMayNoteContacts } from '../policy.ts';
import type { ContactTable } from '../tables.ts';
import { findSameContact, getContact, insertContact, updateContact } from './store.ts';

export type ContactFields = Pick<ContactTable, 'name' | 'how' | 'at_words' | 'put' | 'until_words' | 'answer'>;

export interface ContactInput extends ContactFields {
  /** The number of the claim it is about, or null for the article as a whole. */
  claim_number: number | null;
}

/** Notes that somebody was asked. What is noted already is not doubled. Forbidden for guests; RuleBroken without a name. */
export function addContact(ctx: Context, article_id: string | number, input: ContactInput): Promise<{ id: string }> {
  return onArticle(ctx, article_id, async (ctx, article) => {
    assertMayNoteContacts(article.role);
    const claim_id = await claimIdOf(ctx, article, input.claim_number);
    return noteContact(ctx, article, { ...cleanContact(input), claim_id, source_id: null });
  });
}

/** Stores a contact of a locked article, unless the very same is there. For the verbs of evidence, inside their transaction. */
export async function noteContact(
  ctx: Context,
  article: Pick<ArticleFound, 'id' | 'desk_id'>,
  fields: ContactFields & Pick<ContactTable, 'claim_id' | 'source_id'>,
): Promise<{ id: string }> {
  const { id: article_id, desk_id } = article;
  const known = await findSameContact(ctx.db, { ...fields, article_id });
  if (known !== undefined) return known;
  const id = newId();
  const made = { created_by: ctx.actor.id, created_at: ctx.at, revision: 1 };
  await insertContact(ctx.db, { id, article_id, desk_id, ...fields, ...made });
  await record(ctx, { chain: desk_id, verb: 'contact.added', subject: `contact:${id}`, article_id, after: fields });
  return { id };
}

/** Changes a contact: most often its answer, when it comes. StaleEdit where somebody saved first; Forbidden for guests. */
export function changeContact(
  ctx: Context,
  article_id: string | number,
  input: ContactInput & { contact_id: string; revision: number },
): Promise<void> {
  return onArticle(ctx, article_id, async (ctx, article) => {
    const contact = await getContact(ctx.db, article.id, { id: input.contact_id, reader: article.role });
    assertMayNoteContacts(article.role);
    const claim_id = await claimIdOf(ctx, article, input.claim_number);
    const before = { ...contactFields(contact), claim_id: contact.claim_id };
    const changes = fieldsThatDiffer(before, { ...cleanContact(input), claim_id });
    if (Object.keys(changes.after).length === 0) return;
    if (contact.revision !== input.revision) throw staleContact(contactFields(contact), cleanContact(input));
    await updateContact(ctx.db, contact.id, changes.after);
    const subject = `contact:${contact.id}`;
    await record(ctx, {
      chain: article.desk_id,
      verb: 'contact.changed',
      subject,
      article_id: article.id,
      ...changes,
    });
  });
}

function staleContact(theirs: ContactFields, yours: ContactFields): StaleEdit {
  const { before, after } = fieldsThatDiffer(theirs, yours);
  return new StaleEdit(after as Record<string, string>, before as Record<string, string>);
}

function contactFields(contact: ContactTable): ContactFields {
  const { name, how, at_words, put, until_words, answer } = contact;
  return { name, how, at_words, put, until_words, answer };
}

function cleanContact(input: ContactFields): ContactFields {
  const name = cleanLine(input.name);
  if (name === '') throw new RuleBroken('Say whom the desk asked: a name, an office, a role.', 'name');
  return {
    name,
    how: input.how,
    at_words: cleanLine(input.at_words),
    put: cleanText(input.put),
    until_words: cleanLine(input.until_words),
    answer: cleanText(input.answer),
  };
}

async function claimIdOf(ctx: Context, article: ArticleFound, number: number | null): Promise<string | null> {
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
