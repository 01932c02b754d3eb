// The page of one's own account: preferences, password, sessions. Nothing of it is kept by browsers.
import { type Request, type Response, Router } from 'express';
import { noStore, notice, renderPage } from '#src/http/render.ts';
import { sessionKey } from '#src/http/session.ts';
import { paths, url } from '#src/paths.ts';
import { changePassword, changePreferences, endSessions } from './account.ts';
import { mePage } from './account-pages.ts';
import { passwordForm, preferencesForm, sessionsForm } from './forms.ts';
import { knowBrowser } from './known-browsers.ts';
import { requirePerson } from './require-person.ts';
import { type Refused, submit } from './submission.ts';

export function meRoutes(): Router {
  const router = Router();
  router.use(paths.me, requirePerson);
  router.get(paths.me, (req, res) => showMe(req, res));
  router.post(paths.me_preferences, receivePreferences);
  router.post(paths.me_password, receivePassword);
  router.post(paths.me_sessions, receiveSessions);
  return router;
}

async function showMe(req: Request, res: Response, refused?: Refused & { failed_form: string }): Promise<void> {
  noStore(res);
  const page = await mePage(res.locals.ctx, sessionKey(req));
  renderPage(res, 'people/me', { ...page, ...refused }, { status: refused ? 422 : 200 });
}

async function receivePreferences(req: Request, res: Response): Promise<void> {
  const sent = await submit(preferencesForm, req.body, (value) => changePreferences(res.locals.ctx, value));
  if (!sent.done) return showMe(req, res, { ...sent, failed_form: 'preferences' });
  notice(req, 'Saved.');
  res.redirect(303, url('me'));
}

async function receivePassword(req: Request, res: Response): Promise<void> {
  const kept = { kept_session: sessionKey(req) };
  const sent = await submit(passwordForm, req.body, (value) => changePassword(res.locals.ctx, value, kept));
  if (!sent.done) return showMe(req, res, { ...sent, failed_form: 'password' });
  await knowBrowser(req, res, req.user?.id ?? '');
  notice(req, 'The new password is saved, and your other sessions have ended.');
  res.redirect(303, url('me'));
}

async function receiveSessions(req: Request, res: Response): Promise<void> {
  const sent = await submit(sessionsForm, req.body, ({ session }) =>
    endSessions(res.locals.ctx, session === '' ? { but: sessionKey(req) } : { only: session }),
  );
  if (sent.done) notice(req, endedSentence(sent.result));
  res.redirect(303, url('me'));
}

function endedSentence(ended: number): string {
  if (ended === 0) return 'There was no other session any more.';
  return ended === 1 ? 'One session has ended.' : `${ended} sessions have ended.`;
}
