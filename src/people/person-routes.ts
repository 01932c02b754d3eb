// Pages about people, for administrators: the list and one person.
import { type Request, type Response, Router } from 'express';
import { noStore, notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { administrationForm } from './forms.ts';
import { linkPage, peoplePage, personPage } from './person-pages.ts';
import { changeAdministration, disablePerson, enablePerson } from './persons.ts';
import { requireAdministrator, requirePerson } from './require-person.ts';
import { offerPasswordReset } from './resets.ts';
import { submit } from './submission.ts';

type OfPerson = Request<{ number: string }>;

/** `origin` gives the address that a link shown once begins with. */
export function personRoutes(origin: (req: Request) => string): Router {
  const router = Router();
  router.get(paths.people, requirePerson, requireAdministrator, async (_req, res) => {
    noStore(res);
    renderPage(res, 'people/people', await peoplePage(res.locals.ctx));
  });
  router.use(paths.person, requirePerson, requireAdministrator, neverKept);
  router.get(paths.person, async (req: OfPerson, res) => {
    renderPage(res, 'people/person', await personPage(res.locals.ctx, req.params.number));
  });
  router.post(paths.person_administration, receiveAdministration);
  router.post(paths.person_disablement, async (req: OfPerson, res) => {
    const { display_name } = await disablePerson(res.locals.ctx, req.params.number);
    backToPerson(req, res, `${display_name} is out: every session has ended, and none begins.`);
  });
  router.post(paths.person_enablement, async (req: OfPerson, res) => {
    const { display_name } = await enablePerson(res.locals.ctx, req.params.number);
    backToPerson(req, res, `${display_name} may sign in again.`);
  });
  router.post(paths.person_reset, async (req: OfPerson, res) => {
    const { token, display_name } = await offerPasswordReset(res.locals.ctx, req.params.number);
    const link = origin(req) + url('reset', { token });
    renderPage(res, 'people/link-made', linkPage({ kind: 'reset', link, display_name, number: req.params.number }));
  });
  return router;
}

async function receiveAdministration(req: OfPerson, res: Response): Promise<void> {
  const sent = await submit(administrationForm, req.body, async (value) => {
    const { display_name } = await changeAdministration(res.locals.ctx, req.params.number, value);
    return `${display_name} is ${value.is_administrator ? 'an administrator now' : 'no administrator any more'}.`;
  });
  backToPerson(req, res, sent.done ? sent.result : 'Nothing was changed.');
}

function neverKept(_req: Request, res: Response, next: () => void): void {
  noStore(res);
  next();
}

function backToPerson(req: OfPerson, res: Response, sentence: string): void {
  notice(req, sentence);
  res.redirect(303, url('person', { number: req.params.number }));
}
