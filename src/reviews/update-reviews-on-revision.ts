// What a new version does to fixes and queries: in the copy, lost again, moved along.
import type { OnRevised, VersionChange } from '#src/claims/revision/hooks.ts';
import { listClaims } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { wordFor } from '#src/counted.ts';
import type { Place, Range } from '#src/reading/text/range.ts';
import { recordOnFix } from './fixes/commands.ts';
import { type FixFound, listFixes, updateFix, updateFixPlace } from './fixes/store.ts';
import { Follower } from './follow.ts';
import { listQueries, updateQueryPlace } from './queries/store.ts';
import { NO_PLACE, placeAt } from './review-anchor.ts';
import { rangeInVersion } from './review-place.ts';
import type { PlaceColumns } from './tables.ts';

interface Following {
  change: VersionChange;
  follower: Follower;
  /** Where each claim stood in the version before, for what has no place of its own. */
  claims: ReadonlyMap<string, Place>;
}

/** For reviseArticle: what a new version means for fixes and queries. Says which fixes are in, and which were lost. */
export const followReviews: OnRevised = async (ctx, article, change) => {
  const fixes = await listFixes(ctx.db, article.id);
  const queries = await listQueries(ctx.db, article.id);
  if (fixes.length + queries.length === 0) return '';
  const stood = await listClaims(ctx.db, { article_id: article.id, version_id: change.before.version.id });
  const claims = new Map(stood.map((claim) => [claim.id, claim]));
  const following: Following = { change, follower: new Follower(change), claims };
  const outcome = { in_copy: [] as number[], lost: [] as number[] };
  for (const fix of fixes) {
    const became = await followFix(ctx, fix, following);
    if (became !== null) outcome[became].push(fix.number);
  }
  for (const query of queries) {
    const range = rangeBefore(query, following);
    if (range !== null) await updateQueryPlace(ctx.db, query.id, placeNow(query.words, range, following));
  }
  return sayOutcome(outcome);
};

/** What is said of a lost fix stays until it is in again. */
const NO_LONGER = 'no longer has';

async function followFix(ctx: Context, fix: FixFound, following: Following): Promise<'in_copy' | 'lost' | null> {
  const { follower, change } = following;
  const range = rangeBefore(fix, following);
  if (range === null) return null;
  const { version } = change.after;
  if (fix.state === 'in_copy') {
    if (!follower.isLost(fix, range))
      return moved(ctx, fix, { ...placeNow(fix.new_words, range, following), version_note: '' });
    const state = fix.decided_at === null ? 'asked' : 'agreed';
    const version_note = `Version ${version.number} ${NO_LONGER} “${fix.new_words}”, which version ${fix.in_copy_version} had.`;
    const place = placeNow(fix.old_words, range, following);
    await updateFix(ctx.db, fix.id, { state, in_copy_version_id: null, version_note, ...place });
    const before = { state: 'in_copy', version: fix.in_copy_version };
    await recordOnFix(ctx, fix, {
      verb: 'fix.lost',
      before,
      after: { fix: fix.number, state, version: version.number },
    });
    return 'lost';
  }
  if (fix.state !== 'refused' && follower.isIn(fix, range)) {
    const place = placeNow(fix.new_words, range, following);
    await updateFix(ctx.db, fix.id, { state: 'in_copy', in_copy_version_id: version.id, version_note: '', ...place });
    const after = { fix: fix.number, state: 'in_copy', version: version.number, new_words: fix.new_words };
    await recordOnFix(ctx, fix, { verb: 'fix.in_copy', before: { state: fix.state }, after });
    return 'in_copy';
  }
  const found = follower.placeOf(fix.old_words, range)?.is_found === true;
  const kept = fix.version_note.includes(NO_LONGER) ? fix.version_note : '';
  const otherwise = fix.state === 'refused' ? '' : `Version ${version.number} changed these words otherwise.`;
  return moved(ctx, fix, { ...placeNow(fix.old_words, range, following), version_note: found ? kept : otherwise });
}

async function moved(ctx: Context, fix: FixFound, place: PlaceColumns & Pick<FixFound, 'version_note'>): Promise<null> {
  await updateFixPlace(ctx.db, fix.id, place);
  return null;
}

function rangeBefore(one: PlaceColumns & { claim_id: string | null }, { change, claims }: Following): Range | null {
  return rangeInVersion(one, change.before.version.id, (id) => claims.get(id));
}

function placeNow(words: string, range: Range, { follower, change }: Following): PlaceColumns {
  const place = follower.placeOf(words, range);
  return place === undefined ? NO_PLACE : placeAt(change.after, place.range);
}

function sayOutcome({ in_copy, lost }: { in_copy: number[]; lost: number[] }): string {
  const fixes = (numbers: number[]) => (numbers.length === 1 ? `Fix ${numbers[0]}` : `Fixes ${listed(numbers)}`);
  return [
    in_copy.length > 0 && `${fixes(in_copy)} ${wordFor(in_copy.length, 'is', 'are')} in the copy now.`,
    lost.length > 0 && `${fixes(lost)} ${wordFor(lost.length, 'was', 'were')} lost again.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function listed(numbers: number[]): string {
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
