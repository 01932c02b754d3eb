// The page that makes the first person and the first desk. Once there is a person, it is no page at all.
import { type Request, type Response, Router } from 'express';
import { NotFound } from '#src/errors.ts';
import { noStore, notice, renderPage } from '#src/http/render.ts';
import { startSession } from '#src/http/session.ts';
import { paths, url } from '#src/paths.ts';
import { setupForm } from './forms.ts';
import { knowBrowser } from './known-browsers.ts';
import { PASSWORD_HINT } from './password-rules.ts';
import { countPersons } from './person-store.ts';
import { setUpDesk } from './setup.ts';
import { type Refused, submit } from './submission.ts';
import { currentTimeZone, timeZoneOptions } from './time-zones.ts';

export function setupRoutes(): Router {
  const router = Router();
  router.get(paths.setup, async (req, res) => {
    if ((await countPersons(res.locals.ctx.db)) > 0) throw new NotFound();
    renderSetup(req, res);
  });
  router.post(paths.setup, receiveSetup);
  return router;
}

async function receiveSetup(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  if ((await countPersons(ctx.db)) > 0) throw new NotFound();
  const sent = await submit(setupForm, req.body, (value) => setUpDesk(ctx, value, req.ip ?? null));
  if (!sent.done) return renderSetup(req, res, sent);
  await startSession(req, sent.result);
  await knowBrowser(req, res, sent.result);
  notice(req, 'The desk is open. Invite your colleagues under People, and take the first article in.');
  res.redirect(303, url('home'));
}

function renderSetup(req: Request, res: Response, refused?: Refused): void {
  noStore(res);
  const page = {
    title: 'Set the desk up',
    width: 'slim',
    token: typeof req.query.token === 'string' ? req.query.token : '',
    time_zones: timeZoneOptions(),
    time_zone: currentTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone),
    password_hint: PASSWORD_HINT,
    errors: refused?.errors,
    typed: refused?.typed,
  };
  renderPage(res, 'people/setup', page, { status: refused ? 422 : 200, layout: 'plain' });
}
