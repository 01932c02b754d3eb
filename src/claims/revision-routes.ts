// The posts of versions: a new version of the text, and a lost claim placed by hand. Pages are the workbench's.
import { type Request, Router } from 'express';
import type { FileGiven } from '#src/articles/file-text.ts';
import { readForm } from '#src/http/form.ts';
import { notice } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { placeClaim } from './placement.ts';
import { type Revised, reviseArticle } from './revise.ts';
import { placementForm, readVersionForm } from './revision-forms.ts';
import { type ShowAgain, showingAgain } from './show-again.ts';

/** Both posts; `showAgain` sends the page of a form that could not be taken. */
export function revisionRoutes({ showAgain }: { showAgain: ShowAgain }): Router {
  const routes = Router();

  routes.post(
    paths.versions,
    showingAgain(showAgain, async (req, res) => {
      const id = String(req.params.id);
      const form = await readVersionForm(req.body, fileIn(req));
      // What a file said stands in the form when it is shown again.
      req.body = form.typed;
      if (!form.ok) return form;
      const revised = await reviseArticle(res.locals.ctx, id, form.input);
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

function sayRevised({ number, is_new, check_again, lost }: Revised): string {
  if (!is_new) return `Version ${number} is here already.`;
  const claims = (count: number) => `${count} ${count === 1 ? 'claim' : 'claims'}`;
  const said = [
    check_again.length > 0 && `${claims(check_again.length)} to check again`,
    lost > 0 && `${claims(lost)} whose words are gone`,
  ].filter(Boolean);
  return `Version ${number} is in: ${said.join(', ') || 'every claim stands as it stood'}.`;
}

/** Browsers send a nameless empty file where none was chosen. */
function fileIn(req: Request): FileGiven | undefined {
  const files = (req.files ?? []) as Express.Multer.File[];
  const file = files.find((one) => one.fieldname === 'file' && (one.originalname !== '' || one.size > 0));
  return file && { name: file.originalname, bytes: file.buffer };
}
