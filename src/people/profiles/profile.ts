// A desk's profile: which claims are key, a checklist for each kind, levels of the sign-off checks. Pure.
import type { Flag, ProfileTable } from '../tables.ts';
import { LEVEL_COLUMNS, type LevelColumns } from './levels.ts';

/** What makes a claim key, in the order in which a reason is said. `legal`: only where Legal has to see the article. */
export const KEY_SORTS = ['headline', 'casualties', 'accusations', 'legal', 'money', 'health'] as const;
export type KeySort = (typeof KEY_SORTS)[number];

/** As pages name them, in lists and beside their boxes. */
export const KEY_SORT_LABELS: Record<KeySort, string> = {
  headline: 'the headline',
  casualties: 'casualties',
  accusations: 'accusations',
  legal: 'anything in a sentence with an accusation',
  money: 'money',
  health: 'health',
};

/** The kinds of claim, each with a checklist of its own. */
export const PROFILE_KINDS = [
  'number',
  'quotation',
  'event',
  'name',
  'date',
  'place',
  'comparison',
  'implication',
  'image',
  'other',
] as const;
export type ProfileKind = (typeof PROFILE_KINDS)[number];

/** What people decide about a profile, by the names of the form's fields. A level that is left out stays as it is. */
export type ProfileTyped = { name: string } & Record<`key_${KeySort}`, boolean> &
  Record<`checklist_${ProfileKind}`, string> & { [Column in keyof LevelColumns]?: LevelColumns[Column] | undefined };

/** The same as columns. */
export type ProfileContent = { name: string } & Record<`key_${KeySort}`, Flag> &
  Record<`checklist_${ProfileKind}`, string> &
  LevelColumns;

const FIELDS = [
  'name',
  ...KEY_SORTS.map((sort) => `key_${sort}` as const),
  ...PROFILE_KINDS.map((kind) => `checklist_${kind}` as const),
  ...LEVEL_COLUMNS,
] as const;

/** What was typed, as columns; whatever else the form held is left out. Levels that were not typed are as in `levels`. */
export function contentOf(typed: ProfileTyped, levels: LevelColumns): ProfileContent {
  const chosen = Object.entries(typed).filter(([, value]) => value !== undefined);
  return picked({ ...levels, ...Object.fromEntries(chosen) } as ProfileTyped, (value) =>
    typeof value === 'boolean' ? Number(value) : value,
  ) as ProfileContent;
}

/** What people decided about this profile, without the rest of its row. */
export function contentIn(profile: ProfileTable): ProfileContent {
  return picked(profile, (value) => value) as ProfileContent;
}

/** The sorts of claim that the profile suggests as key, in their order. */
export function keySortsIn(profile: Pick<ProfileTable, `key_${KeySort}`>): KeySort[] {
  return KEY_SORTS.filter((sort) => profile[`key_${sort}`] === 1);
}

/** The same in words: "the headline, casualties and money"; `with_legal` says whether Legal has to see the article. */
export function keySortLine(
  profile: Pick<ProfileTable, `key_${KeySort}`>,
  { with_legal }: { with_legal: boolean },
): string {
  const sorts = keySortsIn(profile).filter((sort) => with_legal || sort !== 'legal');
  const words = sorts.map((sort) => KEY_SORT_LABELS[sort]);
  return words.length > 0 ? new Intl.ListFormat('en-GB').format(words) : 'nothing';
}

/** What to go through with a claim of this kind, an item a line; none where the desk wrote none. */
export function checklistFor(profile: Pick<ProfileTable, `checklist_${ProfileKind}`>, kind: ProfileKind): string[] {
  return profile[`checklist_${kind}`].split('\n').filter((item) => item.trim() !== '');
}

function picked(values: ProfileTyped | ProfileContent, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(FIELDS.map((field) => [field, change(values[field])]));
}
