// Sends the page of a source: its card, its uses, its saved copies and what it derives from; again where a form on it was refused.
import type { Response } from 'express';
import { renderPage } from '#src/http/render.ts';
import type { FailedForm } from '../forms.ts';
import { originsOf } from '../origins/gather-origins.ts';
import { copiesOf, limitOf } from '../snapshots/source-copies.ts';
import { listUses } from '../store.ts';
import { sourcePage } from './source-pages.ts';
import { listLookalikes, type SourceFound } from './source-store.ts';

/** `failed_form` names the form of the page that was refused, where it is not the card's own. */
export async function sendSource(
  res: Response,
  source: SourceFound,
  failed?: FailedForm & { failed_form?: string },
): Promise<void> {
  const { ctx } = res.locals;
  const uses = await listUses(ctx.db, source.id);
  const same = await listLookalikes(ctx.db, source);
  const page = sourcePage(source, { uses, same, now: ctx.at, failed });
  const origins = await originsOf(ctx, source);
  const copies = await copiesOf(ctx, source, limitOf(res));
  renderPage(res, 'evidence/source', { ...page, origins, copies, scripts: ['copies'] }, { status: failed ? 422 : 200 });
}
