// Pages about a desk's profiles: making one, changing it, the default, retiring one and bringing it back.
import { type Request, type Response, Router } from 'express';
import { notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { newProfileForm, profileForm } from './profile-forms.ts';
import { newProfilePage, profilePage } from './profile-pages.ts';
import type { Profile } from './profile-store.ts';
import { changeProfile, makeDefaultProfile, makeProfile, restoreProfile, retireProfile } from './profiles.ts';
import { requirePerson } from './require-person.ts';
import { type Refused, submit } from './submission.ts';

type OfDesk = Request<{ slug: string }>;
type OfProfile = Request<{ slug: string; profile: string }>;

export function profileRoutes(): Router {
  const router = Router();
  router.use(paths.desk_profiles, requirePerson);
  router.get(paths.desk_profile_new, (req: OfDesk, res) => showNewProfile(req, res));
  router.post(paths.desk_profiles, receiveNewProfile);
  router.get(paths.desk_profile, (req: OfProfile, res) => showProfile(req, res));
  router.post(paths.desk_profile, receiveProfile);
  router.post(paths.desk_profile_default, async (req: OfProfile, res) => {
    const { name } = await makeDefaultProfile(res.locals.ctx, at(req));
    backToDesk(req, res, `${name} is the default now: articles for which nobody chooses another get it.`);
  });
  router.post(paths.desk_profile_retirement, async (req: OfProfile, res) => {
    const { name } = await retireProfile(res.locals.ctx, at(req));
    backToDesk(req, res, `${name} is retired. Articles that have it keep it; new ones do not get it.`);
  });
  router.post(paths.desk_profile_restoration, async (req: OfProfile, res) => {
    const { name } = await restoreProfile(res.locals.ctx, at(req));
    backToDesk(req, res, `${name} is back in use.`);
  });
  return router;
}

async function showNewProfile(req: OfDesk, res: Response, refused?: Refused): Promise<void> {
  const page = await newProfilePage(res.locals.ctx, req.params.slug);
  renderPage(res, 'people/profile', { ...page, ...refused }, { status: refused ? 422 : 200 });
}

async function receiveNewProfile(req: OfDesk, res: Response): Promise<void> {
  const sent = await submit(newProfileForm, req.body, (value) => makeProfile(res.locals.ctx, req.params.slug, value));
  if (!sent.done) return showNewProfile(req, res, sent);
  backToDesk(req, res, saved(sent.result, 'is made. Choose it where an article is taken in, or among its details.'));
}

async function showProfile(req: OfProfile, res: Response, refused?: Refused): Promise<void> {
  const page = await profilePage(res.locals.ctx, at(req));
  renderPage(res, 'people/profile', { ...page, ...refused }, { status: refused ? 422 : 200 });
}

async function receiveProfile(req: OfProfile, res: Response): Promise<void> {
  const sent = await submit(profileForm, req.body, (value) => changeProfile(res.locals.ctx, at(req), value));
  if (!sent.done) return showProfile(req, res, sent);
  backToDesk(req, res, saved(sent.result, 'is saved. It changes what is proposed; stars that are set stay.'));
}

function at(req: OfProfile): { slug: string; id: string } {
  return { slug: req.params.slug, id: req.params.profile };
}

function saved({ name }: Profile, words: string): string {
  return `${name} ${words}`;
}

function backToDesk(req: OfDesk, res: Response, sentence: string): void {
  notice(req, sentence);
  res.redirect(303, url('desk', { slug: req.params.slug }));
}
