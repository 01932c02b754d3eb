// HTTP routes for people, desks, invitations and sign-in, all of them.
import { type Request, Router } from 'express';
import { deskRoutes } from './desks/routes.ts';
import { linkRoutes } from './invitations/link-routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { keyRoutes } from './keys/routes.ts';
import { meRoutes } from './me/routes.ts';
import { personRoutes } from './persons/routes.ts';
import { profileRoutes } from './profiles/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';

/** `public_url` is the origin that browsers see, for links shown once; null: scheme and Host of the request. */
export function peopleRoutes({ public_url }: { public_url: string | null }): Router {
  const origin = (req: Request) => public_url ?? `${req.protocol}://${req.get('Host') ?? ''}`;
  const router = Router();
  router.use(signInRoutes(), setupRoutes(), linkRoutes(), meRoutes());
  // Before the pages of one person: `/people/invitations` is nobody's number.
  router.use(invitationRoutes(origin), personRoutes(origin), deskRoutes(), keyRoutes(), profileRoutes());
  return router;
}
