// HTTP routes for people: the list and one person.
import { type Request, type Response, Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { administrationForm } from '../forms.ts';
import { linkPage } from '../invitations/link-view.ts';
import { offerPasswordReset } from '../invitations/reset-commands.ts';
import { requireAdministrator, requirePerson } from '../require-person.ts';
import { changeAdministration, disablePerson, enablePerson } from './commands.ts';
import { peoplePage, personPage } from './page.ts';

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
  handleButtons(router);
  handleForm(router, 'person_reset', {
    page,
    command: ({ ctx, params }) => offerPasswordReset(ctx, params.number),
    answer: ({ token, display_name }, { req, res, params: { number } }) => {
      const link = origin(req) + url('reset', { token });
      renderPage(res, 'people/link-made', linkPage({ kind: 'reset', link, display_name, number }));
    },
  });
  return router;
}

function handleButtons(router: Router): void {
  handleForm(router, 'person_administration', {
    page,
    schema: administrationForm,
    command: ({ ctx, params, value }) => changeAdministration(ctx, params.number, value),
    notice: ({ display_name }, { value }) =>
      `${display_name} is ${value.is_administrator ? 'now an administrator' : 'no longer an administrator'}.`,
  });
  handleForm(router, 'person_disablement', {
    page,
    command: ({ ctx, params }) => disablePerson(ctx, params.number),
    notice: ({ display_name }) => `${display_name} is disabled: every session has ended.`,
  });
  handleForm(router, 'person_enablement', {
    page,
    command: ({ ctx, params }) => enablePerson(ctx, params.number),
    notice: ({ display_name }) => `${display_name} can sign in again.`,
  });
}

function page({ number }: { number: string }): string {
  return url('person', { number });
}

function neverKept(_req: Request, res: Response, next: () => void): void {
  noStore(res);
  next();
}
