// The posts of versions: a new version of the text, and a lost claim placed by hand. Pages are the workbench's.
import { type Request, type Response, Router } from 'express';
import type { FileGiven } from '#src/articles/file-text.ts';
import { keepDocument } from '#src/articles/intake-commands.ts';
import { FETCH_JOB, type FetchInput } from '#src/articles/intake-job.ts';
import { getArticle, getGround } from '#src/articles/store.ts';
import { readForm } from '#src/http/form.ts';
import { notice } from '#src/http/render.ts';
import { newId } from '#src/ids.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { paths, url } from '#src/paths.ts';
import { placeClaim } from './placement.ts';
import { assertRevises } from './policy.ts';
import { type Revised, reviseArticle } from './revise.ts';
import type { OnRevised } from './revised.ts';
import { placementForm, readVersionForm, readVersionWay, typedBeside, type VersionWay } from './revision-forms.ts';
import { type ShowAgain, showingAgain } from './show-again.ts';

export interface RevisionRoutes {
  /** Sends the page of a form that could not be taken. */
  showAgain: ShowAgain;
  /** What later subjects do when a version has come. */
  on_revised: readonly OnRevised[];
}

/** Both posts. */
export function revisionRoutes({ showAgain, on_revised }: RevisionRoutes): Router {
  const routes = Router();

  routes.post(
    paths.versions,
    showingAgain(showAgain, async (req, res) => {
      const way = readVersionWay(req.body, fileIn(req));
      if (way.way === 'refused') return way;
      if (way.way !== 'typed') {
        res.redirect(303, await lookFirst(req, res, way));
        return;
      }
      const id = String(req.params.id);
      const form = readVersionForm(req.body);
      if (!form.ok) return form;
      const revised = await reviseArticle(res.locals.ctx, id, { ...form.input, on_revised });
      notice(req, sayRevised(revised));
      res.redirect(303, url('version_changes', { id, number: revised.number }));
    }),
  );

  routes.post(
    paths.claim_placement,
    showingAgain(showAgain, async (req, res) => {
      const [id, number] = [String(req.params.id), String(req.params.number)];
      const form = readForm(placementForm, req.body);
      if (!form.ok) return form;
      await placeClaim(res.locals.ctx, id, { number, ...form.value });
      notice(req, `Claim ${number} has its place again.`);
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  return routes;
}

/** Keeps a document for a look, or asks for a page to be fetched; gives back where the look, or the job, is. */
async function lookFirst(
  req: Request,
  res: Response,
  way: VersionWay & { way: 'document' | 'address' },
): Promise<string> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  assertRevises(article.role);
  const { id, number, desk_id } = article;
  const typed = typedBeside(way.typed, await getGround(ctx.db, article));
  if (way.way === 'document') {
    const draft = await keepDocument(ctx, { desk_id, article_id: id, document: way.file, typed });
    return url('versions', { id: number }, { draft });
  }
  const job = newId();
  const input: FetchInput = { address: way.address, desk_id, article: { id, number }, typed };
  await askForJob(ctx, {
    id: job,
    kind: FETCH_JOB,
    desk_id,
    title: `Fetching a new version of article ${number} from ${new URL(way.address).host}`,
    back: url('versions', { id: number }, { job }),
    input,
  });
  return url('job', { id: job });
}

function sayRevised({ number, is_new, check_again, lost, said: also }: Revised): string {
  if (!is_new) return `Version ${number} is here already.`;
  const claims = (count: number) => `${count} ${count === 1 ? 'claim' : 'claims'}`;
  const said = [
    check_again.length > 0 && `${claims(check_again.length)} to check again`,
    lost > 0 && `${claims(lost)} whose words are gone`,
  ].filter(Boolean);
  return [`Version ${number} is in: ${said.join(', ') || 'every claim stands as it stood'}.`, ...also].join(' ');
}

/** Browsers send a nameless empty file where none was chosen. */
function fileIn(req: Request): FileGiven | undefined {
  const files = (req.files ?? []) as Express.Multer.File[];
  const file = files.find((one) => one.fieldname === 'file' && (one.originalname !== '' || one.size > 0));
  return file && { name: file.originalname, bytes: file.buffer };
}
