// The verbs that change one accused: why no reply was offered, where the copy has it, taking it back.
import { type CopyInput, copyInWords, copySaidIn } from '#src/articles/article-passage.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import type { EventVerb } from '#src/audit/events.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import { claimIdOf } from '../contacts/commands.ts';
import { assertStandingAccused } from './accused.ts';
import { type AccusedInput, type AccusedPlace, bringBack, recordOn } from './commands.ts';
import { type AccusedFound, getAccused, updateAccused } from './store.ts';

/** Changes what the party is accused of, and by which claim. The same again does nothing; StaleEdit where somebody saved first. */
export function changeAccused(
  ctx: Context,
  at: AccusedPlace,
  input: Pick<AccusedInput, 'accusation' | 'claim_number'> & { revision: number },
): Promise<void> {
  return onAccused(ctx, at, async (ctx, { article, accused }) => {
    const claim_id = await claimIdOf(ctx, article, input.claim_number);
    const after = { accusation: cleanText(input.accusation), claim_id };
    const said = { accusation: after.accusation, claim_number: String(input.claim_number ?? '') };
    const before = { accusation: accused.accusation, claim_number: String(accused.claim_number ?? '') };
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
    const before = { not_offered_reason: accused.not_offered_reason };
    await save(ctx, accused, { verb: 'accused.offer_explained', after, revision: input.revision, said: after, before });
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
    const { text, sentences, version } = await getVersionText(ctx.db, article);
    const after = copySaidIn(input, { text, sentences, version_number: version.number });
    const [said, before] = [{ copy: copyInWords(after) }, { copy: copyInWords(accused) }];
    await save(ctx, accused, { verb: 'accused.copy_set', after, revision: input.revision, said, before, is_one: true });
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
  return withArticle(ctx, at.article_id, async (ctx, article) => {
    const accused = await getAccused(ctx.db, article.id, at.accused);
    assertMay(article.role, 'note_contacts');
    return work(ctx, { article, accused });
  });
}

interface Change {
  verb: EventVerb;
  after: Partial<AccusedFound>;
  revision: number;
  /** What was typed and what is stored, as the form says it, for whoever saved later. */
  said: Record<string, string>;
  before: Record<string, string>;
  /** Its fields are one answer: there is no choice of each. */
  is_one?: boolean;
}

async function save(ctx: Context, accused: AccusedFound, change: Change): Promise<void> {
  const changes = fieldsThatDiffer<Partial<AccusedFound>>(accused, change.after);
  if (Object.keys(changes.after).length === 0) return;
  if (accused.revision !== change.revision) throw staleAccused(accused, change);
  await updateAccused(ctx.db, accused.id, changes.after);
  await recordOn(ctx, accused, { verb: change.verb, subject: `accused:${accused.id}`, ...changes });
}

function staleAccused({ revision }: AccusedFound, { said, before, is_one }: Change): StaleEdit {
  return new StaleEdit(said, before, { revision, values: is_one ? {} : before, labels: LABELS });
}

const LABELS = {
  accusation: 'Accused of what',
  claim_number: 'In claim number',
  not_offered_reason: 'Why no reply was offered',
  copy: 'Where the copy carries the reply',
};
