// Gathers what is noted already and is to be an account: a use of a source, or the answer of somebody asked.
import type { ArticleFound } from '#src/articles/store.ts';
import { type ContactRow, listContacts } from '#src/contacts/contacts/store.ts';
import type { Context } from '#src/context.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { may } from '#src/people/permissions.ts';
import type { Told } from './told-account.ts';

/** Which of the two a page was asked with, by its id. */
export interface ToldAsked {
  evidence?: unknown;
  contact?: unknown;
}

/** Null where nothing was asked for, it is not there, or it has no words. */
export async function gatherTold(
  ctx: Context,
  article: ArticleFound,
  { evidence, contact }: ToldAsked,
): Promise<{ told: Told; claim_number: number | null } | null> {
  if (!may(article.role, 'keep_accounts') || (evidence === undefined && contact === undefined)) return null;
  const contacts = (await listContacts(ctx.db, article.id, article.role)).filter((one) => one.withdrawn_at === null);
  if (contact !== undefined) {
    const asked = contacts.find((one) => one.id === contact);
    return asked && asked.answer !== ''
      ? { told: toldBy(asked, asked.answer), claim_number: asked.claim_number }
      : null;
  }
  const use = (await listEvidence(ctx.db, article.id, article.role)).find((one) => one.id === evidence);
  if (use === undefined || use.passage === '') return null;
  const { claim_number, source_id, source_number, passage } = use;
  const caller = contacts.find((one) => one.source_id === source_id);
  if (caller) return { told: toldBy(caller, passage, source_number), claim_number };
  const party_name = use.source_author || use.source_publisher || use.source_title;
  return { told: { party_name, party_role: '', words: passage, at: '', from: sourceOf(source_number) }, claim_number };
}

function toldBy(contact: ContactRow, words: string, number = contact.source_number): Told {
  const { name, body, answer_at, at } = contact;
  return { party_name: name, party_role: body, words, at: answer_at ?? at ?? '', from: sourceOf(number) };
}

function sourceOf(number: number | null): string {
  return number === null ? '' : `source ${number}`;
}
