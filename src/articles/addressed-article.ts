// The article that an address names.
import type { Request, Response } from 'express';
import type { Context } from '#src/context.ts';
import { addressPart } from '#src/http/address-part.ts';
import { assertMay, type Permission } from '#src/people/permissions.ts';
import { putAwayNote } from './put-away-view.ts';
import { type ArticleFound, getArticle } from './store.ts';

/** Found through the person who asks, by number or id. NotFound for strangers, as for a typo. */
export async function addressedArticle(req: Request, res: Response): Promise<ArticleFound> {
  const article = await getArticle(res.locals.ctx, addressPart(req, 'id'));
  const note = putAwayNote(article, res.locals.ctx.at);
  const since =
    article.put_away_at === null ? [] : await res.locals.since_put_away?.(res.locals.ctx, article, article.put_away_at);
  if (note) res.locals.note = since?.length ? { ...note, words: `${note.words} Since then: ${since.join(' ')}` } : note;
  return article;
}

/** What a form is about, found before it is read: NotFound for strangers, Forbidden for whoever may not send it. */
export function articleFor(permission: Permission) {
  return async ({ ctx, params }: { ctx: Context; params: { id: string } }): Promise<ArticleFound> => {
    const article = await getArticle(ctx, params.id);
    assertMay(article.role, permission);
    return article;
  };
}
