// What a version changed, in the order of the text, and the claims without a place.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionGround } from '#src/articles/version-store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { changesOfSentences } from '#src/claims/analysis/sentence-pairs.ts';
import { type LastPlace, listAnchors, listLastPlaces } from '#src/claims/revision/store.ts';
import type { Context } from '#src/context.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { NotFound } from '#src/errors.ts';
import { may } from '#src/people/permissions.ts';
import { gatherArticle, type WorkbenchView } from '../gather-article.ts';
import { headOf } from '../head.ts';
import type { Mark } from '../marks.ts';
import { type Anchor, markBefore, rowsOf, sayChanges } from './changed-rows-view.ts';

/** So many stretches are shown; whoever rewrote more compares the versions. */
const MOST_ROWS = 600;

export interface TrayRow {
  number: number;
  words: string;
  mark: Mark;
  stood_in: number | null;
}

/** The model of /articles/:id/versions/:number/changes. NotFound for the first version, and for one that is not there. */
export async function changesPage(ctx: Context, found: ArticleFound, number: string) {
  const gathered = await gatherArticle(ctx, found);
  const { article } = gathered;
  const after = await getVersionGround(ctx.db, article, number);
  if (after.version.number === 1) throw new NotFound();
  const before = await getVersionGround(ctx.db, article, after.version.number - 1);
  const anchors = await listAnchors(ctx.db, after.version.id);
  const is_latest = after.version.number === article.latest_version_number;
  const changes = await changesOfSentences(before, after);
  const rows = rowsOf(gathered, changes, { before, after, anchors });
  const places = await listLastPlaces(ctx.db, after.version.id);
  const to_check = rows.flatMap((row) => row.claims).filter((claim) => !claim.is_done).length;
  const together = rows.flatMap((row) => row.claims).filter((claim) => claim.stands_together);
  const tray = trayOf(gathered, { before, anchors, places });
  return {
    title: `What changed in version ${after.version.number} · ${cutAtWord(article.title, 40)}`,
    nav: 'articles',
    where: article.desk_name,
    scripts: ['workbench', 'selection-bar', 'initials', 'stay'],
    head: headOf(gathered, ctx.at, 'versions'),
    heading: `What changed in version ${after.version.number}`,
    lead: sayChanges({ rows, to_check, lost: tray.length }),
    number: after.version.number,
    version_note: gathered.discretion.see(after.version.note),
    is_latest,
    rows: rows.slice(0, MOST_ROWS),
    left_out: Math.max(0, rows.length - MOST_ROWS),
    tray,
    together: is_latest ? together.map(({ number, revision }) => ({ number, revision })) : [],
    may_judge: is_latest && may(article.role, 'set_verdicts'),
    may_work: is_latest && may(article.role, 'mark_claims'),
  };
}

/** The page of the latest version with the form of one claim of its tray open. */
export async function trayPage(ctx: Context, article: ArticleFound, failed_number: number) {
  return { ...(await changesPage(ctx, article, String(article.latest_version_number))), failed_number };
}

function trayOf(
  { claims, discretion }: WorkbenchView,
  { before, anchors, places }: { before: VersionText; anchors: Anchor[]; places: LastPlace[] },
): TrayRow[] {
  const lost = new Set(anchors.filter((anchor) => anchor.status === 'lost').map((anchor) => anchor.id));
  return claims
    .filter((claim) => lost.has(claim.id) && claim.state !== 'withdrawn')
    .map((claim) => {
      const place = places.find((one) => one.claim_id === claim.id);
      const is_known = place?.version_id === before.version.id;
      return {
        number: claim.number,
        words: is_known ? discretion.see(before.text.slice(place.start, place.end)) : claim.statement,
        mark: markBefore(claim),
        stood_in: place?.version_number ?? null,
      };
    });
}
