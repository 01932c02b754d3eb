// Sends the page of a source: its card, its uses, its saved copies and what it derives from; again where a form on it was refused.
import type { Response } from 'express';
import type { Db } from '#src/database/schema.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { renderPage } from '#src/http/render.ts';
import { discretionAt, discretionFor, seenIn } from '../held-back/discretion.ts';
import { cardSeen } from '../held-back/typed-words.ts';
import { originsOf } from '../origins/gather-origins.ts';
import { copiesOf, limitOf } from '../snapshots/source-copies.ts';
import { listUses, type SourceUse } from '../store.ts';
import { sourcePage } from './source-pages.ts';
import { listLookalikes, type SourceFound } from './source-store.ts';

/** `refused` is one of the page's forms: the card's own, unless it is named. */
export async function sendSource(res: Response, source: SourceFound, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const discretion = await discretionAt(ctx.db, source.desk_id, source.role);
  const uses = await usesSeen(ctx.db, source, await listUses(ctx.db, source.id));
  const same = await listLookalikes(ctx.db, source);
  const page = sourcePage(cardSeen(discretion, source), { uses, same, now: ctx.at, refused });
  const origins = await originsOf(ctx, source, discretion);
  const copies = await copiesOf(ctx, source, { limit: limitOf(res), discretion });
  renderPage(res, 'evidence/source', { ...page, origins, copies, scripts: ['copies'] }, { status: refused?.status });
}

/** The uses as this reader may see them, each by what its article prints and uses. */
async function usesSeen(db: Db, { role }: SourceFound, uses: SourceUse[]): Promise<SourceUse[]> {
  const seen: SourceUse[] = [];
  for (const use of uses) {
    const { article_id: id, desk_id, latest_version_number, passage, place, note } = use;
    const words = [use.claim_statement, use.article_title, passage, place, note];
    const discretion = await discretionFor(db, { id, desk_id, latest_version_number }, { reader: role, words });
    seen.push(seenIn(discretion, use, ['claim_statement', 'article_title', 'passage', 'place', 'note']));
  }
  return seen;
}
