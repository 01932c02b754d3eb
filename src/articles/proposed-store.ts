// All SQL of the sources that documents propose: where their words stand now, and what people made of them.
import type { Db } from '#src/database/schema.ts';
import type { ProposedSourcePlaceTable, ProposedSourceTable } from './tables.ts';

/** A proposed source with its place in the version that was asked for: null where its words are not in it. */
export interface ProposedSourceFound extends Omit<ProposedSourceTable, 'version_id'> {
  /** The version of the document that proposes it. */
  origin_id: string;
  origin_number: number;
  /** Who decided, where a person did. */
  decided_by_name: string | null;
}

/** What documents of any version of the article propose, by their order, with their places in this version. */
export async function listProposedSources(
  db: Db,
  at: { article_id: string; version_id: string },
): Promise<ProposedSourceFound[]> {
  const rows = await db
    .selectFrom('proposed_source')
    .innerJoin('version', 'version.id', 'proposed_source.version_id')
    .leftJoin('person', 'person.id', 'proposed_source.decided_by')
    .leftJoin('proposed_source_place as place', (join) =>
      join
        .onRef('place.origin_id', '=', 'proposed_source.version_id')
        .onRef('place.position', '=', 'proposed_source.position')
        .on('place.version_id', '=', at.version_id),
    )
    .selectAll('proposed_source')
    .select(['version.number as origin_number', 'person.display_name as decided_by_name'])
    .select(['place.start as start_now', 'place.end as end_now'])
    .where('version.article_id', '=', at.article_id)
    .orderBy('version.number')
    .orderBy('proposed_source.position')
    .execute();
  return rows.map(({ version_id, start, end, start_now, end_now, ...row }) => ({
    ...row,
    origin_id: version_id,
    ...(version_id === at.version_id ? { start, end } : { start: start_now, end: end_now }),
  }));
}

/** How many the documents of the article propose, and of how many nobody has decided. */
export async function countProposedSources(db: Db, article_id: string): Promise<{ all: number; open: number }> {
  const row = await db
    .selectFrom('proposed_source')
    .innerJoin('version', 'version.id', 'proposed_source.version_id')
    .select(({ fn }) => [fn.countAll().as('all'), fn.count('proposed_source.decision').as('decided')])
    .where('version.article_id', '=', article_id)
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), open: Number(row.all) - Number(row.decided) };
}

/** Stores where the words of proposals stand in a new version, by the hundred. */
export async function insertProposedPlaces(db: Db, places: ProposedSourcePlaceTable[]): Promise<void> {
  for (let at = 0; at < places.length; at += 100)
    await db
      .insertInto('proposed_source_place')
      .values(places.slice(at, at + 100))
      .execute();
}

/** Removes proposals that a document of this version repeats. */
export async function deleteRepeatedProposals(db: Db, version_id: string, positions: number[]): Promise<void> {
  for (let at = 0; at < positions.length; at += 100)
    await db
      .deleteFrom('proposed_source')
      .where('version_id', '=', version_id)
      .where('position', 'in', positions.slice(at, at + 100))
      .execute();
}

export type Decision = Pick<
  ProposedSourceTable,
  'decision' | 'decided_by' | 'decided_at' | 'source_id' | 'evidence_id'
>;

/** Remembers what was made of a proposal, or, with nulls, that nothing was. */
export async function updateProposedDecision(
  db: Db,
  proposal: Pick<ProposedSourceFound, 'origin_id' | 'position'>,
  decision: Decision,
): Promise<void> {
  await db
    .updateTable('proposed_source')
    .set(decision)
    .where('version_id', '=', proposal.origin_id)
    .where('position', '=', proposal.position)
    .execute();
}
