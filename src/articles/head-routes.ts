// Hands the head of an article to all pages that are mounted behind.
import { Router } from 'express';
import type { HeadOf, SincePutAway } from './hooks.ts';

/** Mounted before all pages: from here on they can have their head. */
export function headOfPages(head_of: HeadOf, since_put_away: SincePutAway): Router {
  const routes = Router();
  routes.use((_req, res, next) => {
    res.locals.head_of = head_of;
    res.locals.since_put_away = since_put_away;
    next();
  });
  return routes;
}
