// All SQL of what sort of change fixes and corrections make: those nobody has read yet, and what was read.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import type { ChangeKindTable } from './tables.ts';

export interface Change {
  id: string;
  old_words: string;
  new_words: string;
  language: string;
}

interface Wanted {
  desk_id: string;
  since: string;
  until: string;
  read_by: number;
}

/** The fixes and corrections of these days whose kind this reading has not told yet. */
export async function listUnread(db: Db, wanted: Wanted): Promise<Change[]> {
  return [...(await unreadFixes(db, wanted)), ...(await unreadCorrections(db, wanted))];
}

const unreadFixes = statement((db, { desk_id, since, until, read_by }: Wanted) =>
  db
    .selectFrom('fix')
    .innerJoin('article', 'article.id', 'fix.article_id')
    .leftJoin('change_kind', (join) =>
      join.onRef('change_kind.change_id', '=', 'fix.id').on('change_kind.read_by', '=', read_by),
    )
    .select(['fix.id', 'fix.old_words', 'fix.new_words', 'article.language'])
    .where('fix.desk_id', '=', desk_id)
    .where('fix.asked_at', '>=', since)
    .where('fix.asked_at', '<', until)
    .where('change_kind.change_id', 'is', null),
);

const unreadCorrections = statement((db, { desk_id, since, until, read_by }: Wanted) =>
  db
    .selectFrom('correction')
    .innerJoin('article', 'article.id', 'correction.article_id')
    .leftJoin('change_kind', (join) =>
      join.onRef('change_kind.change_id', '=', 'correction.id').on('change_kind.read_by', '=', read_by),
    )
    .select(['correction.id', 'correction.was_words as old_words', 'correction.right_words as new_words'])
    .select('article.language')
    .where('correction.desk_id', '=', desk_id)
    .where('correction.made_at', '>=', since)
    .where('correction.made_at', '<', until)
    .where('correction.withdrawn_at', 'is', null)
    .where('change_kind.change_id', 'is', null),
);

/** Keeps what was read, in place of what another reading told. */
export async function replaceKinds(db: Db, kinds: readonly ChangeKindTable[]): Promise<void> {
  await db
    .insertInto('change_kind')
    .values(kinds)
    .onConflict((conflict) =>
      conflict
        .column('change_id')
        .doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind'), read_by: eb.ref('excluded.read_by') })),
    )
    .execute();
}
