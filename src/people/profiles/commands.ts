// The verbs of profiles: making, changing, choosing the default, retiring, bringing back.
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { cleanLine } from '#src/text-fields.ts';
import { type Desk, getDeskToManage } from '../desk-store.ts';
import { assertManagesDesk } from '../policy.ts';
import { levelsIn } from './levels.ts';
import { contentIn, contentOf, type ProfileTyped } from './profile.ts';
import { staleProfile } from './stale-profile.ts';
import {
  findProfileByName,
  getDefaultProfile,
  getProfile,
  insertProfile,
  type Profile,
  updateDefault,
  updateProfile,
  updateRetirement,
} from './store.ts';

/** Which profile of a desk is meant, by the desk's slug and its own id. */
export interface ProfileAt {
  slug: string;
  id: string;
}

/**
 * Makes a profile of a desk, with the levels of its default where none are typed. Throws NotFound, Forbidden (reviewers and guests), RuleBroken (a name that the desk has already,
 * retired ones among them).
 */
export function makeProfile(ctx: Context, slug: string, input: ProfileTyped): Promise<Profile> {
  return onDesk(ctx, slug, async (ctx, desk) => {
    const like = await getDefaultProfile(ctx.db, desk.id);
    const content = contentOf({ ...input, name: cleanLine(input.name) }, levelsIn(like));
    await refuseTakenName(ctx, desk.id, content.name);
    const profile = await insertProfile(ctx, desk.id, content);
    await recordOn(ctx, profile, { verb: 'profile.made', after: content });
    return profile;
  });
}

/**
 * Changes a profile's name, what it suggests as key, its checklists and levels; without a difference nothing happens. Stars
 * that are set stay. Throws NotFound, Forbidden, RuleBroken (a taken name), and StaleEdit where somebody else saved first.
 */
export function changeProfile(
  ctx: Context,
  { slug, id }: ProfileAt,
  input: ProfileTyped & { revision: number },
): Promise<Profile> {
  return onDesk(ctx, slug, async (ctx, desk) => {
    const profile = await getProfile(ctx.db, desk.id, id);
    const [before, after] = [
      contentIn(profile),
      contentOf({ ...input, name: cleanLine(input.name) }, levelsIn(profile)),
    ];
    const changes = fieldsThatDiffer(before, after);
    if (Object.keys(changes.after).length === 0) return profile;
    if (input.revision !== profile.revision) throw staleProfile(profile, { before, after });
    if ('name' in changes.after) await refuseTakenName(ctx, desk.id, after.name, id);
    await updateProfile(ctx.db, profile, after);
    await recordOn(ctx, profile, {
      verb: 'profile.changed',
      before: { ...changes.before, name: before.name },
      after: changes.after,
    });
    return { ...profile, ...after, revision: profile.revision + 1 };
  });
}

/**
 * Makes the profile the one of articles for which none is chosen; again: nothing happens. Throws NotFound, Forbidden,
 * RuleBroken (a retired one).
 */
export function makeDefaultProfile(ctx: Context, { slug, id }: ProfileAt): Promise<Profile> {
  return onDesk(ctx, slug, async (ctx, desk) => {
    const profile = await getProfile(ctx.db, desk.id, id);
    if (profile.is_default === 1) return profile;
    if (profile.retired_at !== null) throw new RuleBroken('This profile is retired. Restore it first.');
    await updateDefault(ctx.db, profile);
    await recordOn(ctx, profile, { verb: 'profile.made_default', after: { name: profile.name } });
    return { ...profile, is_default: 1 };
  });
}

/**
 * Retires a profile: no article gets it any more, those that have it keep it. Again: nothing happens. Throws NotFound,
 * Forbidden, RuleBroken (the default).
 */
export function retireProfile(ctx: Context, { slug, id }: ProfileAt): Promise<Profile> {
  return onDesk(ctx, slug, async (ctx, desk) => {
    const profile = await getProfile(ctx.db, desk.id, id);
    if (profile.retired_at !== null) return profile;
    if (profile.is_default === 1)
      throw new RuleBroken('This is the desk’s default, and new articles need one. Make another the default first.');
    await updateRetirement(ctx.db, profile, ctx.at);
    await recordOn(ctx, profile, { verb: 'profile.retired', before: { name: profile.name } });
    return { ...profile, retired_at: ctx.at };
  });
}

/** Brings a retired profile back; again: nothing happens. Throws NotFound, Forbidden. */
export function restoreProfile(ctx: Context, { slug, id }: ProfileAt): Promise<Profile> {
  return onDesk(ctx, slug, async (ctx, desk) => {
    const profile = await getProfile(ctx.db, desk.id, id);
    if (profile.retired_at === null) return profile;
    await updateRetirement(ctx.db, profile, null);
    await recordOn(ctx, profile, { verb: 'profile.restored', after: { name: profile.name } });
    return { ...profile, retired_at: null };
  });
}

/** One transaction with the desk's row locked, so that names and the default are judged by one person at a time. */
function onDesk<Result>(
  ctx: Context,
  slug: string,
  work: (ctx: Context, desk: Desk) => Promise<Result>,
): Promise<Result> {
  return transact(ctx, async (ctx) => {
    const desk = await getDeskToManage(ctx, slug, 'lock');
    assertManagesDesk(ctx.actor, desk.role, 'change_profiles');
    return work(ctx, desk);
  });
}

async function refuseTakenName(ctx: Context, desk_id: string, name: string, but?: string): Promise<void> {
  const taken = await findProfileByName(ctx.db, desk_id, name);
  if (taken === undefined || taken.id === but) return;
  throw new RuleBroken(
    taken.retired_at === null
      ? 'The desk already has a profile with this name. Choose a different one.'
      : 'A retired profile of the desk has this name. Restore it, or choose another name.',
    'name',
  );
}

function recordOn(
  ctx: Context,
  { id, desk_id }: Profile,
  event: { verb: EventVerb; before?: object; after?: object },
): Promise<void> {
  return record(ctx, { chain: desk_id, subject: `profile:${id}`, ...event });
}
