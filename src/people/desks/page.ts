// What the pages about desks show.
import type { Context } from '#src/context.ts';
import { type DeskManaged, getDeskToManage, listDesksToManage } from '../desk-store.ts';
import { ROLE_OPTIONS } from '../invitations/page.ts';
import { listKeys } from '../keys/store.ts';
import { keysView } from '../keys/view.ts';
import { countMembersByDesk, listMembers } from '../member-store.ts';
import { mayManageDesk, mayManagePeople } from '../policy.ts';
import { profileList } from '../profiles/page.ts';
import { withIndefiniteArticle } from '../role.ts';
import { listVerdictsInUse } from '../verdict-store.ts';
import { valuesOfSettings } from './commands.ts';
import { NO_STATEMENT, USUAL_METHOD } from './statement.ts';
import { valuesOfStatement } from './statement-commands.ts';
import { findStatement } from './statement-store.ts';
import { currentTimeZone, timeZoneOptions } from './time-zones.ts';

/** The desks of the actor; for an administrator all of them. */
export async function desksPage(ctx: Context) {
  const desks = await listDesksToManage(ctx);
  const members = await countMembersByDesk(ctx.db);
  return {
    title: 'Desks',
    nav: 'desks',
    desks: desks.map(({ id, slug, name, time_zone, language, role }) => ({
      slug,
      name,
      under: `${currentTimeZone(time_zone)} · ${languageName(language)}`,
      role: role ?? 'not on it',
      is_member: role !== null,
      members: members.get(id) ?? 0,
    })),
    may_open: mayManagePeople(ctx.actor),
    time_zones: timeZoneOptions(desks[0]?.time_zone),
    time_zone: desks[0]?.time_zone ?? 'UTC',
    language: desks[0]?.language ?? 'en',
  };
}

/** One desk with its members, settings and keys. NotFound for all but its members and administrators. */
export async function deskPage(ctx: Context, slug: string) {
  const desk = await getDeskToManage(ctx, slug);
  const members = await listMembers(ctx.db, desk.id);
  const { name, time_zone, language, method, capture_days } = desk;
  const settings = valuesOfSettings({ name, time_zone, language, method, capture_days });
  const statement = { ...NO_STATEMENT, revision: 0, ...(await findStatement(ctx.db, desk.id)) };
  return {
    title: desk.name,
    nav: 'desks',
    slug: desk.slug,
    lead: `Times in ${currentTimeZone(desk.time_zone)} · checks in ${languageName(desk.language)}${roleSentence(desk)}`,
    may_manage: mayManageDesk(ctx.actor, desk.role),
    is_member: desk.role !== null,
    settings: { ...settings, revision: desk.revision, values: settings },
    time_zones: timeZoneOptions(desk.time_zone),
    roles: ROLE_OPTIONS,
    members: members.map(({ number, display_name, initials, email, role, disabled_at }) => ({
      number,
      display_name,
      initials,
      email,
      role,
      is_disabled: disabled_at !== null,
    })),
    statement: { ...statement, values: valuesOfStatement(statement) },
    usual_method: USUAL_METHOD,
    verdicts: await listVerdictsInUse(ctx.db, desk.id),
    profiles: await profileList(ctx, desk.id),
    keys: keysView(await listKeys(ctx.db, desk.id), desk.time_zone),
    may_make_keys: mayManageDesk(ctx.actor, desk.role, 'change_keys'),
  };
}

function roleSentence({ role }: DeskManaged): string {
  if (role === null) return ' · you manage it, and do not read its articles';
  return role === 'operator' ? '' : ` · you are ${withIndefiniteArticle(role)} here`;
}

/** "English (en-GB)": the name that people know, and the tag that the form takes. */
function languageName(tag: string): string {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag);
  return name === undefined || name === tag ? tag : `${name} (${tag})`;
}
