// HTTP routes for desks: the list, a desk's settings, its members.
import { type Request, type Response, Router } from 'express';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { deskForm, memberForm, memberRoleForm, newDeskForm, statementForm } from '../forms.ts';
import { requirePerson } from '../require-person.ts';
import { withIndefiniteArticle } from '../role.ts';
import { changeDesk, openDesk } from './commands.ts';
import { addMember, changeMemberRole, removeMember } from './member-commands.ts';
import { deskPage, desksPage } from './page.ts';
import { changeStatement } from './statement-commands.ts';

type OfDesk = Request<{ slug: string }>;
type SentFrom = { params: { slug: string }; res: Response };

export function deskRoutes(): Router {
  const router = Router();
  router.use(paths.desks, requirePerson);
  router.get(paths.desks, (_req, res) => showDesks(res));
  router.get(paths.desk, (req: OfDesk, res) => showDesk({ params: req.params, res }));
  handleForm(router, 'desks', {
    schema: newDeskForm,
    command: ({ ctx, value }) => openDesk(ctx, value),
    notice: ({ name }) => `${name} is ready. Add its members here.`,
    redirect: ({ slug }) => url('desk', { slug }),
    reshow: ({ res }, refused) => showDesks(res, refused),
  });
  handleForm(router, 'desk', {
    name: 'settings',
    schema: deskForm,
    command: ({ ctx, params, value }) => changeDesk(ctx, params.slug, value),
    notice: 'The settings are saved.',
    reshow: showDesk,
  });
  handleForm(router, 'desk_statement', {
    page: ({ slug }) => url('desk', { slug }),
    name: 'statement',
    schema: statementForm,
    command: ({ ctx, params, value }) => changeStatement(ctx, params.slug, value),
    notice: 'Saved. Reports made from now on say so.',
    reshow: showDesk,
  });
  handleMembers(router);
  return router;
}

function handleMembers(router: Router): void {
  const page = ({ slug }: { slug: string }) => url('desk', { slug });
  handleForm(router, 'desk_members', {
    page,
    name: 'member',
    schema: memberForm,
    command: ({ ctx, params, value }) => addMember(ctx, params.slug, value),
    notice: ({ display_name }) => `${display_name} is now a member of this desk.`,
    reshow: showDesk,
  });
  handleForm(router, 'desk_member_role', {
    page,
    name: ({ number }) => `member-${Number(number)}`,
    schema: memberRoleForm,
    command: ({ ctx, params, value: { role } }) =>
      changeMemberRole(ctx, params.slug, { number: Number(params.number), role }),
    notice: ({ display_name, role }) => `${display_name} is ${withIndefiniteArticle(role)} now.`,
    reshow: showDesk,
  });
  handleForm(router, 'desk_member_removal', {
    page,
    command: ({ ctx, params }) => removeMember(ctx, params.slug, Number(params.number)),
    notice: ({ display_name }) =>
      `${display_name} is no longer a member of this desk. What they did stays on record under their name.`,
    // Whoever takes themselves off a desk may not see its page any more.
    redirect: (_, { req, params }) => (Number(params.number) === req.user?.number ? url('desks') : page(params)),
  });
}

async function showDesks(res: Response, refused?: RefusedForm): Promise<void> {
  const page = await desksPage(res.locals.ctx);
  renderPage(res, 'people/desks', { ...page, ...refused }, { status: refused?.status });
}

async function showDesk({ params, res }: SentFrom, refused?: RefusedForm): Promise<void> {
  const page = await deskPage(res.locals.ctx, params.slug);
  renderPage(res, 'people/desk', { ...page, ...refused }, { status: refused?.status });
}
