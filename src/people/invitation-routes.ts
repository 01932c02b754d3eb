// Pages on which administrators and editors invite people, and take invitations back.
import { type Request, type Response, Router } from 'express';
import { Forbidden } from '#src/errors.ts';
import { noStore, notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { invitationForm } from './forms.ts';
import { invitationsPage } from './invitation-pages.ts';
import { INVITATION_DAYS, invitePerson, withdrawInvitation } from './invitations.ts';
import { linkPage } from './person-pages.ts';
import { requirePerson } from './require-person.ts';
import { type Refused, submit } from './submission.ts';

/** `origin` gives the address that a link shown once begins with. */
export function invitationRoutes(origin: (req: Request) => string): Router {
  const router = Router();
  router.use(paths.people_invitations, requirePerson, (_req, res, next) => {
    noStore(res);
    next();
  });
  router.get(paths.people_invitations, (req, res) => showInvitations(req, res));
  router.post(paths.people_invitations, (req, res) => receiveInvitation(req, res, origin(req)));
  router.post(paths.people_invitation_withdrawal, receiveWithdrawal);
  return router;
}

async function showInvitations(req: Request, res: Response, refused?: Refused): Promise<void> {
  const page = await invitationsPage(res.locals.ctx, String(req.query.desk ?? ''));
  if (!page.may_invite) throw new Forbidden('Administrators and editors of a desk invite people. Ask one of them.');
  const { errors, typed } = refused ?? {};
  renderPage(res, 'people/invitations', { ...page, errors, typed }, { status: refused ? 422 : 200 });
}

/** The link is shown on the answer itself, since after a redirect it would have to be kept somewhere in between. */
async function receiveInvitation(req: Request, res: Response, origin: string): Promise<void> {
  const { ctx } = res.locals;
  const sent = await submit(invitationForm, req.body, async (value) => {
    const { token } = await invitePerson(ctx, value);
    const link = origin + url('invitation', { token });
    return linkPage({
      kind: 'invitation',
      link,
      display_name: value.display_name,
      email: value.email,
      days: INVITATION_DAYS,
    });
  });
  if (!sent.done) return showInvitations(req, res, sent);
  renderPage(res, 'people/link-made', sent.result);
}

async function receiveWithdrawal(req: Request<{ id: string }>, res: Response): Promise<void> {
  const { display_name } = await withdrawInvitation(res.locals.ctx, req.params.id);
  notice(req, `The invitation of ${display_name} is withdrawn: its link opens nothing any more.`);
  res.redirect(303, url('people_invitations'));
}
