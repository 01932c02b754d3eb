// How an article is to be checked: under which profile of its desk, and whether Legal has to see it.
import type { Db } from '#src/database/schema.ts';
import { RuleBroken } from '#src/errors.ts';
import { findProfile, getDefaultProfile, type Profile } from '#src/people/profiles/store.ts';
import type { Flag } from '#src/people/tables.ts';
import type { ArticleTable } from './tables.ts';

/** What a person chooses; what is left out is the desk's default, and no Legal, or stays as it is. */
export interface CheckingTyped {
  profile_id?: string;
  needs_legal?: boolean;
}

/** The profile and the flag as columns, and the profile's name for the log. */
export interface Checking {
  profile_id: string;
  needs_legal: Flag;
  profile: string;
}

/** How a new article of this desk is checked. Throws RuleBroken for a profile that is another desk's, or retired. */
export async function readChecking(db: Db, desk_id: string, typed: CheckingTyped): Promise<Checking> {
  const { id, name } = typed.profile_id
    ? await usableProfile(db, desk_id, typed.profile_id)
    : await getDefaultProfile(db, desk_id);
  return { profile_id: id, needs_legal: typed.needs_legal ? 1 : 0, profile: name };
}

/** How the article is checked from now on. The profile that it has may be retired; a new one may not. Throws as readChecking. */
export async function readCheckingAgain(
  db: Db,
  article: ArticleTable & { profile_name: string },
  { profile_id = '', needs_legal = article.needs_legal === 1 }: CheckingTyped,
): Promise<Checking> {
  if (profile_id !== '' && profile_id !== article.profile_id)
    return readChecking(db, article.desk_id, { profile_id, needs_legal });
  return { profile_id: article.profile_id, needs_legal: needs_legal ? 1 : 0, profile: article.profile_name };
}

async function usableProfile(db: Db, desk_id: string, id: string): Promise<Profile> {
  const profile = await findProfile(db, desk_id, id);
  if (profile === undefined || profile.retired_at !== null)
    throw new RuleBroken(
      'This profile does not belong to the desk, or was retired. Choose another; everything you typed is still here.',
      'profile_id',
    );
  return profile;
}
