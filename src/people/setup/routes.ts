// HTTP routes for the first person and the first desk; none once there is a person.
import { type Request, type Response, Router } from 'express';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { startSession } from '#src/http/session.ts';
import { paths, url } from '#src/paths.ts';
import { currentTimeZone, timeZoneOptions } from '../desks/time-zones.ts';
import { setupForm } from '../forms.ts';
import { PASSWORD_HINT } from '../password-rules.ts';
import { countPersons } from '../person-store.ts';
import { knowBrowser } from '../sign-in/known-browsers.ts';
import { setUpDesk } from './commands.ts';

export function setupRoutes(): Router {
  const router = Router();
  router.get(paths.setup, async (req, res) => {
    await assertNobodyYet(res.locals.ctx);
    showSetup({ req, res });
  });
  handleForm(router, 'setup', {
    load: ({ ctx }) => assertNobodyYet(ctx),
    schema: setupForm,
    command: async ({ ctx, value, req, res }) => {
      const person_id = await setUpDesk(ctx, value, req.ip ?? null);
      await startSession(req, person_id);
      await knowBrowser(req, res, person_id);
    },
    notice: 'The desk is ready. Invite your colleagues under People, and add the first article.',
    redirect: () => url('home'),
    reshow: showSetup,
  });
  return router;
}

async function assertNobodyYet({ db }: Context): Promise<void> {
  if ((await countPersons(db)) > 0) throw new NotFound();
}

function showSetup({ req, res }: { req: Request; res: Response }, refused?: RefusedForm): void {
  noStore(res);
  const page = {
    title: 'Set up the desk',
    width: 'slim',
    token: typeof req.query.token === 'string' ? req.query.token : '',
    time_zones: timeZoneOptions(),
    time_zone: currentTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone),
    password_hint: PASSWORD_HINT,
    ...refused,
  };
  renderPage(res, 'people/setup', page, { status: refused?.status, layout: 'plain' });
}
