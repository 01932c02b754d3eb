// All SQL of what derives from a source, at first hand or further.
import type { Db } from '#src/database/schema.ts';
import type { Flag } from '#src/people/tables.ts';
import { LONGEST_LINE, ONE, type SourceNamed } from './store.ts';

export interface Derived extends SourceNamed {
  parent_id: string;
  depth: number;
  is_same_copy: Flag;
}

/** What derives from this source, at first hand or further, at most `limit` cards: those at first hand first. */
export function listDerived(db: Db, source_id: string, limit = 500): Promise<Derived[]> {
  return db
    .withRecursive('tree(id, parent_id, is_same_copy, depth)', (query) =>
      query
        .selectFrom('source_derivation')
        .select(['source_id as id', 'derives_from_id as parent_id', 'is_same_copy', ONE.as('depth')])
        .where('derives_from_id', '=', source_id)
        .where('removed_at', 'is', null)
        .unionAll((inner) =>
          inner
            .selectFrom('tree')
            .innerJoin('source_derivation as link', 'link.derives_from_id', 'tree.id')
            .select((eb) => [
              'link.source_id as id',
              'link.derives_from_id as parent_id',
              'link.is_same_copy',
              eb('tree.depth', '+', 1).as('depth'),
            ])
            .where('link.removed_at', 'is', null)
            .where('tree.depth', '<', LONGEST_LINE),
        ),
    )
    .selectFrom('tree')
    .crossJoin('source')
    .whereRef('source.id', '=', 'tree.id')
    .select(['tree.parent_id', 'tree.depth', 'tree.is_same_copy', 'source.id', 'source.number', 'source.title'])
    .select(['source.is_confidential', 'source.alias'])
    .orderBy('tree.depth')
    .orderBy('source.number')
    .limit(limit)
    .execute();
}
