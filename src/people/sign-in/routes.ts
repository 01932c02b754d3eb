// HTTP routes for signing in and out.
import { type Request, type Response, Router } from 'express';
import type { Context } from '#src/context.ts';
import { shownFields, type Typed } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { endSession, startSession } from '#src/http/session.ts';
import { paths, url } from '#src/paths.ts';
import { signInForm } from '../forms.ts';
import { countPersons, type Person } from '../person-store.ts';
import { localPath } from '../require-person.ts';
import { type SignInResult, signOut } from './commands.ts';
import { knowBrowser } from './known-browsers.ts';
import { authenticate } from './passport.ts';
import { renderSignIn, signedOut } from './render-sign-in.ts';
import { type Carried, isTypedBy, readTypedBefore, sentFields } from './typed-before.ts';

export function signInRoutes(): Router {
  const router = Router();
  router.get(paths.sign_in, showSignIn);
  handleForm(router, 'sign_in', {
    schema: signInForm,
    command: ({ req, res }) => authenticate(req, res),
    answer: (result, { req, res, typed }) =>
      result.person ? letIn(req, res, result.person) : refuse(req, res, { ...result, typed }),
    reshow: ({ req, res }, { errors, typed, status }) => renderSignIn(res, { ...carried(req), errors, typed, status }),
  });
  handleForm(router, 'sign_out', {
    page: () => url('home'),
    command: leave,
    redirect: () => url('sign_in'),
  });
  return router;
}

async function showSignIn(req: Request, res: Response): Promise<void> {
  const to = localPath(req.query.to);
  if (req.user) return res.redirect(303, to);
  if ((await countPersons(res.locals.ctx.db)) === 0) return res.redirect(303, url('setup'));
  renderSignIn(res, { to, status: 200, signed_out: (await signedOut(req, res))?.sentence });
}

/** What the sign-in page was sent with: where to go, and what was typed before. */
function carried(req: Request): { to: string; before: Carried | undefined } {
  return { to: localPath(req.body.to), before: readTypedBefore(req.body.kept) };
}

type NotLetIn = Extract<SignInResult, { person: null }> & { typed: Typed };

function refuse(req: Request, res: Response, { sentence, wait_seconds, is_busy, typed }: NotLetIn): void {
  const page = { ...carried(req), typed };
  if (wait_seconds > 0) res.set('Retry-After', String(wait_seconds));
  const status = wait_seconds === 0 ? 422 : is_busy ? 503 : 429;
  renderSignIn(res, { ...page, status, ...(wait_seconds === 0 ? { refusal: sentence } : { wait: sentence }) });
}

/** What was typed before is offered to whoever typed it, and to nobody else who signs in on that page. */
async function letIn(req: Request, res: Response, person: Person): Promise<void> {
  const { to, before } = carried(req);
  await startSession(req, person.id);
  await knowBrowser(req, res, person.id);
  if (before === undefined || !isTypedBy(req, person.id, before)) return res.redirect(303, to);
  noStore(res);
  const { fields, had_files } = before;
  const action = localPath(before.action);
  const page = { title: 'Send the form again?', width: 'slim', action, to, had_files };
  const model = { ...page, shown: shownFields(fields), fields: sentFields(fields) };
  renderPage(res, 'people/send-again', model, { layout: 'plain' });
}

async function leave({ ctx, req, res }: { ctx: Context; req: Request; res: Response }): Promise<void> {
  await signOut(ctx, req.ip ?? null);
  await endSession(req, res);
}
