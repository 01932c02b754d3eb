// The verbs of a confidential source's identity. What its record says is never in the log.
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { wipeDeleted } from '#src/database/wipe.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { itemAt, needed } from '#src/item-at.ts';
import { listMembers, type Member } from '#src/people/member-store.ts';
import { assertMay, may, refusalOf } from '#src/people/permissions.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import { getSource, lockLibrary, type SourceFound } from '../card/store.ts';
import { assertMayDestroyIdentity, assertNamed } from './policy.ts';
import { newKey, openSealed, SealBroken, sealWords } from './sealing.ts';
import {
  deleteIdentity,
  findIdentity,
  findInstallationKey,
  type IdentityRow,
  insertIdentity,
  insertInstallationKey,
  insertReader,
  listReaders,
} from './store.ts';

/**
 * Writes down who a confidential source is, for whoever writes and for those named (`readers` are numbers of persons of the
 * desk). RuleBroken where the source is open, the record empty or there already, or somebody is named who does not work at
 * the desk; Forbidden for guests and the operator.
 */
export function writeIdentity(
  ctx: Context,
  number: number | string,
  input: { identity: string; readers: readonly number[] },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { desk_id, role } = await getSource(ctx, number);
    assertMay(role, 'write_identity');
    // Only behind the lock is it certain that nobody opens the card, or puts it into another, meanwhile.
    await lockLibrary(ctx.db, desk_id);
    const source = await getSource(ctx, number);
    const words = cleanText(input.identity);
    if (words === '') throw new RuleBroken('Write who the source is, or leave the page.', 'identity');
    if (source.is_confidential === 0)
      throw new RuleBroken('An identity record is for confidential sources. Make the source confidential first.');
    if ((await findIdentity(ctx.db, source.id)) !== undefined)
      throw new RuleBroken(
        'There is a record already. Destroy it first, or ask one of the people it names.',
        'identity',
      );
    const readers = await readersIn(ctx, source, input.readers);
    const belongs = { desk_id: source.desk_id, source_id: source.id, identity_id: newId() };
    const key = (await findInstallationKey(ctx.db)) ?? (await insertInstallationKey(ctx.db, newKey()));
    const made = { written_by: itemAt(readers, 0), written_at: ctx.at };
    const row = { id: belongs.identity_id, desk_id: belongs.desk_id, source_id: belongs.source_id, ...made };
    await insertIdentity(ctx.db, row, sealWords(words, key, belongs));
    for (const person_id of readers) await insertReader(ctx.db, naming(ctx, row.id, person_id));
    await noteIdentity(ctx, source, { verb: 'identity.written', id: row.id, after: { readers } });
  });
}

/** What came of opening a record. A damaged one is noted in the log and has to be shouted about. */
export type IdentityRead = { ok: true; identity: string } | { ok: false };

/** Opens the record for one of those it names, and notes in the log that they read it. Forbidden for everybody else. */
export function readIdentity(ctx: Context, number: number | string): Promise<IdentityRead> {
  return transact(ctx, async (ctx) => {
    const { source, identity } = await standing(ctx, number);
    assertNamed(await isNamed(ctx, identity));
    const read = await opened(ctx, identity);
    const verb = read.ok ? 'identity.read' : 'identity.found_damaged';
    await noteIdentity(ctx, source, { verb, id: identity.id });
    return read;
  });
}

/** Names one more person who may read the record; naming somebody twice is naming them once. Forbidden for all it does not name, and for Legal. */
export function nameReader(ctx: Context, number: number | string, input: { reader: number }): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { source, identity } = await standing(ctx, number);
    const readers = await listReaders(ctx.db, identity.id);
    assertNamed(readers.some((reader) => reader.person_id === ctx.actor.id));
    assertMay(source.role, 'write_identity');
    const member = await memberNumbered(ctx, source, input.reader);
    if (readers.some((reader) => reader.person_id === member.person_id)) return;
    await insertReader(ctx.db, naming(ctx, identity.id, member.person_id));
    const after = { readers: [member.person_id] };
    await noteIdentity(ctx, source, { verb: 'identity.reader_named', id: identity.id, after });
  });
}

/**
 * Destroys the record: words and key are gone for good, a tombstone and the log stay. RuleBroken without a reason;
 * Forbidden for all but those named and editors; NotFound where there is none.
 */
export async function destroyIdentity(ctx: Context, number: number | string, input: { reason: string }): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { source, identity } = await standing(ctx, number);
    assertMayDestroyIdentity(source.role, await isNamed(ctx, identity));
    const reason = cleanLine(input.reason);
    if (reason === '')
      throw new RuleBroken('Say why the record is destroyed. Name nobody: the reason stays.', 'reason');
    const why = {
      destroyed_by: needed(ctx.actor.id, 'person who acts'),
      destroyed_at: ctx.at,
      destruction_reason: reason,
    };
    await deleteIdentity(ctx.db, identity.id, why);
    await noteIdentity(ctx, source, { verb: 'identity.destroyed', id: identity.id, after: { reason } });
  });
  if (!ctx.db.isTransaction) await wipeDeleted(ctx.db, ['source_identity', 'source_identity_key']);
}

async function standing(
  ctx: Context,
  number: number | string,
): Promise<{ source: SourceFound; identity: IdentityRow }> {
  const source = await getSource(ctx, number);
  assertMay(source.role, 'see_identity_records');
  const identity = await findIdentity(ctx.db, source.id, 'lock');
  if (identity === undefined) throw new NotFound();
  return { source, identity };
}

async function isNamed(ctx: Context, identity: IdentityRow): Promise<boolean> {
  return (await listReaders(ctx.db, identity.id)).some((reader) => reader.person_id === ctx.actor.id);
}

async function opened(ctx: Context, { id, desk_id, source_id, sealed, wrapped }: IdentityRow): Promise<IdentityRead> {
  const key = await findInstallationKey(ctx.db);
  if (sealed === null || wrapped === null || key === undefined) return { ok: false };
  try {
    return { ok: true, identity: openSealed({ sealed, wrapped }, key, { desk_id, source_id, identity_id: id }) };
  } catch (error) {
    if (error instanceof SealBroken) return { ok: false };
    throw error;
  }
}

/** Whoever writes comes first; then those named, each once. */
async function readersIn(ctx: Context, source: SourceFound, numbers: readonly number[]): Promise<string[]> {
  const named = [];
  for (const number of numbers) named.push((await memberNumbered(ctx, source, number)).person_id);
  return [...new Set([needed(ctx.actor.id, 'person who acts'), ...named])];
}

async function memberNumbered(ctx: Context, source: SourceFound, number: number): Promise<Member> {
  const members = await listMembers(ctx.db, source.desk_id);
  const member = members.find(
    (one) => one.number === number && may(one.role, 'be_named_in_identity') && one.disabled_at === null,
  );
  if (member === undefined) throw new RuleBroken(refusalOf('be_named_in_identity'), 'readers');
  return member;
}

function naming(ctx: Context, identity_id: string, person_id: string) {
  return { identity_id, person_id, named_by: needed(ctx.actor.id, 'person who acts'), named_at: ctx.at };
}

function noteIdentity(
  ctx: Context,
  source: SourceFound,
  { verb, id, after }: { verb: EventVerb; id: string; after?: object },
): Promise<void> {
  const detail = { source: source.number, ...after };
  return record(ctx, { chain: source.desk_id, verb, subject: `identity:${id}`, after: detail });
}
