// PostgreSQL looks after claims sooner, so that lists are read from their index alone.
import { type Kysely, sql } from 'kysely';
import { engineOf } from '#src/database/engine.ts';

/** Left alone until a fifth of all claims has changed, My desk reads each changed page of them besides its index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (engineOf(db) !== 'postgres') return;
  await sql`alter table claim set (autovacuum_vacuum_scale_factor = 0.02)`.execute(db);
}
