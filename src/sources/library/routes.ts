// HTTP routes for the library of sources: the list with its search.
import { type Request, type Response, Router } from 'express';
import { allOf } from '#src/all-of.ts';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import { renderPage } from '#src/http/render.ts';
import { paths } from '#src/paths.ts';
import { type DeskFound, listDesksOf } from '#src/people/desk-store.ts';
import { listMembers, type Member } from '#src/people/member-store.ts';
import { papersSaid } from '../retractions/papers.ts';
import { librarySearchIn } from './search.ts';
import { listSourcesSeen } from './seen-library.ts';
import { sliceOf, sourcesPage } from './view.ts';

/** For people who are signed in. */
export function libraryRoutes(): Router {
  return Router().get(paths.sources, showSources);
}

async function showSources(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const desks = await listDesksOf(ctx);
  const search = librarySearchIn(req.query);
  const desk = desks.find((one) => one.slug === search.desk);
  if (search.desk !== '' && desk === undefined) throw new NotFound();
  const { found, members } = await allOf({
    found: listSourcesSeen(ctx, { ...search, desks, desk_id: desk?.id, ...sliceOf(search) }),
    members: membersOf(ctx, desk === undefined ? desks : [desk]),
  });
  renderPage(
    res,
    'sources/sources',
    sourcesPage(found, { search, desks, members, now: ctx.at, said: await papersSaid(ctx.db, found) }),
  );
}

async function membersOf({ db }: Context, desks: readonly DeskFound[]): Promise<Member[]> {
  return (await Promise.all(desks.map(({ id }) => listMembers(db, id)))).flat();
}
