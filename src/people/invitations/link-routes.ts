// HTTP routes for the links of invitations and of new passwords.
import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { NotFound } from '#src/errors.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { startSession } from '#src/http/session.ts';
import { paths, url } from '#src/paths.ts';
import { joiningForm, resetForm } from '../forms.ts';
import { PASSWORD_HINT } from '../password-rules.ts';
import { withIndefiniteArticle } from '../role.ts';
import { knowBrowser } from '../sign-in/known-browsers.ts';
import { noteRefusal } from '../sign-in/refusal-book-commands.ts';
import { acceptInvitation, openInvitation } from './accept-commands.ts';
import { openReset, resetPassword } from './reset-commands.ts';

type Link = Request<{ token: string }>;
type Opened = { params: { token: string }; res: Response };

export function linkRoutes(): Router {
  const router = Router();
  router.use([paths.invitation, paths.reset], (_req, res, next) => {
    noStore(res);
    next();
  });
  router.get(paths.invitation, ({ params }: Link, res) => showInvitation({ params, res }));
  handleForm(router, 'invitation', {
    schema: joiningForm,
    command: async ({ ctx, params, value, req, res }) => {
      const person = await acceptInvitation(ctx, params.token, value);
      await letIn(req, res, person.id);
      return person;
    },
    notice: ({ display_name }) => `Welcome, ${display_name}.`,
    redirect: () => url('home'),
    reshow: showInvitation,
  });
  router.get(paths.reset, ({ params }: Link, res) => showReset({ params, res }));
  handleForm(router, 'reset', {
    schema: resetForm,
    command: async ({ ctx, params, value, req, res }) => letIn(req, res, await resetPassword(ctx, params.token, value)),
    notice: 'The new password is saved, and all your other sessions have ended.',
    redirect: () => url('home'),
    reshow: showReset,
  });
  router.use([paths.invitation, paths.reset], linkOver);
  return router;
}

/** A link that is used up, withdrawn, too old or made up gets one and the same page. */
const linkOver: ErrorRequestHandler = (error, req, res, next) => {
  if (!(error instanceof NotFound)) return next(error);
  const { db, at, actor } = res.locals.ctx;
  noteRefusal(db, { at, kind: 'link.refused', person_id: actor.id, address: req.ip ?? null });
  renderPage(res, 'people/link-over', { title: 'This link no longer works' }, { status: 404, layout: 'plain' });
};

async function letIn(req: Request, res: Response, person_id: string): Promise<void> {
  await startSession(req, person_id);
  await knowBrowser(req, res, person_id);
}

async function showInvitation({ params: { token }, res }: Opened, refused?: RefusedForm): Promise<void> {
  const { email, display_name, desk_name, role, invited_by } = await openInvitation(res.locals.ctx, token);
  const as = role === null ? '' : ` as ${withIndefiniteArticle(role)}`;
  const page = {
    title: desk_name === null ? 'Welcome to Claimdesk' : `Welcome to the ${desk_name}`.replace(/the the /i, 'the '),
    width: 'slim',
    token,
    lead: `${invited_by ?? 'The newsroom'} invites you${as}. Choose a password, and you are in.`,
    email,
    display_name,
    password_hint: PASSWORD_HINT,
    ...refused,
  };
  renderPage(res, 'people/invitation', page, { status: refused?.status, layout: 'plain' });
}

async function showReset({ params: { token }, res }: Opened, refused?: RefusedForm): Promise<void> {
  const { email, display_name } = await openReset(res.locals.ctx, token);
  const frame = { title: 'A new password', width: 'slim', token, email, display_name };
  const page = { ...frame, password_hint: PASSWORD_HINT, ...refused };
  renderPage(res, 'people/reset', page, { status: refused?.status, layout: 'plain' });
}
