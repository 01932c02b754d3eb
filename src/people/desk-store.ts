// All SQL of desks: found through the person, like everything that belongs to them.
import type { Selectable } from 'kysely';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { forUpdate } from '#src/database/engine.ts';
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { foldKey } from '#src/text-fields.ts';
import { raiseDeskSeq } from './desk-seq-store.ts';
import { type DeskParticulars, slugFrom } from './desks/desk.ts';
import { FIRST_VERDICTS } from './desks/desk-verdicts.ts';
import { type Asker, deskIdsOf } from './membership.ts';
import { rolesThatMay } from './permissions.ts';
import { insertFirstProfiles } from './profiles/store.ts';
import type { DeskRole, DeskTable } from './tables.ts';

export type Desk = Selectable<DeskTable>;

/** A desk with what the actor is in it. */
export type DeskFound = Desk & { role: DeskRole };

/** A desk that the actor manages or is a member of; an administrator who is no member has no role in it. */
export type DeskManaged = Desk & { role: DeskRole | null };

/** The actor's desks by name, each with the actor's role; the operator's are all. */
export function listDesksOf({ db, actor: { kind, id } }: Context): Promise<DeskFound[]> {
  return desksByName(db, { person_id: id ?? '' }, kind === 'operator' ? kind : 'person');
}

const desksByName = statement((db, { person_id }: { person_id: string }, kind: 'operator' | 'person') =>
  desksOf({ db, actor: { kind, id: person_id } }).orderBy('desk.name_key'),
);

/** The actor's desks in which articles may be taken in: all but those where the actor is a guest. */
export async function desksWhereMayTakeIn(ctx: Context): Promise<DeskFound[]> {
  return desksOf(ctx).where('mine.role', 'in', rolesThatMay('take_article_in')).orderBy('desk.name_key').execute();
}

/** One of the actor's desks. Throws NotFound for every other. */
export async function getDeskBySlug(ctx: Context, slug: string): Promise<DeskFound> {
  const desk = await desksOf(ctx).where('desk.slug', '=', slug).executeTakeFirst();
  if (!desk) throw new NotFound();
  return desk;
}

/** The desk as its settings are seen: by its members and by every administrator. Throws NotFound for all others. */
export async function getDeskToManage(ctx: Context, slug: string, lock?: 'lock'): Promise<DeskManaged> {
  const query = managedDesksOf(ctx).where('desk.slug', '=', slug);
  const desk = await (lock ? forUpdate(query, 'desk') : query).executeTakeFirst();
  if (!desk) throw new NotFound();
  return desk;
}

/** The desks whose settings the actor sees: an administrator's are all of them. */
export async function listDesksToManage(ctx: Context): Promise<DeskManaged[]> {
  return managedDesksOf(ctx).orderBy('desk.name_key').execute();
}

/** Adds a desk with the next number, a free slug, its first verdicts and profiles. The name must be free: see findDeskByName. */
export async function insertDesk(ctx: Context, particulars: DeskParticulars): Promise<Desk> {
  const number = await nextNumber(ctx.db, 'desk');
  const desk: Desk = {
    ...particulars,
    id: newId(),
    number,
    slug: await freeSlug(ctx.db, slugFrom(particulars.name)),
    name_key: foldKey(particulars.name),
    method: '',
    created_at: ctx.at,
    revision: 1,
    changed_seq: 1,
    capture_days: 0,
  };
  await ctx.db.insertInto('desk').values(desk).execute();
  const verdicts = FIRST_VERDICTS.map((seed, index) => ({
    ...seed,
    id: newId(),
    desk_id: desk.id,
    position: index + 1,
    rating: null,
    retired_at: null,
  }));
  await ctx.db.insertInto('verdict').values(verdicts).execute();
  await insertFirstProfiles(ctx, desk.id);
  return desk;
}

export async function findDeskByName(db: Db, name: string): Promise<Desk | undefined> {
  return db.selectFrom('desk').selectAll().where('name_key', '=', foldKey(name)).executeTakeFirst();
}

/** Saves a desk's settings and raises its revision. The caller has locked the row and compared the revision. */
export async function updateDesk(
  db: Db,
  id: string,
  change: DeskParticulars & { method: string; capture_days: number },
): Promise<void> {
  await updateRow(db, 'desk', { id, changes: { ...change, name_key: foldKey(change.name) }, revised: 'revised' });
  await raiseDeskSeq(db, id);
}

function desksOf(ctx: Asker) {
  return ctx.db
    .selectFrom('desk')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'desk.id')
    .selectAll('desk')
    .select('mine.role');
}

function managedDesksOf(ctx: Context) {
  const managesAll = ctx.actor.kind === 'person' && ctx.actor.is_administrator;
  return ctx.db
    .selectFrom('desk')
    .leftJoin(deskIdsOf(ctx), 'mine.desk_id', 'desk.id')
    .$if(!managesAll, (query) => query.where('mine.desk_id', 'is not', null))
    .selectAll('desk')
    .select('mine.role');
}

/** The slug itself, or with the first number behind it that no desk has. The counter's row keeps other desks waiting meanwhile. */
async function freeSlug(db: Db, slug: string): Promise<string> {
  const taken = await db.selectFrom('desk').select('slug').where('slug', 'like', `${slug}%`).execute();
  const slugs = new Set(taken.map((desk) => desk.slug));
  let free = slug;
  for (let count = 2; slugs.has(free); count += 1) free = `${slug}-${count}`;
  return free;
}
