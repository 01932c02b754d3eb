// The verbs of desks: opening one, and changing its settings.
import { INSTALLATION, record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { cleanLine } from '#src/text-fields.ts';
import { type Desk, findDeskByName, getDeskToManage, insertDesk, updateDesk } from '../desk-store.ts';
import { makeMember } from '../make-member-commands.ts';
import { assertManagesDesk, assertManagesPeople } from '../policy.ts';
import { type DeskParticulars, readLanguage, readTimeZone } from './desk.ts';

export interface DeskChange extends DeskParticulars {
  method: string;
  /** After how many days captured sources are captured again; 0 or left out: never. */
  capture_days?: number | undefined;
  /** The revision that the form showed. */
  revision: number;
}

/**
 * Opens a desk with its seven verdicts and four profiles; the administrator who opens it is its first editor. Throws Forbidden (others),
 * RuleBroken (a name that is taken, an unknown time zone or language).
 */
export async function openDesk(ctx: Context, input: DeskParticulars): Promise<Desk> {
  assertManagesPeople(ctx.actor, 'open_desks');
  const particulars = readParticulars(input);
  return transact(ctx, async (ctx) => {
    await refuseTakenName(ctx, particulars.name);
    const desk = await insertDesk(ctx, particulars);
    const { id, number, slug } = desk;
    await record(ctx, {
      chain: INSTALLATION,
      verb: 'desk.opened',
      subject: `desk:${id}`,
      after: { number, slug, ...particulars },
    });
    if (ctx.actor.kind === 'person') await makeMember(ctx, { desk_id: id, person_id: ctx.actor.id, role: 'editor' });
    return desk;
  });
}

/**
 * Changes a desk's name, time zone, language, method text and days between captures; its address stays. Without a difference nothing happens.
 * Throws NotFound, Forbidden (reviewers and guests), RuleBroken, StaleEdit.
 */
export async function changeDesk(ctx: Context, slug: string, input: DeskChange): Promise<Desk> {
  return transact(ctx, async (ctx) => {
    const desk = await getDeskToManage(ctx, slug, 'lock');
    assertManagesDesk(ctx.actor, desk.role, 'change_desk');
    const after = { ...readParticulars(input), method: input.method, capture_days: input.capture_days ?? 0 };
    const { name, time_zone, language, method, capture_days } = desk;
    const before = { name, time_zone, language, method, capture_days };
    const changes = fieldsThatDiffer(before, after);
    if (Object.keys(changes.after).length === 0) return desk;
    if (input.revision !== desk.revision) throw staleSettings(before, after, desk.revision);
    if ('name' in changes.after) await refuseTakenName(ctx, after.name, desk.id);
    await updateDesk(ctx.db, desk.id, after);
    await record(ctx, {
      chain: desk.id,
      verb: 'desk.changed',
      subject: `desk:${desk.id}`,
      ...changes,
    });
    return { ...desk, ...after };
  });
}

function readParticulars({ name, time_zone, language }: DeskParticulars): DeskParticulars {
  return { name: cleanLine(name), time_zone: readTimeZone(time_zone), language: readLanguage(language) };
}

async function refuseTakenName(ctx: Context, name: string, but?: string): Promise<void> {
  const taken = await findDeskByName(ctx.db, name);
  if (taken && taken.id !== but)
    throw new RuleBroken('Another desk already has this name. Choose a different one.', 'name');
}

const LABELS = { method: 'How this desk checks', capture_days: 'Days between captures' };

type Settings = Record<'name' | 'time_zone' | 'language' | 'method', string> & { capture_days: number };

function staleSettings(before: Settings, after: Settings, revision: number): StaleEdit {
  const values = valuesOfSettings(before);
  return new StaleEdit(valuesOfSettings(after), values, { revision, values, labels: LABELS });
}

/** What the fields of their form hold. */
export function valuesOfSettings({ capture_days, ...settings }: Settings): Record<string, string> {
  return { ...settings, capture_days: capture_days === 0 ? '' : String(capture_days) };
}
