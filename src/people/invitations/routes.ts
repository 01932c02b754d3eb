// HTTP routes for inviting people and taking invitations back.
import { type Request, type Response, Router } from 'express';
import { Forbidden } from '#src/errors.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { invitationForm } from '../forms.ts';
import { requirePerson } from '../require-person.ts';
import { INVITATION_DAYS, invitePerson, withdrawInvitation } from './commands.ts';
import { linkPage } from './link-view.ts';
import { invitationsPage } from './page.ts';

/** `origin` gives the address that a link shown once begins with. */
export function invitationRoutes(origin: (req: Request) => string): Router {
  const router = Router();
  router.use(paths.people_invitations, requirePerson, (_req, res, next) => {
    noStore(res);
    next();
  });
  router.get(paths.people_invitations, (req, res) => showInvitations({ req, res }));
  handleForm(router, 'people_invitations', {
    schema: invitationForm,
    command: ({ ctx, value }) => invitePerson(ctx, value),
    // The link is shown on the answer itself, since after a redirect it would have to be kept somewhere in between.
    answer: async ({ token }, { ctx, req, res, value: { display_name, email } }) => {
      const link = origin(req) + url('invitation', { token });
      const made = { kind: 'invitation', link, display_name, email, days: INVITATION_DAYS } as const;
      const form = await invitationsPage(ctx, String(req.body.desk ?? ''));
      renderPage(res, 'people/link-made', { ...form, ...linkPage(made), invites_more: true });
    },
    reshow: showInvitations,
  });
  handleForm(router, 'people_invitation_withdrawal', {
    page: () => url('people_invitations'),
    command: ({ ctx, params }) => withdrawInvitation(ctx, params.id),
    notice: ({ display_name }) => `The invitation of ${display_name} is withdrawn: its link no longer works.`,
  });
  return router;
}

async function showInvitations({ req, res }: { req: Request; res: Response }, refused?: RefusedForm): Promise<void> {
  const page = await invitationsPage(res.locals.ctx, String(req.query.desk ?? ''));
  if (!page.may_invite) throw new Forbidden('Administrators and editors of a desk invite people. Ask one of them.');
  renderPage(res, 'people/invitations', { ...page, ...refused }, { status: refused?.status });
}
