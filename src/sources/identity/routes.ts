// HTTP routes for an identity record; never cached, and each reading is a noted post.
import { type Request, type Response, Router } from 'express';
import type { Context } from '#src/context.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { logError } from '#src/http/logging.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { listMembers } from '#src/people/member-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { getSource, type SourceFound } from '../card/store.ts';
import { destroyIdentity, type IdentityRead, nameReader, readIdentity, writeIdentity } from './commands.ts';
import { destructionForm, identityForm, readerForm } from './forms.ts';
import { findIdentity, listReaders, listTombstones } from './store.ts';
import { identityPage } from './view.ts';

type Card = { number: string };

/** The page and the forms of identity records, for people who are signed in. */
export function identityRoutes(): Router {
  const routes = Router();
  routes.use(paths.source_identity, (_req, res, next) => {
    noStore(res);
    next();
  });
  routes.get(paths.source_identity, async ({ params }: Request<Card>, res) =>
    sendIdentity(res, await sourceToKeep({ ctx: res.locals.ctx, params })),
  );
  handleForm(routes, 'source_identity', {
    name: 'identity',
    load: sourceToKeep,
    schema: identityForm,
    command: ({ ctx, found, value }) => writeIdentity(ctx, found.number, value),
    notice: 'The record is written and sealed. Each reading is logged.',
    redirect: (_, { found: { number } }) => url('source_identity', { number }),
    reshow: ({ res, found }, refused) => sendIdentity(res, found, { refused }),
  });
  handleReaders(routes);
  return routes;
}

function page(params: Card): string {
  return url('source_identity', params);
}

function handleReaders(routes: Router): void {
  handleForm(routes, 'source_identity_reading', {
    page,
    load: sourceToKeep,
    command: ({ ctx, found }) => readIdentity(ctx, found.number),
    answer: (read, { req, res, found }) => {
      const { number } = found;
      if (!read.ok)
        logError(req, { source: number }, 'an identity record does not open: it was changed outside the program');
      return sendIdentity(res, found, { read });
    },
  });
  handleForm(routes, 'source_identity_readers', {
    page,
    name: 'reader',
    load: sourceToKeep,
    schema: readerForm,
    command: ({ ctx, found, value }) => nameReader(ctx, found.number, value),
    fieldOf: () => 'reader',
    notice: 'Named: this person can read the record now.',
    redirect: (_, { found: { number } }) => url('source_identity', { number }),
    reshow: ({ res, found }, refused) => sendIdentity(res, found, { refused }),
  });
  handleForm(routes, 'source_identity_destruction', {
    page,
    name: 'destruction',
    load: sourceToKeep,
    schema: destructionForm,
    command: ({ ctx, found, value }) => destroyIdentity(ctx, found.number, value),
    notice: 'The record is destroyed. That it existed, and why it was destroyed, stays on record.',
    redirect: (_, { found: { number } }) => url('source_identity', { number }),
    reshow: ({ res, found }, refused) => sendIdentity(res, found, { refused }),
  });
}

async function sourceToKeep({ ctx, params }: { ctx: Context; params: Card }): Promise<SourceFound> {
  const source = await getSource(ctx, params.number);
  assertMay(source.role, 'see_identity_records');
  return source;
}

async function sendIdentity(
  res: Response,
  source: SourceFound,
  shown: { read?: IdentityRead; refused?: RefusedForm } = {},
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
  const status = shown.refused?.status ?? (shown.read?.ok === false ? 500 : 200);
  renderPage(res, 'sources/identity', page, { status });
}
