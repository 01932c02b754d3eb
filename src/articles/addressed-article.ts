// The article that an address names.
import type { Request, Response } from 'express';
import { addressPart } from '#src/http/address-part.ts';
import { type ArticleFound, getArticle } from './store.ts';

/** Found through the person who asks, by number or id. NotFound for strangers, as for a typo. */
export function addressedArticle(req: Request, res: Response): Promise<ArticleFound> {
  return getArticle(res.locals.ctx, addressPart(req, 'id'));
}
