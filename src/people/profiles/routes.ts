// HTTP routes for the profiles of a desk.
import { type Request, type Response, Router } from 'express';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { requirePerson } from '../require-person.ts';
import { changeProfile, makeDefaultProfile, makeProfile, restoreProfile, retireProfile } from './commands.ts';
import { newProfileForm, profileForm } from './forms.ts';
import { newProfilePage, profilePage } from './page.ts';

type Desk = { slug: string };
type ProfileAt = { slug: string; profile: string };

export function profileRoutes(): Router {
  const router = Router();
  router.use(paths.desk_profiles, requirePerson);
  router.get(paths.desk_profile_new, (req: Request<Desk>, res) => showNewProfile({ params: req.params, res }));
  handleForm(router, 'desk_profiles', {
    page: ({ slug }) => url('desk_profile_new', { slug }),
    schema: newProfileForm,
    command: ({ ctx, params, value }) => makeProfile(ctx, params.slug, value),
    notice: ({ name }) => `${name} is created. Choose it when you add an article, or in an article’s details.`,
    redirect: (_, { params }) => url('desk', { slug: params.slug }),
    reshow: showNewProfile,
  });
  router.get(paths.desk_profile, (req: Request<ProfileAt>, res) => showProfile({ params: req.params, res }));
  handleForm(router, 'desk_profile', {
    schema: profileForm,
    command: ({ ctx, params, value }) => changeProfile(ctx, at(params), value),
    notice: ({ name }) => `${name} is saved. It changes what is suggested; stars that are set stay.`,
    redirect: (_, { params }) => url('desk', { slug: params.slug }),
    reshow: showProfile,
  });
  handleButtons(router);
  return router;
}

function handleButtons(router: Router): void {
  const page = ({ slug, profile }: ProfileAt) => url('desk_profile', { slug, profile });
  const redirect = (_: unknown, { params: { slug } }: { params: Desk }) => url('desk', { slug });
  handleForm(router, 'desk_profile_default', {
    page,
    command: ({ ctx, params }) => makeDefaultProfile(ctx, at(params)),
    notice: ({ name }) => `${name} is now the default: new articles get it unless somebody chooses another.`,
    redirect,
  });
  handleForm(router, 'desk_profile_retirement', {
    page,
    command: ({ ctx, params }) => retireProfile(ctx, at(params)),
    notice: ({ name }) => `${name} is retired. Articles that have it keep it; new ones do not get it.`,
    redirect,
  });
  handleForm(router, 'desk_profile_restoration', {
    page,
    command: ({ ctx, params }) => restoreProfile(ctx, at(params)),
    notice: ({ name }) => `${name} is back in use.`,
    redirect,
  });
}

async function showNewProfile({ params, res }: { params: Desk; res: Response }, refused?: RefusedForm): Promise<void> {
  const page = await newProfilePage(res.locals.ctx, params.slug);
  renderPage(res, 'people/profile', { ...page, ...refused }, { status: refused?.status });
}

async function showProfile(
  { params, res }: { params: ProfileAt; res: Response },
  refused?: RefusedForm,
): Promise<void> {
  const page = await profilePage(res.locals.ctx, at(params));
  renderPage(res, 'people/profile', { ...page, ...refused }, { status: refused?.status });
}

function at({ slug, profile }: ProfileAt): { slug: string; id: string } {
  return { slug, id: profile };
}
