// What the pages about profiles show: the list, one profile, the form of a new one.
import type { Context } from '#src/context.ts';
import { type DeskManaged, getDeskToManage } from '../desk-store.ts';
import { assertManagesDesk, mayManageDesk } from '../policy.ts';
import type { ProfileAt } from './commands.ts';
import { LEVEL_LABELS, LEVELLED_RULES, LEVELS, levelColumn, levelIn, RULES, ruleAsks } from './levels.ts';
import {
  checklistFor,
  contentIn,
  KEY_SORT_LABELS,
  KEY_SORTS,
  keySortLine,
  keySortsIn,
  PROFILE_KINDS,
  type ProfileContent,
} from './profile.ts';
import { valuesOfProfile } from './stale-profile.ts';
import { getDefaultProfile, getProfile, listProfiles, type Profile } from './store.ts';

/** The profiles of a desk as its page lists them: those in use, then the retired ones. */
export async function profileList(ctx: Context, desk_id: string) {
  const profiles = await listProfiles(ctx.db, [desk_id]);
  const listed = (profile: Profile) => ({
    id: profile.id,
    name: profile.name,
    is_default: profile.is_default === 1,
    suggests: keySortLine(profile, { with_legal: false }),
    with_legal: profile.key_legal === 1,
  });
  return {
    in_use: profiles.filter(({ retired_at }) => retired_at === null).map(listed),
    retired: profiles.filter(({ retired_at }) => retired_at !== null).map(listed),
  };
}

/** One profile: its form for who manages the desk, its content in words for everybody else there. Throws NotFound. */
export async function profilePage(ctx: Context, { slug, id }: ProfileAt) {
  const desk = await getDeskToManage(ctx, slug);
  const profile = await getProfile(ctx.db, desk.id, id);
  return {
    ...frameOf(desk, { title: profile.name, content: contentIn(profile) }),
    may_manage: mayManageDesk(ctx.actor, desk.role),
    profile: {
      id,
      revision: profile.revision,
      values: valuesOfProfile(contentIn(profile)),
      is_default: profile.is_default === 1,
      is_retired: profile.retired_at !== null,
    },
    suggests: keySortsIn(profile).map((sort) => ({
      words: capitalised(KEY_SORT_LABELS[sort]),
      hint: sort === 'legal' ? LEGAL_HINT : '',
    })),
    levels: RULES.map((rule) => ({ rule, asks: ruleAsks(rule), level: LEVEL_LABELS[levelIn(profile, rule)] })),
    checklists: PROFILE_KINDS.map((kind) => ({ kind, items: checklistFor(profile, kind) })).filter(
      ({ items }) => items.length > 0,
    ),
  };
}

/** The form of a new profile; it begins as the desk's default is. Throws NotFound, Forbidden. */
export async function newProfilePage(ctx: Context, slug: string) {
  const desk = await getDeskToManage(ctx, slug);
  assertManagesDesk(ctx.actor, desk.role, 'make_profiles');
  const like = await getDefaultProfile(ctx.db, desk.id);
  return {
    ...frameOf(desk, { title: 'A new profile', content: { ...contentIn(like), name: '' } }),
    may_manage: true,
    profile: null,
    like: like.name,
  };
}

const LEGAL_HINT = 'Only in articles that Legal has to see.';

function frameOf(desk: DeskManaged, { title, content }: { title: string; content: ProfileContent }) {
  return {
    title,
    nav: 'desks',
    width: 'narrow',
    slug: desk.slug,
    desk_name: desk.name,
    name: content.name,
    key_fields: KEY_SORTS.map((sort) => ({
      name: `key_${sort}`,
      label: capitalised(KEY_SORT_LABELS[sort]),
      hint: sort === 'legal' ? LEGAL_HINT : '',
      value: content[`key_${sort}`] === 1,
    })),
    checklist_fields: PROFILE_KINDS.map((kind) => ({
      name: `checklist_${kind}`,
      label: kind === 'other' ? 'Anything else' : `${/^[aeiou]/.test(kind) ? 'An' : 'A'} ${kind}`,
      value: content[`checklist_${kind}`],
    })),
    level_options: LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] })),
    level_fields: LEVELLED_RULES.map((rule) => ({
      rule,
      name: levelColumn(rule),
      label: ruleAsks(rule),
      value: content[levelColumn(rule)],
    })),
  };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
