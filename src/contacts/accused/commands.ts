// The verbs of whom an article accuses: a name put there, why no reply was offered, where the copy has it.
import { type CopyInput, copyInWords, copySaidIn } from '#src/articles/article-passage.ts';
import { type ArticleFound, getGround } from '#src/articles/store.ts';
import { onArticle } from '#src/articles/with-article.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import { keepParty, listParties } from '#src/claims/particulars-store.ts';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import { claimIdOf } from '../contacts/commands.ts';
import { nameKey, partyNamed } from '../contacts/party-named.ts';
import { linkContacts } from '../contacts/store.ts';
import { assertStandingAccused } from './accused.ts';
import { type AccusedFound, deleteDismissal, getAccused, insertAccused, listAccused, updateAccused } from './store.ts';

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
  return onArticle(ctx, article_id, async (ctx, article) => {
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

async function bringBack(ctx: Context, accused: AccusedFound): Promise<{ number: number; is_new: boolean }> {
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

/** Changes what the party is accused of, and by which claim. The same again does nothing; StaleEdit where somebody saved first. */
export function changeAccused(
  ctx: Context,
  at: AccusedPlace,
  input: Pick<AccusedInput, 'accusation' | 'claim_number'> & { revision: number },
): Promise<void> {
  return onAccused(ctx, at, async (ctx, { article, accused }) => {
    const claim_id = await claimIdOf(ctx, article, input.claim_number);
    const after = { accusation: cleanText(input.accusation), claim_id };
    const said = { accusation: after.accusation, claim: String(input.claim_number ?? '') };
    const before = { accusation: accused.accusation, claim: String(accused.claim_number ?? '') };
    await save(ctx, accused, { verb: 'accused.changed', after, revision: input.revision, said, before });
  });
}

/** Says why no reply was offered, or takes that back with empty words. StaleEdit where somebody saved first. */
export function explainNoOffer(
  ctx: Context,
  at: AccusedPlace,
  input: { not_offered_reason: string; revision: number },
): Promise<void> {
  return onAccused(ctx, at, async (ctx, { accused }) => {
    const after = { not_offered_reason: cleanText(input.not_offered_reason) };
    const before = { reason: accused.not_offered_reason };
    const said = { reason: after.not_offered_reason };
    await save(ctx, accused, { verb: 'accused.offer_explained', after, revision: input.revision, said, before });
  });
}

/**
 * Says where the copy carries the reply, in words that stand in its latest version, or why it does not. RuleBroken as
 * copySaidIn; StaleEdit where somebody saved first.
 */
export function sayWhereReplyStands(
  ctx: Context,
  at: AccusedPlace,
  input: CopyInput & { revision: number },
): Promise<void> {
  return onAccused(ctx, at, async (ctx, { article, accused }) => {
    const { text, sentences, version } = await getGround(ctx.db, article);
    const after = copySaidIn(input, { text, sentences, version_number: version.number });
    const [said, before] = [{ copy: copyInWords(after) }, { copy: copyInWords(accused) }];
    await save(ctx, accused, { verb: 'accused.copy_set', after, revision: input.revision, said, before });
  });
}

/** Takes a name off the accused with a reason; it stays on record. Off already: nothing happens. */
export function withdrawAccused(ctx: Context, at: AccusedPlace, typed_reason: string): Promise<void> {
  return onAnyAccused(ctx, at, async (ctx, { accused }) => {
    const reason = cleanLine(typed_reason);
    if (reason === '') throw new RuleBroken('Say in a few words why.', 'withdrawal_reason');
    if (accused.withdrawn_at !== null) return;
    await updateAccused(ctx.db, accused.id, { withdrawn_at: ctx.at, withdrawal_reason: reason });
    const after = { name: accused.party_name, reason };
    await recordOn(ctx, accused, { verb: 'accused.withdrawn', subject: `accused:${accused.id}`, after });
  });
}

/** Brings a name back among the accused. There already: nothing happens. */
export function restoreAccused(ctx: Context, at: AccusedPlace): Promise<void> {
  return onAnyAccused(ctx, at, async (ctx, { accused }) => {
    await bringBack(ctx, accused);
  });
}

type OnAccused = { article: ArticleFound; accused: AccusedFound };

function onAccused(
  ctx: Context,
  at: AccusedPlace,
  work: (ctx: Context, on: OnAccused) => Promise<void>,
): Promise<void> {
  return onAnyAccused(ctx, at, (ctx, on) => {
    assertStandingAccused(on.accused);
    return work(ctx, on);
  });
}

function onAnyAccused(
  ctx: Context,
  at: AccusedPlace,
  work: (ctx: Context, on: OnAccused) => Promise<void>,
): Promise<void> {
  return onArticle(ctx, at.article_id, async (ctx, article) => {
    const accused = await getAccused(ctx.db, article.id, at.accused);
    assertMay(article.role, 'note_contacts');
    return work(ctx, { article, accused });
  });
}

interface Change {
  verb: EventVerb;
  after: Partial<AccusedFound>;
  revision: number;
  /** The same in words, for whoever saved later. */
  said: Record<string, string>;
  before: Record<string, string>;
}

async function save(ctx: Context, accused: AccusedFound, change: Change): Promise<void> {
  const changes = fieldsThatDiffer<Partial<AccusedFound>>(accused, change.after);
  if (Object.keys(changes.after).length === 0) return;
  if (accused.revision !== change.revision) throw new StaleEdit(change.said, change.before);
  await updateAccused(ctx.db, accused.id, changes.after);
  await recordOn(ctx, accused, { verb: change.verb, subject: `accused:${accused.id}`, ...changes });
}

function recordOn(
  ctx: Context,
  at: ArticleFound | AccusedFound,
  event: { verb: EventVerb; subject: string; before?: object; after?: object },
): Promise<void> {
  const article_id = 'article_id' in at ? at.article_id : at.id;
  return record(ctx, { chain: at.desk_id, article_id, ...event });
}
