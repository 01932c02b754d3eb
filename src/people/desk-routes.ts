// Pages about desks: the list, a desk's settings, and who is a member.
import { type Request, type Response, Router } from 'express';
import { notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { deskPage, desksPage } from './desk-pages.ts';
import { changeDesk, openDesk } from './desks.ts';
import { deskForm, memberForm, memberRoleForm, newDeskForm } from './forms.ts';
import { addMember, changeMemberRole, removeMember } from './members.ts';
import { requirePerson } from './require-person.ts';
import { type Refused, submit } from './submission.ts';

type OfDesk = Request<{ slug: string }>;
type OfMember = Request<{ slug: string; number: string }>;

export function deskRoutes(): Router {
  const router = Router();
  router.use(paths.desks, requirePerson);
  router.get(paths.desks, (req, res) => showDesks(req, res));
  router.post(paths.desks, receiveNewDesk);
  router.get(paths.desk, (req: OfDesk, res) => showDesk(req, res));
  router.post(paths.desk, receiveDesk);
  router.post(paths.desk_members, receiveMember);
  router.post(paths.desk_member_role, receiveRole);
  router.post(paths.desk_member_removal, receiveRemoval);
  return router;
}

async function showDesks(_req: Request, res: Response, refused?: Refused): Promise<void> {
  const page = await desksPage(res.locals.ctx);
  renderPage(res, 'people/desks', { ...page, ...refused }, { status: refused ? 422 : 200 });
}

async function receiveNewDesk(req: Request, res: Response): Promise<void> {
  const sent = await submit(newDeskForm, req.body, (value) => openDesk(res.locals.ctx, value));
  if (!sent.done) return showDesks(req, res, sent);
  notice(req, `${sent.result.name} is open. Add its members here.`);
  res.redirect(303, url('desk', { slug: sent.result.slug }));
}

async function showDesk(req: OfDesk, res: Response, refused?: Refused & { failed_form: string }): Promise<void> {
  const page = await deskPage(res.locals.ctx, req.params.slug);
  renderPage(res, 'people/desk', { ...page, ...refused }, { status: refused ? 422 : 200 });
}

async function receiveDesk(req: OfDesk, res: Response): Promise<void> {
  const sent = await submit(deskForm, req.body, (value) => changeDesk(res.locals.ctx, req.params.slug, value));
  if (!sent.done) return showDesk(req, res, { ...sent, failed_form: 'settings' });
  backToDesk(req, res, 'The settings are saved.');
}

async function receiveMember(req: OfDesk, res: Response): Promise<void> {
  const sent = await submit(memberForm, req.body, (value) => addMember(res.locals.ctx, req.params.slug, value));
  if (!sent.done) return showDesk(req, res, { ...sent, failed_form: 'member' });
  backToDesk(req, res, `${sent.result.display_name} is a member of this desk now.`);
}

async function receiveRole(req: OfMember, res: Response): Promise<void> {
  const number = Number(req.params.number);
  const sent = await submit(memberRoleForm, req.body, ({ role }) =>
    changeMemberRole(res.locals.ctx, req.params.slug, { number, role }),
  );
  if (!sent.done) return showDesk(req, res, { ...sent, failed_form: `member-${number}` });
  backToDesk(
    req,
    res,
    `${sent.result.display_name} is ${sent.result.role === 'editor' ? 'an' : 'a'} ${sent.result.role} now.`,
  );
}

/** Whoever takes themselves off a desk may not see its page any more. */
async function receiveRemoval(req: OfMember, res: Response): Promise<void> {
  const { display_name } = await removeMember(res.locals.ctx, req.params.slug, Number(req.params.number));
  notice(req, `${display_name} is no member of this desk any more. What they did stays, with their name.`);
  res.redirect(
    303,
    Number(req.params.number) === req.user?.number ? url('desks') : url('desk', { slug: req.params.slug }),
  );
}

function backToDesk(req: OfDesk, res: Response, sentence: string): void {
  notice(req, sentence);
  res.redirect(303, url('desk', { slug: req.params.slug }));
}
