// Where in the saved copy a passage was found, whose words evidence is about, and the key by which copies of one text are found.
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

interface Texts {
  snapshot: { id: string; text_key: string | null };
  snapshot_text: { snapshot_id: string; text: string };
}

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  const add = db.schema.alterTable('evidence');
  await add.addColumn('speaker_id', text, (c) => c.references('party.id')).execute();
  await add.addColumn('lookup_snapshot_id', text, (c) => c.references('snapshot.id')).execute();
  await add
    .addColumn('lookup_found', text, (c) =>
      c.check(sql`lookup_found in ('word_for_word', 'with_changes', 'not_found')`),
    )
    .execute();
  await add
    .addColumn('lookup_ranges', text, (c) =>
      c
        .notNull()
        .defaultTo('[]')
        .check(sql`(lookup_ranges <> '[]') = (lookup_found is not null and lookup_found <> 'not_found')`),
    )
    .execute();
  await db.schema.alterTable('snapshot').addColumn('text_key', text).execute();
  await fillKeys(db as Kysely<Texts>);
  await db.schema
    .createIndex('snapshot_text_key')
    .on('snapshot')
    .columns(['desk_id', 'text_key'])
    .where(sql<boolean>`text_key is not null`)
    .execute();
}

/** As the program makes them today, one copy at a time: a text may be a million letters. */
async function fillKeys(db: Kysely<Texts>): Promise<void> {
  for (let last = ''; ; ) {
    const row = await db
      .selectFrom('snapshot_text')
      .selectAll()
      .where('snapshot_id', '>', last)
      .orderBy('snapshot_id')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return;
    last = row.snapshot_id;
    await db
      .updateTable('snapshot')
      .set({ text_key: keyOf(row.text) })
      .where('id', '=', last)
      .execute();
  }
}

function keyOf(text: string): string | null {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.length < 20 ? null : createHash('sha256').update(words.join(' '), 'utf8').digest('hex');
}
