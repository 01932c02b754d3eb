// HTTP routes for the actor's own page: preferences, password, sessions. Never cached.
import { type Request, type Response, Router } from 'express';
import { oneOrCounted } from '#src/counted.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { sessionKey } from '#src/http/session.ts';
import { paths, url } from '#src/paths.ts';
import { passwordForm, preferencesForm, sessionsForm } from '../forms.ts';
import { requirePerson } from '../require-person.ts';
import { knowBrowser } from '../sign-in/known-browsers.ts';
import { changePassword, changePreferences, endSessions } from './commands.ts';
import { mePage } from './page.ts';

export function meRoutes(): Router {
  const router = Router();
  const page = () => url('me');
  router.use(paths.me, requirePerson);
  router.get(paths.me, (req, res) => showMe({ req, res }));
  handleForm(router, 'me_preferences', {
    page,
    name: 'preferences',
    schema: preferencesForm,
    command: ({ ctx, value }) => changePreferences(ctx, value),
    notice: 'Saved.',
    reshow: showMe,
  });
  handleForm(router, 'me_password', {
    page,
    name: 'password',
    schema: passwordForm,
    command: async ({ ctx, value, req, res }) => {
      await changePassword(ctx, value, { kept_session: sessionKey(req) });
      await knowBrowser(req, res, req.user?.id ?? '');
    },
    notice: 'The new password is saved, and your other sessions have ended.',
    reshow: showMe,
  });
  handleForm(router, 'me_sessions', {
    page,
    schema: sessionsForm,
    command: ({ ctx, value: { session }, req }) =>
      endSessions(ctx, session === '' ? { but: sessionKey(req) } : { only: session }),
    notice: endedSentence,
    reshow: showMe,
  });
  return router;
}

async function showMe({ req, res }: { req: Request; res: Response }, refused?: RefusedForm): Promise<void> {
  noStore(res);
  const page = await mePage(res.locals.ctx, sessionKey(req));
  renderPage(res, 'people/me', { ...page, ...refused }, { status: refused?.status });
}

function endedSentence(ended: number): string {
  if (ended === 0) return 'There was no other session.';
  return oneOrCounted(ended, 'One session has ended.', 'sessions have ended.');
}
