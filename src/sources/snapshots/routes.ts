// HTTP routes for saved copies: bringing, capturing, looking, erasing.
import { type Request, type Response, Router } from 'express';
import { NotFound } from '#src/errors.ts';
import { fileIn } from '#src/http/file-sent.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { getSource, type SourceFound } from '../card/store.ts';
import { discretionAt } from '../held-back/discretion.ts';
import { cardSeen } from '../held-back/typed-words.ts';
import type { SourceHooks } from '../hooks.ts';
import { askForCapture, placeOfCopies } from './capture-commands.ts';
import { checkCopy } from './check-commands.ts';
import { type CopyKept, keepCopy } from './commands.ts';
import { copiesOf, limitOf } from './copies-page.ts';
import { downloadRoutes } from './download-routes.ts';
import { eraseCopy } from './erase-commands.ts';
import { erasureForm, readBroughtForm } from './forms.ts';
import { copyFor } from './seen-copy.ts';
import { snapshotPage } from './snapshot-view.ts';
import { findTextOf, getSnapshot } from './store.ts';
import { sourceCopiesPage } from './view.ts';

type Numbered = { number: string };

/** The pages, files and forms of saved copies, for people who are signed in. */
export function snapshotRoutes(hooks: SourceHooks): Router {
  const { onCopiesChanged } = hooks;
  const sendSnapshot = snapshotSender(hooks);
  const routes = Router();
  routes.get(paths.source_snapshots, async ({ params }: Request<Numbered>, res) =>
    sendCopies(res, await getSource(res.locals.ctx, params.number)),
  );
  handleCopies(routes, hooks);
  routes.get(paths.snapshot, (req: Request<Numbered>, res) => sendSnapshot({ params: req.params, req, res }));
  routes.use(downloadRoutes());
  handleForm(routes, 'snapshot_erasure', {
    page: (params) => url('snapshot', params),
    load: async ({ ctx, params }) => {
      const snapshot = await getSnapshot(ctx, params.number);
      assertMay(snapshot.role, 'erase_copies');
      return snapshot;
    },
    schema: erasureForm,
    command: ({ ctx, found, value }) => eraseCopy(ctx, found.number, value.reason, onCopiesChanged),
    fieldOf: (field) => (field === 'reason' ? field : ''),
    notice: (is_erased, { found: { number } }) =>
      `Saved copy ${number} ${is_erased ? 'is erased' : 'was already erased'}.`,
    redirect: (_, { found: { number } }) => url('snapshot', { number }),
    reshow: sendSnapshot,
  });
  return routes;
}

function handleCopies(routes: Router, { onCopiesChanged }: Pick<SourceHooks, 'onCopiesChanged'>): void {
  handleForm(routes, 'source_snapshots', {
    load: async ({ ctx, params }) => {
      const source = await getSource(ctx, params.number);
      assertMay(source.role, 'keep_copies');
      return source;
    },
    read: ({ req }) => readBroughtForm(req.body, fileIn(req)),
    command: ({ ctx, found, value }) => keepCopy(ctx, found.number, value, onCopiesChanged),
    fieldOf: (field) => (field === 'file' || field === 'text' ? field : ''),
    notice: sayKept,
    redirect: ({ snapshot: { number } }) => url('snapshot', { number }),
    reshow: ({ res, found }, refused) => sendCopies(res, found, refused),
  });
  handleForm(routes, 'source_captures', {
    page: (params) => url('source_snapshots', params),
    load: ({ ctx, params }) => getSource(ctx, params.number),
    command: ({ ctx, found }) => askForCapture(ctx, found.number),
    fieldOf: () => '',
    redirect: (_, { found }) => placeOfCopies(found.number),
    reshow: ({ res, found }, refused) => sendCopies(res, found, refused),
  });
}

async function sendCopies(res: Response, source: SourceFound, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const discretion = await discretionAt(ctx.db, source.desk_id, source.role);
  const part = await copiesOf(ctx, source, { limit: limitOf(res), discretion });
  if (part === null) throw new NotFound();
  const page = sourceCopiesPage(cardSeen(discretion, source), part, refused);
  renderPage(res, 'sources/copies', page, { status: refused?.status });
}

type SentFrom = { params: Numbered; req: Request; res: Response };

function snapshotSender({ passageIn }: Pick<SourceHooks, 'passageIn'>) {
  return async ({ params, req, res }: SentFrom, refused?: RefusedForm): Promise<void> => {
    const { ctx } = res.locals;
    const copy = await copyFor(ctx, params.number);
    const altered = await checkCopy(ctx, copy);
    const text = await findTextOf(ctx.db, copy.id);
    const evidence_id = String(req.query.evidence ?? '');
    const passage = await passageIn(ctx, { snapshot_id: copy.id, evidence_id });
    const page = snapshotPage(copy, { altered, text, passage, now: ctx.at, refused });
    renderPage(res, 'sources/snapshot', page, { status: refused?.status });
  };
}

function sayKept({ snapshot, is_new }: CopyKept): string {
  if (is_new) return `Stored as saved copy ${snapshot.number}.`;
  return `These bytes were saved already, as saved copy ${snapshot.number}. Nothing was added.`;
}
