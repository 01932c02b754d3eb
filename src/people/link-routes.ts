// Pages behind the links that are shown once: joining by an invitation, and choosing a new password.
import { type Request, type Response, Router } from 'express';
import { NotFound } from '#src/errors.ts';
import { noStore, notice, renderPage } from '#src/http/render.ts';
import { startSession } from '#src/http/session.ts';
import { paths, url } from '#src/paths.ts';
import { joiningForm, resetForm } from './forms.ts';
import { acceptInvitation, openInvitation } from './joining.ts';
import { knowBrowser } from './known-browsers.ts';
import { PASSWORD_HINT } from './password-rules.ts';
import { noteRefusal } from './refusal-book.ts';
import { openReset, resetPassword } from './resets.ts';
import { type Refused, submit } from './submission.ts';

type Link = Request<{ token: string }>;

export function linkRoutes(): Router {
  const router = Router();
  router.get(
    paths.invitation,
    whileItWorks((req, res) => showInvitation(req, res)),
  );
  router.post(paths.invitation, whileItWorks(receiveJoining));
  router.get(
    paths.reset,
    whileItWorks((req, res) => showReset(req, res)),
  );
  router.post(paths.reset, whileItWorks(receiveReset));
  return router;
}

/** A link that is used up, withdrawn, too old or made up gets one and the same page. */
function whileItWorks(handle: (req: Link, res: Response) => Promise<void>) {
  return async (req: Link, res: Response): Promise<void> => {
    noStore(res);
    try {
      await handle(req, res);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      const { db, at, actor } = res.locals.ctx;
      noteRefusal(db, { at, kind: 'link.refused', person_id: actor.id, address: req.ip ?? null });
      renderPage(
        res,
        'people/link-over',
        { title: 'This link no longer opens anything' },
        { status: 404, layout: 'plain' },
      );
    }
  };
}

async function showInvitation(req: Link, res: Response, refused?: Refused): Promise<void> {
  const { email, display_name, desk_name, role, invited_by } = await openInvitation(res.locals.ctx, req.params.token);
  const page = {
    title: desk_name === null ? 'Welcome to Claimdesk' : `Welcome to the ${desk_name}`.replace(/the the /i, 'the '),
    width: 'slim',
    token: req.params.token,
    lead: `${invited_by ?? 'The newsroom'} invites you${role === null ? '' : ` as ${role === 'editor' ? 'an' : 'a'} ${role}`}. Choose a password, and you are in.`,
    email,
    display_name,
    password_hint: PASSWORD_HINT,
    errors: refused?.errors,
    typed: refused?.typed,
  };
  renderPage(res, 'people/invitation', page, { status: refused ? 422 : 200, layout: 'plain' });
}

async function receiveJoining(req: Link, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const sent = await submit(joiningForm, req.body, (value) => acceptInvitation(ctx, req.params.token, value));
  if (!sent.done) return showInvitation(req, res, sent);
  await startSession(req, sent.result.id);
  await knowBrowser(req, res, sent.result.id);
  notice(req, `Welcome, ${sent.result.display_name}.`);
  res.redirect(303, url('home'));
}

async function showReset(req: Link, res: Response, refused?: Refused): Promise<void> {
  const { email, display_name } = await openReset(res.locals.ctx, req.params.token);
  const page = {
    title: 'A new password',
    width: 'slim',
    token: req.params.token,
    email,
    display_name,
    password_hint: PASSWORD_HINT,
    errors: refused?.errors,
  };
  renderPage(res, 'people/reset', page, { status: refused ? 422 : 200, layout: 'plain' });
}

async function receiveReset(req: Link, res: Response): Promise<void> {
  const sent = await submit(resetForm, req.body, (value) => resetPassword(res.locals.ctx, req.params.token, value));
  if (!sent.done) return showReset(req, res, sent);
  await startSession(req, sent.result);
  await knowBrowser(req, res, sent.result);
  notice(req, 'The new password is saved, and all your other sessions have ended.');
  res.redirect(303, url('home'));
}
