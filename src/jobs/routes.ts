// HTTP routes for the page of a job.
import { type Request, type Response, Router } from 'express';
import { addressPart } from '#src/http/address-part.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { paths } from '#src/paths.ts';
import { getJob, type MemberRole } from './store.ts';
import { jobPage } from './view.ts';

const LOOK_AGAIN_SECONDS = 2;

/** Mounted behind the door: the app asks for a person first. `roles` follow the work of their desk. */
export function jobRoutes(roles: readonly MemberRole[]): Router {
  const router = Router();
  router.get(paths.job, (req, res) => showJob(req, res, roles));
  return router;
}

async function showJob(req: Request, res: Response, roles: readonly MemberRole[]): Promise<void> {
  const job = await getJob(res.locals.ctx, addressPart(req, 'id'), roles);
  if (job.state === 'done') return res.redirect(303, (JSON.parse(job.result ?? '{}') as { path: string }).path);
  noStore(res);
  // Works without JavaScript: the browser looks again by itself.
  if (job.state !== 'failed') res.set('Refresh', String(LOOK_AGAIN_SECONDS));
  renderPage(res, 'jobs/job', jobPage(job), { status: 200 });
}
