// HTTP routes for putting two cards together.
import { type Request, type Response, Router } from 'express';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { OPENED } from '#src/http/opened-as.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { listLookalikes } from '../card/same-source-store.ts';
import { getSource, type SourceFound } from '../card/store.ts';
import { lookalikeOf } from '../card/view.ts';
import type { SourceHooks } from '../hooks.ts';
import { mergeSources } from './commands.ts';
import { mergeForm } from './forms.ts';
import type { FieldChoices } from './merging.ts';
import { countUses } from './store.ts';
import { mergePage } from './view.ts';

type Card = { number: string };

/** The page and its form, for people who are signed in. */
export function mergeRoutes(hooks: Pick<SourceHooks, 'onCopiesChanged' | 'onRetracted'>): Router {
  const routes = Router();
  routes.get(paths.source_merging, showMerging);
  handleForm(routes, 'source_merging', {
    load: ({ ctx, params }) => keptSource(ctx, params),
    schema: mergeForm,
    command: ({ ctx, found, value: { other, revision, other_revision, ...chosen } }) => {
      const choices = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== '')) as FieldChoices;
      return mergeSources(ctx, found.number, { other, revision, other_revision, choices }, hooks);
    },
    notice: ({ number }, { value }) =>
      `Source ${value.other} is merged into source ${number}, and its number leads here.`,
    redirect: ({ number }) => url('source', { number }),
    shows_stale: true,
    reshow: async ({ ctx, req, res, found }, refused) => {
      const goes = refused.status === 409 ? await getSource(ctx, Number(refused.typed.other)) : null;
      await sendMerging(res, found, { goes, refused, opened: goes && String(req.body[OPENED] ?? '') });
    },
  });
  return routes;
}

async function showMerging(req: Request<Card>, res: Response): Promise<void> {
  const stays = await keptSource(res.locals.ctx, req.params);
  const other = typeof req.query.other === 'string' ? req.query.other.replace(/^#|^source\s+/i, '').trim() : '';
  if (other === '') return sendMerging(res, stays, { goes: null });
  try {
    const goes = await getSource(res.locals.ctx, other);
    await sendMerging(res, stays, goes.id === stays.id ? { goes: null, refused: isThis(other) } : { goes });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    await sendMerging(res, stays, { goes: null, refused: notThere(other) });
  }
}

async function keptSource(ctx: Context, { number }: Card): Promise<SourceFound> {
  const source = await getSource(ctx, number);
  assertMay(source.role, 'keep_sources');
  return source;
}

async function sendMerging(
  res: Response,
  stays: SourceFound,
  { goes, ...sent }: { goes: SourceFound | null; refused?: RefusedForm; opened?: string | null },
): Promise<void> {
  const { db } = res.locals.ctx;
  const uses = {
    stays: await countUses(db, stays.id),
    goes: goes === null ? 0 : await countUses(db, goes.id),
  };
  const lookalikes = (await listLookalikes(db, stays)).map(lookalikeOf);
  const page = mergePage({ stays, goes, uses, lookalikes, ...sent });
  renderPage(res, 'sources/merging', page, { status: sent.refused?.status });
}

function notThere(other: string): RefusedForm {
  return refusedOther(other, `There is no source ${other} here.`);
}

function isThis(other: string): RefusedForm {
  return refusedOther(other, 'This is the source itself, or leads to it.');
}

function refusedOther(other: string, message: string): RefusedForm {
  return { errors: [{ field: 'other', message }], typed: { other }, status: 422 };
}
