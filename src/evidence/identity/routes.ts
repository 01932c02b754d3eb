// What answers at the identity of a confidential source. Nothing of it is kept by any browser; reading is a post, because each is noted.
import { type Request, type Response, Router } from 'express';
import { RuleBroken } from '#src/errors.ts';
import { readForm } from '#src/http/form.ts';
import { noStore, notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { listMembers } from '#src/people/member-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { type FailedForm, failedByRule } from '../forms.ts';
import { getSource, type SourceFound } from '../library/source-store.ts';
import { destroyIdentity, type IdentityRead, nameReader, readIdentity, writeIdentity } from './commands.ts';
import { destructionForm, identityForm, readerForm } from './forms.ts';
import { identityPage } from './pages.ts';
import { findIdentity, listReaders, listTombstones } from './store.ts';

/** The pages and posts of identity records, for people who are signed in. */
export function identityRoutes(): Router {
  const routes = Router();
  routes.use(paths.source_identity, (_req, res, next) => {
    noStore(res);
    next();
  });
  routes.get(paths.source_identity, async (req, res) => sendIdentity(res, await sourceOf(req, res)));
  routes.post(paths.source_identity, receiveIdentity);
  routes.post(paths.source_identity_reading, receiveReading);
  routes.post(paths.source_identity_readers, receiveReader);
  routes.post(paths.source_identity_destruction, receiveDestruction);
  return routes;
}

async function receiveIdentity(req: Request, res: Response): Promise<void> {
  const source = await sourceOf(req, res);
  const again = (failed: FailedForm) => sendIdentity(res, source, { failed: { ...failed, failed_form: 'identity' } });
  const form = readForm(identityForm, req.body);
  if (!form.ok) return again(form);
  try {
    await writeIdentity(res.locals.ctx, source.number, form.value);
    notice(req, 'The record is written and sealed. Each reading of it is noted.');
    res.redirect(303, url('source_identity', { number: source.number }));
  } catch (error) {
    await again(failedByRule(error, req.body));
  }
}

async function receiveReading(req: Request, res: Response): Promise<void> {
  const source = await sourceOf(req, res);
  const read = await readIdentity(res.locals.ctx, source.number);
  if (!read.ok)
    req.log?.error({ source: source.number }, 'an identity record does not open: it was changed outside the program');
  await sendIdentity(res, source, { read });
}

async function receiveReader(req: Request, res: Response): Promise<void> {
  const source = await sourceOf(req, res);
  const again = (failed: FailedForm) => sendIdentity(res, source, { failed: { ...failed, failed_form: 'reader' } });
  const form = readForm(readerForm, req.body);
  if (!form.ok) return again(form);
  try {
    await nameReader(res.locals.ctx, source.number, form.value);
    notice(req, 'Named: this person can read the record now.');
    res.redirect(303, url('source_identity', { number: source.number }));
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    await again({ errors: [{ field: 'reader', message: error.message }], typed: {} });
  }
}

async function receiveDestruction(req: Request, res: Response): Promise<void> {
  const source = await sourceOf(req, res);
  const again = (failed: FailedForm) =>
    sendIdentity(res, source, { failed: { ...failed, failed_form: 'destruction' } });
  const form = readForm(destructionForm, req.body);
  if (!form.ok) return again(form);
  await destroyIdentity(res.locals.ctx, source.number, form.value);
  notice(req, 'The record is destroyed. That there was one, and why it went, stays.');
  res.redirect(303, url('source_identity', { number: source.number }));
}

async function sourceOf(req: Request, res: Response): Promise<SourceFound> {
  const source = await getSource(res.locals.ctx, String(req.params.number));
  assertMay(source.role, 'keep_sources');
  return source;
}

async function sendIdentity(
  res: Response,
  source: SourceFound,
  shown: { read?: IdentityRead; failed?: FailedForm & { failed_form: string } } = {},
): Promise<void> {
  const { db, actor, at } = res.locals.ctx;
  const identity = await findIdentity(db, source.id);
  const page = identityPage({
    source,
    identity,
    readers: identity === undefined ? [] : await listReaders(db, identity.id),
    tombstones: await listTombstones(db, source.id),
    members: await listMembers(db, source.desk_id),
    person_id: actor.id,
    now: at,
    ...shown,
  });
  const status = shown.failed ? 422 : shown.read?.ok === false ? 500 : 200;
  renderPage(res, 'evidence/identity', page, { status });
}
