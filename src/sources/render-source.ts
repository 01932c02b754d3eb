// Sends the page of a source, again where a form on it was refused.
import type { Response } from 'express';
import type { RefusedForm } from '#src/http/form.ts';
import { renderPage } from '#src/http/render.ts';
import { listLookalikes } from './card/same-source-store.ts';
import type { SourceFound } from './card/store.ts';
import { sourcePage } from './card/view.ts';
import { discretionAt } from './held-back/discretion.ts';
import { cardSeen } from './held-back/typed-words.ts';
import type { SourceHooks } from './hooks.ts';
import { originsOf } from './origins/page.ts';
import { papersSaid } from './retractions/papers.ts';
import { copiesOf, limitOf } from './snapshots/copies-page.ts';

/** `refused` is one of the page's forms: the card's own, unless it is named. */
export async function sendSource(
  res: Response,
  source: SourceFound,
  { usesOf, refused }: Pick<SourceHooks, 'usesOf'> & { refused?: RefusedForm | undefined },
): Promise<void> {
  const { ctx } = res.locals;
  const discretion = await discretionAt(ctx.db, source.desk_id, source.role);
  const uses = await usesOf(ctx, source);
  const same = await listLookalikes(ctx.db, source);
  const seen = cardSeen(discretion, source);
  const page = sourcePage(seen, { uses, same, now: ctx.at, refused });
  const origins = await originsOf(ctx, source, discretion);
  const copies = await copiesOf(ctx, source, { limit: limitOf(res), discretion });
  const paper = (await papersSaid(ctx.db, [seen]))(seen);
  renderPage(
    res,
    'sources/source',
    { ...page, paper, origins, copies, scripts: ['snapshot-progress'] },
    { status: refused?.status },
  );
}
