// Trial routes: small pages on which the tests of http/ try forms, refusals and sessions.
import { Router } from 'express';
import { z } from 'zod';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { readForm } from '#src/http/form.ts';
import { choice, line, optionalText, several, text, tickBox, wholeNumber } from '#src/http/form-fields.ts';
import { Freshness, sendFresh, setETag } from '#src/http/fresh.ts';
import { html } from '#src/http/html.ts';
import { notice } from '#src/http/notice.ts';
import { renderPage } from '#src/http/render.ts';
import { endSession, startSession } from '#src/http/session.ts';

const schema = z.object({
  name: line(20, 'Give it a name.'),
  words: text(100),
  remark: optionalText(50),
  mood: choice(['calm', 'storm'], 'Say how it is.'),
  urgent: tickBox(),
  places: several(z.enum(['quay', 'yard'])),
  count: wholeNumber(1, 9),
});

/** What the last trial form held, as the schema read it. */
export const received: { value?: z.infer<typeof schema>; files?: { name: string; bytes: number }[] } = {};

export function trialRoutes(): Router {
  const router = Router();
  router.get('/trial', (_req, res) => renderPage(res, 'shared/_notice', { title: 'Trial' }));
  router.post('/trial/form', (req, res) => {
    const form = readForm(schema, req.body);
    if (!form.ok) {
      res.status(422).json({ errors: form.errors, typed: form.typed });
      return;
    }
    received.value = form.value;
    received.files = (req.files as Express.Multer.File[]).map((file) => ({
      name: file.originalname,
      bytes: file.size,
    }));
    notice(req, 'It is stored.');
    res.redirect(303, '/trial');
  });
  router.post('/trial/sign-in', async (req, res) => {
    await startSession(req, String(req.body.person_id));
    res.redirect(303, '/trial/session');
  });
  router.get('/trial/session', (req, res) => res.type('text').send(req.session.passport?.user ?? 'nobody'));
  router.post('/trial/sign-out', async (req, res) => {
    await endSession(req, res);
    res.redirect(303, '/trial/session');
  });
  router.post('/trial/notice', (req, res) => {
    notice(req, req.body.words ?? 'Noted.');
    res.type('text').send('noted');
  });
  router.post('/trial/notice-at-once', (req, res) => {
    notice(req, req.body.words);
    renderPage(res, 'shared/_notice', { title: 'Trial' });
  });
  router.get('/trial/fresh', (req, res) => {
    const freshness = new Freshness([Number(req.query.changed)], {
      now: '2026-03-14T12:00:00.000Z',
      day_end: '2026-03-14T23:59:59.999Z',
    });
    if (sendFresh(req, res, freshness)) return;
    setETag(res, []);
    res.send(html`<p>${String(req.query.changed)}</p>`.toString());
  });
  for (const [name, refuse] of Object.entries(REFUSALS)) {
    router.all([`/trial/${name}`, `/trial/${name}.json`], () => {
      throw refuse();
    });
  }
  return router;
}

const REFUSALS: Record<string, () => Error> = {
  foreign: () => new NotFound(),
  forbidden: () => new Forbidden('Only an editor may do this. Ask one of your desk.'),
  broken: () => new RuleBroken('A claim needs a verdict before it can be done.'),
  stale: () => new StaleEdit({ verdict_sentence: 'Mine <b>' }, { verdict_sentence: 'Theirs', note: 'More' }),
  crash: () => new Error('secret detail of the inside'),
};
