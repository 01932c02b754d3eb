// The posts of reading: ticks, initials and who reads which paragraph. Each leads back to where the reader was.
import { type Request, Router } from 'express';
import { readForm } from '#src/http/form.ts';
import { notice } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import {
  assignParagraphs,
  initialSentences,
  removeInitials,
  removeTick,
  type Stretch,
  tickWords,
} from './coverage-commands.ts';
import { assignmentForm, selectionIn, stretchForm, tickForm } from './forms.ts';
import { addressOf } from './reader-place.ts';
import { type ShowAgain, showingAgain } from './show-again.ts';

/** All posts of reading; `showAgain` sends the page of a form that could not be taken. */
export function coverageRoutes({ showAgain }: { showAgain: ShowAgain }): Router {
  const routes = Router();
  const again = (handler: Parameters<typeof showingAgain>[1]) => showingAgain(showAgain, handler);

  routes.post(
    paths.ticks,
    again(async (req, res) => {
      const form = readForm(tickForm, req.body);
      if (!form.ok) return form;
      const { id } = at(req);
      await tickWords(res.locals.ctx, id, { selection: selectionIn(form.value), note: form.value.note });
      res.redirect(303, addressOf(id, form.value));
    }),
  );

  routes.post(paths.tick_removal, async (req, res) => {
    const { id } = at(req);
    await removeTick(res.locals.ctx, id, String(req.params.tick));
    notice(req, 'The tick is taken back.');
    res.redirect(303, addressOf(id, { sentence: sentenceTyped(req) }));
  });

  routes.post(
    paths.initials,
    again(async (req, res) => {
      const form = readForm(stretchForm, req.body);
      if (!form.ok) return form;
      const { id } = at(req);
      const count = await initialSentences(res.locals.ctx, id, stretchIn(form.value));
      const sentences = count === 1 ? 'One sentence has' : `${count} sentences have`;
      notice(req, count === 0 ? 'They have initials already.' : `${sentences} your initials: nothing to check.`);
      res.redirect(303, addressOf(id, form.value));
    }),
  );

  routes.post(
    paths.initials_removal,
    again(async (req, res) => {
      const form = readForm(stretchForm, req.body);
      if (!form.ok) return form;
      const { id } = at(req);
      await removeInitials(res.locals.ctx, id, stretchIn(form.value));
      notice(req, 'The initials are taken back.');
      res.redirect(303, addressOf(id, form.value));
    }),
  );

  routes.post(
    paths.assignments,
    again(async (req, res) => {
      const form = readForm(assignmentForm, req.body);
      if (!form.ok) return form;
      const { id } = at(req);
      const { paragraphs, assignee_id, version } = form.value;
      await assignParagraphs(res.locals.ctx, id, { paragraphs, assignee_id: assignee_id || null, version });
      notice(
        req,
        paragraphs.length === 1 ? 'The paragraph is assigned.' : `${paragraphs.length} paragraphs are assigned.`,
      );
      res.redirect(303, url('coverage', { id }));
    }),
  );

  return routes;
}

function stretchIn(form: Parameters<typeof selectionIn>[0] & { paragraph?: number | undefined }): Stretch {
  if (form.paragraph === undefined) return { selection: selectionIn(form) };
  return { paragraph: form.paragraph, version: form.version };
}

function sentenceTyped(req: Request): number | undefined {
  const sentence = Number(req.body?.sentence);
  return Number.isInteger(sentence) && sentence > 0 ? sentence : undefined;
}

function at(req: Request): { id: string } {
  return { id: String(req.params.id) };
}
