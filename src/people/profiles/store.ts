// All SQL of profiles. The caller has found the desk or the article through the actor.
import type { Selectable } from 'kysely';
import type { Context } from '#src/context.ts';
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { isId, newId } from '#src/ids.ts';
import { foldKey } from '#src/text-fields.ts';
import { raiseDeskSeq } from '../desk-seq-store.ts';
import type { ProfileTable } from '../tables.ts';
import { FIRST_PROFILES } from './first-profiles.ts';
import { firstLevels } from './levels.ts';
import { KEY_SORTS, PROFILE_KINDS, type ProfileContent } from './profile.ts';

export type Profile = Selectable<ProfileTable>;

type ProfileKey = Pick<Profile, 'id' | 'desk_id'>;

/** The profiles of these desks, retired ones too, a desk's own in their order. */
export function listProfiles(db: Db, desk_ids: readonly string[]): Promise<Profile[]> {
  return db
    .selectFrom('profile')
    .selectAll()
    .where('desk_id', 'in', desk_ids.length > 0 ? desk_ids : [''])
    .orderBy('desk_id')
    .orderBy('position')
    .execute();
}

/** The desk's profile with this id, or undefined for another's. */
export async function findProfile(db: Db, desk_id: string, id: string): Promise<Profile | undefined> {
  if (!isId(id)) return undefined;
  return (await profilesAt(db, { desk_id, id }))[0];
}

const profilesAt = statement((db, { desk_id, id }: { desk_id: string; id: string }) =>
  db.selectFrom('profile').selectAll().where('desk_id', '=', desk_id).where('id', '=', id),
);

/** The desk's profile with this id. Throws NotFound for another's. */
export async function getProfile(db: Db, desk_id: string, id: string): Promise<Profile> {
  const profile = await findProfile(db, desk_id, id);
  if (profile === undefined) throw new NotFound();
  return profile;
}

/** The profile of articles for which none was chosen. Every desk has one. */
export function getDefaultProfile(db: Db, desk_id: string): Promise<Profile> {
  return db
    .selectFrom('profile')
    .selectAll()
    .where('desk_id', '=', desk_id)
    .where('is_default', '=', 1)
    .executeTakeFirstOrThrow();
}

/** The desk's profile of this name, retired or not, however it is written. */
export function findProfileByName(db: Db, desk_id: string, name: string): Promise<Profile | undefined> {
  return db
    .selectFrom('profile')
    .selectAll()
    .where('desk_id', '=', desk_id)
    .where('name_key', '=', foldKey(name))
    .executeTakeFirst();
}

/** Adds a profile behind the desk's others. The caller has locked the desk and found the name free. */
export async function insertProfile(ctx: Context, desk_id: string, content: ProfileContent): Promise<Profile> {
  const { last } = await ctx.db
    .selectFrom('profile')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('desk_id', '=', desk_id)
    .executeTakeFirstOrThrow();
  const profile = profileRow(ctx, desk_id, { ...content, position: Number(last ?? 0) + 1 });
  await ctx.db.insertInto('profile').values(profile).execute();
  await raiseDeskSeq(ctx.db, desk_id);
  return profile;
}

/** Gives a new desk its first profiles. */
export async function insertFirstProfiles(ctx: Context, desk_id: string): Promise<void> {
  const rows = FIRST_PROFILES.map(({ name, keys, checklists, is_default }, index) => {
    const content = {
      name,
      ...Object.fromEntries(KEY_SORTS.map((sort) => [`key_${sort}`, keys.includes(sort) ? 1 : 0])),
      ...Object.fromEntries(PROFILE_KINDS.map((kind) => [`checklist_${kind}`, (checklists[kind] ?? []).join('\n')])),
      ...firstLevels(name),
    } as ProfileContent;
    return profileRow(ctx, desk_id, { ...content, position: index + 1, is_default: is_default ? 1 : 0 });
  });
  await ctx.db.insertInto('profile').values(rows).execute();
}

/** Saves what people decided and raises the revision. The caller has locked the desk and compared the revision. */
export async function updateProfile(db: Db, { id, desk_id }: ProfileKey, content: ProfileContent): Promise<void> {
  await updateRow(db, 'profile', { id, changes: { ...content, name_key: foldKey(content.name) }, revised: 'revised' });
  await raiseDeskSeq(db, desk_id);
}

/** Retires the profile at this time, or brings it back with null. */
export async function updateRetirement(db: Db, { id, desk_id }: ProfileKey, retired_at: string | null): Promise<void> {
  await db.updateTable('profile').set({ retired_at }).where('id', '=', id).execute();
  await raiseDeskSeq(db, desk_id);
}

/** Makes this the desk's one default. */
export async function updateDefault(db: Db, { id, desk_id }: ProfileKey): Promise<void> {
  await db.updateTable('profile').set({ is_default: 0 }).where('desk_id', '=', desk_id).execute();
  await db.updateTable('profile').set({ is_default: 1 }).where('id', '=', id).execute();
  await raiseDeskSeq(db, desk_id);
}

function profileRow(
  ctx: Context,
  desk_id: string,
  content: ProfileContent & Pick<Profile, 'position'> & Partial<Pick<Profile, 'is_default'>>,
): Profile {
  return {
    is_default: 0,
    ...content,
    id: newId(),
    desk_id,
    name_key: foldKey(content.name),
    created_at: ctx.at,
    retired_at: null,
    revision: 1,
  };
}
