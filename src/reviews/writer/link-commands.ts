// The verbs of links for the writer, and of what is answered through one.
import { type ArticleFound, raiseChangedSeq } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import { type Context, transact } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { StaleEdit } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { hashToken, makeToken } from '#src/people/tokens.ts';
import { getFix } from '../fixes/store.ts';
import { storeWriterWord } from '../fixes/writer-word-commands.ts';
import { storeAnswer } from '../queries/commands.ts';
import { getQuery } from '../queries/store.ts';
import type { WriterLinkTable } from '../tables.ts';
import { getLink, getOpenLink, insertLink, listLinks, type OpenLink, updateLink } from './link-store.ts';
import { type StaleAnswer, staleAnswers } from './stale-answers.ts';

const DAY = 86_400_000;

/**
 * Makes a link to one article's queries and fixes. The token is in the answer and kept nowhere. Forbidden for guests and the
 * operator; Erased where the article's words are gone.
 */
export function makeWriterLink(
  ctx: Context,
  article_id: string,
  input: { name: string; days: number },
): Promise<{ token: string }> {
  const token = makeToken();
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'make_writer_links');
    await getVersionText(ctx.db, article);
    const expires_at = later(ctx.at, input.days * DAY);
    const link = { id: newId(), desk_id: article.desk_id, article_id: article.id, name: input.name, expires_at };
    const made = {
      created_by: ctx.actor.id,
      created_at: ctx.at,
      withdrawn_by: null,
      withdrawn_at: null,
      last_used_at: null,
    };
    await insertLink(ctx.db, { ...link, ...made, token_hash: hashToken(token) });
    const after = { name: input.name, expires_at };
    await recordOnArticle(ctx, article, { verb: 'link.made', subject: `link:${link.id}`, after });
    return { token };
  });
}

/** Takes a link back: it opens nothing from now on. Again: nothing happens. */
export function withdrawWriterLink(ctx: Context, article_id: string, link_id: string): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const link = await getLink(ctx.db, { id: link_id, article_id: article.id });
    assertMay(article.role, 'make_writer_links');
    await withdraw(ctx, article, link);
  });
}

/** Where an article is erased: nothing is brought to it any more. For that verb, before it records. */
export async function withdrawLinksOfArticle(ctx: Context, article: ArticleFound): Promise<void> {
  for (const link of await listLinks(ctx.db, article.id)) await withdraw(ctx, article, link);
}

async function withdraw(ctx: Context, article: ArticleFound, link: WriterLinkTable): Promise<void> {
  if (link.withdrawn_at !== null) return;
  await updateLink(ctx.db, link.id, { withdrawn_at: ctx.at, withdrawn_by: ctx.actor.id });
  const event = { verb: 'link.withdrawn', subject: `link:${link.id}` } as const;
  await recordOnArticle(ctx, article, { ...event, before: { name: link.name } });
}

const MINUTE = 60_000;

/** Notes, to the minute, that a link was opened. NotFound where it does not work. */
export async function openWriterLink(ctx: Context, token: string): Promise<OpenLink> {
  const open = await getOpenLink(ctx, hashToken(token));
  const { id, last_used_at } = open.link;
  const since = last_used_at === null ? null : Math.abs(Date.parse(ctx.at) - Date.parse(last_used_at));
  // Only then a transaction: whoever tries made-up links must not keep those who save waiting.
  if (since === null || since >= MINUTE) await transact(ctx, (ctx) => updateLink(ctx.db, id, { last_used_at: ctx.at }));
  return open;
}

export interface WriterAnswers {
  queries: { query_id: string; answer: string }[];
  fixes: { fix_id: string; word: 'agree' | 'refuse'; line: string; revision: number }[];
}

/**
 * Stores what the writer answers, all in one go; gives back the numbers of what was new. What somebody else answered
 * otherwise meanwhile is left, the rest is kept: then StaleEdit, with a choice for each that was left. NotFound where the
 * link does not work (any more).
 */
export async function answerByLink(
  ctx: Context,
  token: string,
  answers: WriterAnswers,
): Promise<{ queries: number[]; fixes: number[] }> {
  const kept = { queries: [] as number[], fixes: [] as number[] };
  const [stale, answered]: [StaleAnswer[], number[]] = [[], []];
  await transact(ctx, async (ctx) => {
    const { link, article } = await getOpenLink(ctx, hashToken(token), 'lock');
    const by = { name: link.name, how: 'link', link_id: link.id } as const;
    for (const { query_id, answer } of answers.queries) {
      const query = await getQuery(ctx.db, { id: query_id, article_id: article.id });
      answered.push(query.number);
      const store = () => storeAnswer(ctx, query, { answer, answered_by: 'writer', ...by });
      if (await isKept(store, (error) => stale.push({ of: 'query', number: query.number, error })))
        kept.queries.push(query.number);
    }
    for (const { fix_id, ...word } of answers.fixes) {
      const fix = await getFix(ctx.db, { id: fix_id, article_id: article.id });
      const store = () => storeWriterWord(ctx, fix, { ...word, ...by });
      if (await isKept(store, (error) => stale.push({ of: 'fix', number: fix.number, error })))
        kept.fixes.push(fix.number);
    }
    await updateLink(ctx.db, link.id, { last_used_at: ctx.at });
    await raiseChangedSeq(ctx.db, article.id);
  });
  if (stale.length > 0) throw staleAnswers(stale, { queries: answered });
  return kept;
}

/** Nothing of a stale one was stored, so the others of the same transaction can be. */
async function isKept(store: () => Promise<boolean>, onStale: (error: StaleEdit) => void): Promise<boolean> {
  try {
    await store();
    return true;
  } catch (error) {
    if (!(error instanceof StaleEdit)) throw error;
    onStale(error);
    return false;
  }
}
