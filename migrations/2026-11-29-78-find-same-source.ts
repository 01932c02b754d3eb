// A card is found by its address or DOI: with its number behind them, SQLite leaves the index by number alone.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const key of ['url_key', 'doi']) {
    const name = `source_${key}`;
    await db.schema.dropIndex(name).execute();
    await db.schema
      .createIndex(name)
      .on('source')
      .columns(['desk_id', key, 'number'])
      .where(sql<boolean>`${sql.ref(key)} <> ''`)
      .execute();
  }
}
