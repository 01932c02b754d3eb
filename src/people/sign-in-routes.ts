// Pages of the door: signing in and out.
import { type Request, type Response, Router } from 'express';
import { transact } from '#src/context.ts';
import { type FormError, readForm, typedAgain } from '#src/http/form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { endSession, startSession } from '#src/http/session.ts';
import { paths, url } from '#src/paths.ts';
import { signInForm } from './forms.ts';
import { authenticate } from './passport.ts';
import { countPersons } from './person-store.ts';
import { localPath } from './require-person.ts';
import { noteSecurityEvent } from './security-events.ts';

export function signInRoutes(): Router {
  const router = Router();
  router.get(paths.sign_in, showSignIn);
  router.post(paths.sign_in, receiveSignIn);
  router.post(paths.sign_out, receiveSignOut);
  return router;
}

async function showSignIn(req: Request, res: Response): Promise<void> {
  const to = localPath(req.query.to);
  if (req.user) return res.redirect(303, to);
  if ((await countPersons(res.locals.ctx.db)) === 0) return res.redirect(303, url('setup'));
  renderSignIn(res, { to, status: 200 });
}

async function receiveSignIn(req: Request, res: Response): Promise<void> {
  const form = readForm(signInForm, req.body);
  const to = localPath(req.body.to);
  if (!form.ok) return renderSignIn(res, { to, status: 422, errors: form.errors, typed: form.typed });
  const result = await authenticate(req, res);
  if (result.person) {
    await startSession(req, result.person.id);
    return res.redirect(303, to);
  }
  const typed = typedAgain(req.body);
  if (result.wait_seconds === 0) return renderSignIn(res, { to, status: 422, refusal: result.sentence, typed });
  res.set('Retry-After', String(result.wait_seconds));
  renderSignIn(res, { to, status: 429, wait: result.sentence, typed });
}

async function receiveSignOut(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const person_id = ctx.actor.id;
  if (person_id !== null)
    await transact(ctx, (ctx) =>
      noteSecurityEvent(ctx.db, { at: ctx.at, kind: 'sign_in.ended', person_id, address: req.ip ?? null }),
    );
  await endSession(req, res);
  res.redirect(303, url('sign_in'));
}

interface SignInPage {
  /** Where to go afterwards. */
  to: string;
  status: number;
  errors?: FormError[];
  /** One sentence for a wrong address and a wrong password alike. */
  refusal?: string;
  /** After too many tries: how long there is none. */
  wait?: string;
  typed?: object;
}

function renderSignIn(res: Response, { status, ...page }: SignInPage): void {
  noStore(res);
  renderPage(res, 'people/sign-in', { title: 'Sign in', width: 'slim', ...page }, { status, layout: 'plain' });
}
