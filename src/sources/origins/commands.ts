// The verbs of first sources: noting that a source derives from another, and taking that back.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { cleanText } from '#src/text-fields.ts';
import type { SourceFound } from '../card/store.ts';
import { findNamedSource } from './find-source.ts';
import { makesCircle } from './first-source.ts';
import { lockShown } from './lock-shown.ts';
import {
  type DerivationFound,
  deleteDerivation,
  findDerivation,
  insertDerivation,
  listDerivationsOf,
  listOrigins,
  updateDerivation,
} from './store.ts';
import type { SourceDerivationTable } from './tables.ts';

export interface DerivationInput {
  /** The source that it derives from: "12", "source 12", an address, a DOI or a title. */
  derives_from: string;
  is_same_copy?: boolean | undefined;
  note?: string | undefined;
  /** The id of the link that the form showed, or '' where it showed none; left out by whoever saw none. */
  standing?: string | undefined;
}

/**
 * Notes that a source derives from another one of its desk, in place of what was noted before; the old link stays as a row
 * that was taken back. The same again is harmless. RuleBroken (field `derives_from`) for a source that is not there, the
 * source itself, or one that derives from it; StaleEdit where somebody noted another first; Forbidden for guests.
 */
export function noteDerivation(ctx: Context, number: number | string, input: DerivationInput): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { source, articles } = await lockShown(ctx, number);
    const origin = await findNamedSource(ctx.db, source.desk_id, input.derives_from);
    if (origin === undefined)
      throw refused(
        `The library of ${source.desk_name} has no such source. Write its number, its address or its title.`,
      );
    const known = await findDerivation(ctx.db, source.id);
    const wanted = { is_same_copy: input.is_same_copy ? 1 : 0, note: cleanText(input.note ?? '') } as const;
    if (known && known.derives_from_id === origin.id && isSame(known, wanted)) return;
    assertFresh(known, input);
    const line = [origin, ...(await listOrigins(ctx.db, origin.id))];
    if (origin.id === source.id) throw refused('This is the source itself. Name the source it derives from.');
    if (makesCircle(source.id, line))
      throw refused(`Source ${origin.number} derives from this one already: it cannot be the other way round, too.`);
    if (known !== undefined) await takeBack(ctx, known);
    const derivation = { id: newId(), desk_id: source.desk_id, source_id: source.id, derives_from_id: origin.id };
    await insertDerivation(ctx.db, { ...derivation, ...wanted, ...noted(ctx) });
    const after = { source: source.number, derives_from: origin.number, ...wanted };
    await recordOnSource(ctx, source, { verb: 'source.derivation_noted', after });
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
  });
}

/** Takes back that a source derives from another; the row stays. Doing it twice is doing it once. Forbidden for guests. */
export function removeDerivation(ctx: Context, number: number | string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { source, articles } = await lockShown(ctx, number);
    const known = await findDerivation(ctx.db, source.id);
    if (known === undefined) return;
    const [origin] = await listOrigins(ctx.db, source.id);
    const before = { derives_from: origin?.number, is_same_copy: known.is_same_copy, note: known.note };
    await takeBack(ctx, known);
    await recordOnSource(ctx, source, { verb: 'source.derivation_removed', before, after: { source: source.number } });
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
  });
}

/**
 * Where the card `from` goes into the card `to`: its links become links of that one. Links between the two go, for no card derives
 * from itself; one that would make a circle is taken back, and so is a second source from which `to` would derive: what `to`
 * says of itself counts. For the verb that puts cards together, in its transaction and under the library's lock, before
 * `from` is deleted.
 */
export async function moveDerivations(ctx: Context, from_id: string, to_id: string): Promise<void> {
  const pair = [from_id, to_id];
  const links = await listDerivationsOf(ctx.db, from_id);
  const isBetween = (link: SourceDerivationTable) =>
    pair.includes(link.source_id) && pair.includes(link.derives_from_id);
  for (const link of links.filter(isBetween)) await deleteDerivation(ctx.db, link.id);
  for (const link of links.filter((one) => !isBetween(one))) {
    const source_id = link.source_id === from_id ? to_id : link.source_id;
    const derives_from_id = link.derives_from_id === from_id ? to_id : link.derives_from_id;
    const stands = link.removed_at === null && (await mayStand(ctx, link, { source_id, derives_from_id }));
    const removed = stands || link.removed_at !== null ? {} : { removed_at: ctx.at, removed_by: ctx.actor.id };
    await updateDerivation(ctx.db, link.id, { source_id, derives_from_id, ...removed });
  }
}

/** The link itself still stands at its old end while this is asked: it is left out of account. */
async function mayStand(
  ctx: Context,
  link: SourceDerivationTable,
  { source_id, derives_from_id }: Pick<SourceDerivationTable, 'source_id' | 'derives_from_id'>,
): Promise<boolean> {
  const own = await findDerivation(ctx.db, source_id);
  if (own !== undefined && own.id !== link.id) return false;
  return !makesCircle(source_id, [{ id: derives_from_id }, ...(await listOrigins(ctx.db, derives_from_id))]);
}

function isSame(known: DerivationFound, wanted: Pick<SourceDerivationTable, 'is_same_copy' | 'note'>): boolean {
  return known.is_same_copy === wanted.is_same_copy && known.note === wanted.note;
}

function assertFresh(known: DerivationFound | undefined, input: DerivationInput): void {
  if (input.standing === undefined || (known?.id ?? '') === input.standing) return;
  throw new StaleEdit(
    { derives_from: input.derives_from, note: input.note ?? '' },
    { derives_from: known === undefined ? 'nothing any more' : 'another source', note: known?.note ?? '' },
  );
}

function noted(ctx: Context) {
  return { noted_by: ctx.actor.id, noted_at: ctx.at, removed_by: null, removed_at: null };
}

function takeBack(ctx: Context, known: DerivationFound): Promise<void> {
  return updateDerivation(ctx.db, known.id, { removed_at: ctx.at, removed_by: ctx.actor.id });
}

function recordOnSource(
  ctx: Context,
  source: SourceFound,
  event: { verb: 'source.derivation_noted' | 'source.derivation_removed'; before?: object; after: object },
): Promise<void> {
  return record(ctx, { chain: source.desk_id, subject: `source:${source.id}`, ...event });
}

function refused(message: string): RuleBroken {
  return new RuleBroken(message, 'derives_from');
}
