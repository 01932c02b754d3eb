// All SQL of which source derives from which.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';
import type { Flag } from '#src/people/tables.ts';
import type { SourceTable } from '../tables.ts';
import type { Lineage } from './first-source.ts';
import type { SourceDerivationTable } from './tables.ts';

export type SourceNamed = Pick<SourceTable, 'id' | 'number' | 'title' | 'is_confidential' | 'alias'>;

export interface DerivationFound extends SourceDerivationTable {
  /** Who noted it; null where the operator did. */
  noted_by_name: string | null;
}

/** No line is longer; it keeps a query from running for ever on rows that were written past the rules. */
export const LONGEST_LINE = 1000;

export const ONE: RawBuilder<number> = sql<number>`1`;

/** The link by which this source derives from another, or undefined. */
export function findDerivation(db: Db, source_id: string): Promise<DerivationFound | undefined> {
  return db
    .selectFrom('source_derivation')
    .leftJoin('person', 'person.id', 'source_derivation.noted_by')
    .selectAll('source_derivation')
    .select('person.display_name as noted_by_name')
    .where('source_derivation.source_id', '=', source_id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

/** The sources from which this one derives, the nearest first; the last is its first source. Empty where it is one itself. */
export async function listOrigins(db: Db, source_id: string): Promise<SourceNamed[]> {
  // SQLite keeps to the order of a cross join; of an inner one it would walk the whole library beside a line of two.
  return linesUp(db, [source_id])
    .crossJoin('source')
    .whereRef('source.id', '=', 'line.id')
    .select(['source.id', 'source.number', 'source.title', 'source.is_confidential', 'source.alias'])
    .orderBy('line.depth')
    .execute();
}

/** The lines up of those of these sources that derive from another one, by id. One query. */
export async function listLineages(db: Db, source_ids: readonly string[]): Promise<Map<string, Lineage>> {
  if (source_ids.length === 0) return new Map();
  const rows = await linesUp(db, [...new Set(source_ids)])
    .innerJoin('source', 'source.id', 'line.id')
    .select(['line.start_id', 'line.is_same_copy', 'source.id', 'source.number', 'source.title'])
    .select(['source.is_confidential', 'source.alias'])
    .orderBy('line.start_id')
    .orderBy('line.depth')
    .execute();
  const lineages = new Map<string, Lineage>();
  for (const [start_id, line] of Map.groupBy(rows, (row) => row.start_id)) {
    const [parent, first] = [line[0], line.at(-1)] as [(typeof line)[number], (typeof line)[number]];
    lineages.set(start_id, { first_source_id: first.id, derives_from: said(parent), first_source: said(first) });
  }
  return lineages;
}

function said({ number, title, is_confidential, alias, is_same_copy }: SourceNamed & { is_same_copy: Flag }) {
  return { number, title, is_confidential, alias, is_same_copy };
}

/** From each of these sources up, a row a step: depth 1 is what it derives from; is_same_copy is of the link that led there. */
function linesUp(db: Db, source_ids: readonly string[]) {
  return db
    .withRecursive('line(start_id, id, depth, is_same_copy)', (query) =>
      query
        .selectFrom('source_derivation as own')
        .select(['own.source_id as start_id', 'own.derives_from_id as id', ONE.as('depth'), 'own.is_same_copy'])
        .where('own.source_id', 'in', source_ids)
        .where('own.removed_at', 'is', null)
        .unionAll((inner) =>
          inner
            .selectFrom('line')
            .innerJoin('source_derivation as link', 'link.source_id', 'line.id')
            .select((eb) => [
              'line.start_id',
              'link.derives_from_id as id',
              eb('line.depth', '+', 1).as('depth'),
              'link.is_same_copy',
            ])
            .where('link.removed_at', 'is', null)
            .where('line.depth', '<', LONGEST_LINE),
        ),
    )
    .selectFrom('line');
}

/** Notes a link. The caller holds the library's lock and has seen that no circle comes of it. */
export async function insertDerivation(db: Db, derivation: SourceDerivationTable): Promise<void> {
  await db.insertInto('source_derivation').values(derivation).execute();
}

/** Changes a link: takes it back, or puts it under another card. */
export async function updateDerivation(db: Db, id: string, changes: Partial<SourceDerivationTable>): Promise<void> {
  await db.updateTable('source_derivation').set(changes).where('id', '=', id).execute();
}

/** Deletes a link that would lead from a card to itself, now that two are one; the log keeps it. */
export async function deleteDerivation(db: Db, id: string): Promise<void> {
  await db.deleteFrom('source_derivation').where('id', '=', id).execute();
}

/** All links that begin or end at this source, those that were taken back among them. */
export function listDerivationsOf(db: Db, source_id: string): Promise<SourceDerivationTable[]> {
  return db
    .selectFrom('source_derivation')
    .selectAll()
    .where((eb) => eb.or([eb('source_id', '=', source_id), eb('derives_from_id', '=', source_id)]))
    .orderBy('id')
    .execute();
}
