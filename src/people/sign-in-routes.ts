// Pages of the door: signing in and out.
import { type Request, type Response, Router } from 'express';
import { transact } from '#src/context.ts';
import { readForm, typedAgain } from '#src/http/form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { endSession, startSession } from '#src/http/session.ts';
import { paths, url } from '#src/paths.ts';
import { signInForm } from './forms.ts';
import { knowBrowser } from './known-browsers.ts';
import { authenticate } from './passport.ts';
import { countPersons, type Person } from './person-store.ts';
import { localPath } from './require-person.ts';
import { noteSecurityEvent } from './security-events.ts';
import { renderSignIn, signedOutSentence } from './sign-in-page.ts';
import { whySignedOut } from './signed-out.ts';
import { readTypedBefore, sentFields, shownFields, type TypedBefore } from './typed-before.ts';

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
  renderSignIn(res, { to, status: 200, signed_out: await signedOutSentence(req, res) });
}

async function receiveSignIn(req: Request, res: Response): Promise<void> {
  const form = readForm(signInForm, req.body);
  const to = localPath(req.body.to);
  const before = readTypedBefore(req.body.kept);
  if (!form.ok) return renderSignIn(res, { to, before, status: 422, errors: form.errors, typed: form.typed });
  const result = await authenticate(req, res);
  if (result.person) return letIn(req, res, { person: result.person, to, before });
  const { sentence, wait_seconds } = result;
  const page = { to, before, typed: typedAgain(req.body) };
  if (wait_seconds === 0) return renderSignIn(res, { ...page, status: 422, refusal: sentence });
  res.set('Retry-After', String(wait_seconds));
  renderSignIn(res, { ...page, status: result.is_busy ? 503 : 429, wait: sentence });
}

interface LettingIn {
  person: Person;
  to: string;
  before: TypedBefore | undefined;
}

/** What was typed before is offered to whoever typed it, and to nobody else who signs in at that browser. */
async function letIn(req: Request, res: Response, { person, to, before }: LettingIn): Promise<void> {
  const lost = req.lost_session === undefined ? null : await whySignedOut(res.locals.ctx, req.lost_session);
  await startSession(req, person.id);
  await knowBrowser(req, res, person.id);
  if (before === undefined || (lost?.person_id ?? person.id) !== person.id) return res.redirect(303, to);
  noStore(res);
  const { fields, had_files } = before;
  const action = localPath(before.action);
  const page = { title: 'Send it again?', width: 'slim', action, to, had_files };
  const model = { ...page, shown: shownFields(fields), fields: sentFields(fields) };
  renderPage(res, 'people/send-again', model, { layout: 'plain' });
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
