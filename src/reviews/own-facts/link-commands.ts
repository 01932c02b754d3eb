// The verbs of links for own facts: making one, withdrawing it, noting that it was opened.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import { type Context, transact } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { Erased, NotFound, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { itemAt } from '#src/item-at.ts';
import { assertMay } from '#src/people/permissions.ts';
import { hashToken, makeToken } from '#src/people/tokens.ts';
import { namesThoughPrinted } from '#src/sources/held-back/discretion.ts';
import { getFactsLink, getOpenFacts, insertFactsLink, type OpenFacts, updateFactsLink } from './store.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

export interface FactsLinkInput {
  name: string;
  note: string;
  days: number;
  /** The numbers of the sentences, and the version that the page showed. */
  sentences: readonly number[];
  version: number;
}

/**
 * Makes a link by which somebody outside sees these sentences and nothing else. The token is in the answer and kept
 * nowhere. Forbidden for guests, Legal and the operator; RuleBroken where the text has changed meanwhile (field
 * `sentences`), and where a sentence or the note names a confidential source.
 */
export function makeFactsLink(
  ctx: Context,
  article_id: string,
  input: FactsLinkInput,
): Promise<{ token: string; words: string[] }> {
  const token = makeToken();
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'make_facts_links');
    const ground = await getVersionText(ctx.db, article);
    const chosen = await chosenIn(ctx, { article, ground }, input);
    const id = newId();
    const expires_at = later(ctx.at, input.days * DAY);
    const belongs = { id, desk_id: article.desk_id, article_id: article.id, version_number: ground.version.number };
    const link = { ...belongs, name: input.name, note: input.note, expires_at, token_hash: hashToken(token) };
    const rows = chosen.map((one, at) => ({ link_id: id, position: at + 1, article_id: article.id, ...one }));
    await insertFactsLink(ctx.db, { ...link, ...NEW, created_by: ctx.actor.id, created_at: ctx.at }, rows);
    const sentences = chosen.map(({ number }) => number);
    const after = { name: input.name, expires_at, version: ground.version.number, sentences };
    await recordOnArticle(ctx, article, { verb: 'facts.link_made', subject: `facts_link:${id}`, after });
    return { token, words: chosen.map(({ words }) => words) };
  });
}

const NEW = {
  ...{ withdrawn_by: null, withdrawn_at: null, first_opened_at: null, last_opened_at: null },
  ...{ how_known: '', may_name: '' as const, answered_at: null, times_answered: 0, contact_id: null, source_id: null },
  ...{ erased_by: null, erased_at: null, erasure_reason: '' },
};

async function chosenIn(
  ctx: Context,
  { article, ground }: { article: ArticleFound; ground: VersionText },
  { sentences, version, note }: FactsLinkInput,
): Promise<{ number: number; words: string }[]> {
  const { text } = ground;
  if (version !== ground.version.number) throw new RuleBroken(NEW_TEXT, 'sentences');
  const numbers = [...new Set(sentences)].sort((a, b) => a - b);
  if ((numbers.at(-1) ?? 0) > ground.sentences.length) throw new RuleBroken(NEW_TEXT, 'sentences');
  const chosen = numbers.map((number) => {
    const { start, end } = itemAt(ground.sentences, number - 1);
    return { number, words: text.slice(start, end) };
  });
  const namesIn = await namesThoughPrinted(ctx.db, article);
  for (const { number, words } of chosen) {
    const [named] = namesIn(words);
    if (named !== undefined) throw new RuleBroken(sayNamed(`Sentence ${number}`, named), 'sentences');
  }
  const [named] = namesIn(note);
  if (named !== undefined) throw new RuleBroken(sayNamed('The note', named), 'note');
  return chosen;
}

const NEW_TEXT = 'A new version came in while you chose, and its sentences have other numbers. Tick them again.';

function sayNamed(what: string, named: string): string {
  return `${what} names a confidential source (“${named}”), and nobody outside may read that. Leave it out.`;
}

/** Takes a link back: it opens nothing from now on, and what was answered stays. Again: nothing happens. */
export function withdrawFactsLink(ctx: Context, article_id: string, link_id: string): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const link = await getFactsLink(ctx.db, { id: link_id, article_id: article.id });
    assertMay(article.role, 'make_facts_links');
    if (link.withdrawn_at !== null) return;
    await updateFactsLink(ctx.db, link.id, { withdrawn_at: ctx.at, withdrawn_by: ctx.actor.id });
    const event = { verb: 'facts.link_withdrawn', subject: `facts_link:${link.id}` } as const;
    await recordOnArticle(ctx, article, { ...event, before: { name: link.name } });
  });
}

/** What a link opens, with the latest text, and notes to the minute that it was opened. NotFound where it does not work. */
export async function openFactsLink(ctx: Context, token: string): Promise<OpenFacts & { ground: VersionText }> {
  const open = await getOpenFacts(ctx, hashToken(token));
  const ground = await groundOf(ctx, open);
  const { id, first_opened_at, last_opened_at } = open.link;
  const since = last_opened_at === null ? MINUTE : Math.abs(Date.parse(ctx.at) - Date.parse(last_opened_at));
  // Only then a transaction: whoever tries made-up links must not keep those who save waiting.
  if (since >= MINUTE) {
    const opened = { first_opened_at: first_opened_at ?? ctx.at, last_opened_at: ctx.at };
    await transact(ctx, (ctx) => updateFactsLink(ctx.db, id, opened));
  }
  return { ...open, ground };
}

/** The latest text. NotFound, as for any link that is over, where its words were erased. */
async function groundOf(ctx: Context, { article }: OpenFacts): Promise<VersionText> {
  try {
    return await getVersionText(ctx.db, article);
  } catch (error) {
    throw error instanceof Erased ? new NotFound() : error;
  }
}
