// The verbs of contacts: noting whom the desk asked what, what came back, and taking it back.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import { eraseDetails } from '#src/audit/erasure.ts';
import { record } from '#src/audit/log.ts';
import { listParties } from '#src/claims/particulars-store.ts';
import { getClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, RuleBroken, type StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { ContactOutcome } from '../tables.ts';
import { noteCalled } from '../to-call/commands.ts';
import { getToCall } from '../to-call/store.ts';
import { assertStandingContact } from './contact.ts';
import {
  type ContactFields,
  type ContactInput,
  type ContactTyped,
  fieldsOfContact,
  type KnownContact,
} from './contact-fields.ts';
import { staleContactOf } from './stale-contact.ts';
import { type ContactRow, findSameContact, getContact, getContactById, insertContact, updateContact } from './store.ts';

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

async function readContact(
  ctx: Context,
  article: ContactArticle,
  typed: ContactTyped,
  known?: KnownContact,
): Promise<ContactFields> {
  const parties = await listParties(ctx.db, article.id);
  return fieldsOfContact(typed, { now: ctx.at, time_zone: article.time_zone, parties, known });
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
