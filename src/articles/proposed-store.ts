// All SQL of the sources that documents propose, and of where their words stand now.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
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
  const rows = await proposedIn(db, at);
  return rows.map(({ version_id, start, end, start_now, end_now, ...row }) => ({
    ...row,
    origin_id: version_id,
    ...(version_id === at.version_id ? { start, end } : { start: start_now, end: end_now }),
  }));
}

const proposedIn = statement((db, at: { article_id: string; version_id: string }) =>
  db
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
    .orderBy('proposed_source.position'),
);

/** Stores where the words of proposed sources stand in a new version, by the hundred. */
export async function insertProposedPlaces(db: Db, places: ProposedSourcePlaceTable[]): Promise<void> {
  for (let at = 0; at < places.length; at += 100)
    await db
      .insertInto('proposed_source_place')
      .values(places.slice(at, at + 100))
      .execute();
}

/** Removes proposed sources that a document of this version repeats. */
export async function deleteRepeatedSources(db: Db, version_id: string, positions: number[]): Promise<void> {
  for (let at = 0; at < positions.length; at += 100)
    await db
      .deleteFrom('proposed_source')
      .where('version_id', '=', version_id)
      .where('position', 'in', positions.slice(at, at + 100))
      .execute();
}
