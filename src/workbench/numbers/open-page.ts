// What of a desk is still open, and what was signed: by article, as the reader may see it.
import { RULE_LABELS, type Rule } from '#src/accounts/question.ts';
import { type ArticleFound, articlesOf } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { sayTime } from '#src/dates.ts';
import { itemAt } from '#src/item-at.ts';
import { url } from '#src/paths.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { seeArticles } from '#src/sources/held-back/see-article.ts';
import { listAftermath } from '../lists/aftermath-store.ts';
import type { Numbers } from './gather-numbers.ts';
import { listOpen, type OpenKind, type OpenThing } from './open-store.ts';
import { countInCopy, listSigned } from './signed-store.ts';
import type { Days } from './store.ts';

export interface OpenRow {
  kind: OpenKind;
  number: number;
  /** "Question 2", "Query 4 to the writer". */
  name: string;
  said: string;
  href: string;
  article: ArticleNamed;
}

interface ArticleNamed {
  number: number;
  title: string;
  language: string;
  is_put_away: boolean;
}

export interface SignedRow {
  article: ArticleNamed;
  signed: string;
  signed_at: string;
  reports: number;
  in_copy: number;
  corrections: number;
}

const KINDS = ['question', 'query', 'complaint'] as const;

/** The newest of each sort that the reader may know of. */
export async function openRows(
  ctx: Context,
  desk: DeskFound,
  { open, limit }: Pick<Numbers, 'open'> & { limit: number },
): Promise<OpenRow[]> {
  const things: (OpenThing & { kind: OpenKind })[] = [];
  for (const kind of KINDS.filter((one) => (open[one] ?? 0) > 0))
    for (const thing of await listOpen(ctx.db, kind, { desk_id: desk.id, limit })) things.push({ ...thing, kind });
  const articles = await articlesNamed(
    ctx,
    things.map(({ article_id }) => article_id),
  );
  return things.flatMap((thing) => {
    const article = articles.get(thing.article_id);
    return article === undefined ? [] : [openRow(thing, { article, desk, now: ctx.at })];
  });
}

function openRow(
  { kind, number, said }: OpenThing & { kind: OpenKind },
  { article, desk, now }: { article: ArticleNamed; desk: DeskFound; now: string },
): OpenRow {
  const id = article.number;
  const shared = { kind, number, article };
  if (kind === 'question')
    return {
      ...shared,
      name: `Question ${number}`,
      said: RULE_LABELS[said as Rule].label,
      href: url('question', { id, question: number }),
    };
  if (kind === 'query')
    return {
      ...shared,
      name: `Query ${number}`,
      said: `to the ${said}`,
      href: `${url('queries', { id })}#query-${number}`,
    };
  const due = `answer due ${sayTime(said, desk.time_zone, now)}`;
  return { ...shared, name: `Complaint ${number}`, said: due, href: url('complaint', { id, complaint: number }) };
}

/** The articles that were signed last in these days, with what their own lists count, whenever that was. */
export async function signedRows(
  ctx: Context,
  desk: DeskFound,
  { limit, ...days }: Days & { limit: number },
): Promise<SignedRow[]> {
  const signed = await listSigned(ctx.db, { ...days, limit });
  const ids = signed.map(({ article_id }) => article_id);
  if (ids.length === 0) return [];
  const articles = await articlesNamed(ctx, ids);
  const fixes = new Map((await countInCopy(ctx.db, ids)).map(({ article_id, count }) => [article_id, Number(count)]));
  const after = new Map((await listAftermath(ctx, ids)).map((row) => [row.article_id, Number(row.corrections)]));
  return signed.flatMap(({ article_id, signed_at, reports }) => {
    const article = articles.get(article_id);
    if (article === undefined) return [];
    return {
      article,
      signed: sayTime(signed_at, desk.time_zone, ctx.at),
      signed_at,
      reports: Number(reports),
      in_copy: fixes.get(article_id) ?? 0,
      corrections: after.get(article_id) ?? 0,
    };
  });
}

async function articlesNamed(ctx: Context, ids: readonly string[]): Promise<Map<string, ArticleNamed>> {
  if (ids.length === 0) return new Map();
  const found: ArticleFound[] = await articlesOf(ctx)
    .where('article.id', 'in', [...new Set(ids)])
    .execute();
  const seen = await seeArticles(ctx, found);
  return new Map(
    seen.map(({ number, title, language, put_away_at }, at) => [
      itemAt(found, at).id,
      { number, title, language, is_put_away: put_away_at !== null },
    ]),
  );
}
