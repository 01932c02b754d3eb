// The verbs that change a contact: what came back, withdrawing it, bringing it back, erasing it.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import { eraseDetails } from '#src/audit/erasure.ts';
import { record } from '#src/audit/log.ts';
import { listParties } from '#src/claims/particulars-store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken, type StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { ContactOutcome } from '../tables.ts';
import { claimIdOf, readContact } from './commands.ts';
import { assertStandingContact } from './contact.ts';
import type { ContactFields, ContactInput } from './contact-fields.ts';
import { staleContactOf } from './stale-contact.ts';
import { type ContactRow, getContact, getContactById, updateContact } from './store.ts';

/** Changes a contact: most often its answer, when it comes. StaleEdit where somebody saved first; Forbidden for guests. */
export function changeContact(
  ctx: Context,
  article_id: string | number,
  input: ContactInput & { contact_id: string; revision: number },
): Promise<void> {
  return onContact(ctx, { article_id, contact_id: input.contact_id }, async (ctx, { article, contact }) => {
    assertStandingContact(contact);
    const claim_id = await claimIdOf(ctx, article, input.claim_number);
    const { claim_number: _, contact_id: __, revision, ...typed } = input;
    const before = { ...contactFields(contact), claim_id: contact.claim_id };
    const changes = fieldsThatDiffer(before, { ...(await readContact(ctx, article, typed, contact)), claim_id });
    if (Object.keys(changes.after).length === 0) return;
    if (contact.revision !== revision) throw await staleContact(ctx, contact, input);
    await updateContact(ctx.db, contact.id, changes.after);
    await recordOn(ctx, contact, { verb: 'contact.changed', ...changes });
  });
}

/**
 * Stores what somebody answered anew by a link of theirs, and of which source they are where that is said only now. The
 * caller holds the article's lock. The same again is nothing.
 */
export async function storeAnswerOfContact(
  ctx: Context,
  id: string,
  said: Pick<ContactFields, 'answer' | 'answer_at_words'> & { source_id: string | null },
): Promise<void> {
  const contact = await getContactById(ctx.db, id);
  const { answer, answer_at_words, source_id, outcome } = contact;
  const stood = { answer, answer_at_words, source_id, outcome };
  const changes = fieldsThatDiffer(stood, { ...said, outcome: 'answered' as ContactOutcome | null });
  if (Object.keys(changes.after).length === 0) return;
  await updateContact(ctx.db, id, { ...changes.after, answer_at: ctx.at });
  await recordOn(ctx, contact, { verb: 'contact.changed', ...changes });
}

/**
 * Empties what the desk has of a person in a contact, who asked for it, from the log's details too. The caller holds the
 * article's lock, has asked who may, and records why.
 */
export async function eraseContact(ctx: Context, id: string): Promise<void> {
  const contact = await getContactById(ctx.db, id);
  const withdrawal = { withdrawn_at: contact.withdrawn_at ?? ctx.at, withdrawal_reason: ERASED };
  await updateContact(ctx.db, id, { name: ERASED, body: '', answer: '', party_id: null, ...withdrawal });
  await eraseDetails(ctx, { chain: contact.desk_id, subject: `contact:${id}` });
}

const ERASED = 'erased';

interface ContactPlace {
  article_id: string | number;
  contact_id: string;
}

/** Withdraws a contact with a reason; it stays on record. Withdrawn already: nothing happens. RuleBroken without a reason. */
export function withdrawContact(ctx: Context, at: ContactPlace, typed_reason: string): Promise<void> {
  return onContact(ctx, at, async (ctx, { contact }) => {
    const reason = cleanLine(typed_reason);
    if (reason === '') throw new RuleBroken('Say in a few words why.', 'withdrawal_reason');
    if (contact.withdrawn_at !== null) return;
    await updateContact(ctx.db, contact.id, { withdrawn_at: ctx.at, withdrawal_reason: reason });
    await recordOn(ctx, contact, { verb: 'contact.withdrawn', after: { name: contact.name, reason } });
  });
}

/** Brings a withdrawn contact back. Standing already: nothing happens. */
export function restoreContact(ctx: Context, at: ContactPlace): Promise<void> {
  return onContact(ctx, at, async (ctx, { contact }) => {
    if (contact.withdrawn_at === null) return;
    await updateContact(ctx.db, contact.id, { withdrawn_at: null, withdrawal_reason: '' });
    await recordOn(ctx, contact, { verb: 'contact.restored', after: { name: contact.name } });
  });
}

/** The article locked, the contact found, and the person asked whether they may. */
function onContact<Result>(
  ctx: Context,
  at: ContactPlace,
  work: (ctx: Context, on: { article: ArticleFound; contact: ContactRow }) => Promise<Result>,
): Promise<Result> {
  return withArticle(ctx, at.article_id, async (ctx, article) => {
    const contact = await getContact(ctx.db, article.id, { id: at.contact_id, reader: article.role });
    assertMay(article.role, 'note_contacts');
    return work(ctx, { article, contact });
  });
}

function recordOn(
  ctx: Context,
  { id, desk_id, article_id }: Pick<ContactRow, 'id' | 'desk_id' | 'article_id'>,
  event: {
    verb: 'contact.changed' | 'contact.withdrawn' | 'contact.restored';
    before?: object;
    after: object;
  },
): Promise<void> {
  return record(ctx, { chain: desk_id, subject: `contact:${id}`, article_id, ...event });
}

async function staleContact(ctx: Context, contact: ContactRow, input: ContactInput): Promise<StaleEdit> {
  const parties = await listParties(ctx.db, contact.article_id);
  return staleContactOf({ contact, input, parties });
}

function contactFields(contact: ContactRow): ContactFields {
  const { party_id, name, body, how, at_words, at, put, until_words, until } = contact;
  const { outcome, answer, answer_at_words, answer_at } = contact;
  const asked = { party_id, name, body, how, at_words, at, put, until_words, until };
  return { ...asked, outcome, answer, answer_at_words, answer_at };
}
