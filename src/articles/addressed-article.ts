// The article that an address names.
import type { Request, Response } from 'express';
import { addressPart } from '#src/http/address-part.ts';
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
