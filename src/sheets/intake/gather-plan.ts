// What the rows of a sheet are held against: where their words stand, and all that stands there.
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { workOnText } from '#src/claims/analysis/worker-pool.ts';
import { listClaims } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { listMembers } from '#src/people/member-store.ts';
import { may } from '#src/people/permissions.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import type { WordsPlaced } from '#src/reading/consistency/words-placed.ts';
import type { SheetLine } from '../columns/line.ts';
import { Statuses } from '../columns/statuses.ts';
import { listStatuses } from '../columns/store.ts';
import { listEntries, listSheetRows } from '../entries/store.ts';
import { Known } from '../placing/known.ts';
import type { PlanGround } from '../placing/plan.ts';

/** Where the words of each row stand in the text. Takes long: not inside a transaction. Throws GaveUp where it took too long. */
export async function placeLines({ text }: VersionText, lines: readonly SheetLine[]): Promise<WordsPlaced[]> {
  const words = lines.map((line) => line.words);
  const size = text.length + words.reduce((sum, one) => sum + one.length, 0);
  return (await workOnText('placeRows', size, { text, words })).flat();
}

/** All that a row is held against. The caller has found the article through a person who sees its sheets. */
export async function gatherGround(ctx: Context, article: ArticleFound, ground: VersionText): Promise<PlanGround> {
  const { db } = ctx;
  const members = await listMembers(db, article.desk_id);
  const uses = await listEvidence(db, article.id, 'inside');
  return {
    ground,
    claims: await listClaims(db, { article_id: article.id, version_id: ground.version.id }),
    statuses: new Statuses(await listVerdicts(db, article.desk_id), await listStatuses(db, article.desk_id)),
    known: new Known(
      await listEntries(db, article.id),
      uses.map(({ claim_id, source_title, source_alias, source_url }) => ({
        ...{ claim_id, title: source_title, alias: source_alias, url: source_url },
      })),
    ),
    checkers: {
      may_assign: may(article.role, 'assign_work'),
      members: members.filter(({ role, disabled_at }) => may(role, 'be_assigned_work') && disabled_at === null),
    },
    in_tray: new Set((await listSheetRows(db, article.id)).map(({ row_key }) => row_key)),
  };
}
