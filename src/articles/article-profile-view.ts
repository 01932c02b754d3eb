// The choice of a profile on the forms of an article, and what is said of a change.
import type { DeskFound } from '#src/people/desk-store.ts';
import { keySortLine } from '#src/people/profiles/profile.ts';
import type { Profile } from '#src/people/profiles/store.ts';
import type { ArticleTable } from './tables.ts';

type Desks = readonly (DeskFound & { profiles: readonly Profile[] })[];
type Option = { value: string; label: string };

/** The profiles in use of these desks; where there are several desks, each with the name of its desk. */
export function profileOptions(desks: Desks): Option[] {
  if (desks.length === 1) return profilesToChoose(desks[0]?.profiles ?? []);
  const named = desks.flatMap(({ name, profiles }) =>
    profilesToChoose(profiles).map(({ value, label }) => ({ value, label: `${label} (${name})` })),
  );
  return [{ value: '', label: 'The default of the desk' }, ...named];
}

/** The profiles in use, and, marked, the one that an article has and the desk retired. */
export function profilesToChoose(profiles: readonly Profile[], present = ''): Option[] {
  return profiles
    .filter(({ id, retired_at }) => retired_at === null || id === present)
    .map(({ id, name, retired_at }) => ({ value: id, label: retired_at === null ? name : `${name} (retired)` }));
}

/** The profile that a form begins with: the one desk's default; of several desks the default of whichever is chosen. */
export function profileChosenFirst(desks: Desks): string {
  return desks.length === 1 ? (desks[0]?.profiles.find(({ is_default }) => is_default === 1)?.id ?? '') : '';
}

/** What is said after details were saved: with a new profile or for Legal, that stars stay. */
export function savedNotice(before: ArticleTable, after: ArticleTable, profile: Profile): string {
  const saved = 'The details are saved.';
  if (before.profile_id === after.profile_id && before.needs_legal === after.needs_legal) return saved;
  const sorts = keySortLine(profile, { with_legal: after.needs_legal === 1 });
  return `${saved} ${profile.name} suggests as key from now on: ${sorts}. Stars that are set stay as they are.`;
}
