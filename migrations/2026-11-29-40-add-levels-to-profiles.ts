// How strictly each profile asks for the sign-off checks. Profiles that are there get the levels of their name, all others
// those of Daily. R14 has no level: it must always hold.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

/** In the order must, should, off: m, s, o, for R1 to R13 and R15 to R19. */
const RULES = 'r1 r2 r3 r4 r5 r6 r7 r8 r9 r10 r11 r12 r13 r15 r16 r17 r18 r19'.split(' ');
const LEVELS: Record<string, string> = { m: 'must', s: 'should', o: 'off' };
const DAILY = 'mmsmsssmssmmsmsmms';
const OTHERS: Record<string, string> = {
  breaking: 'smsssssmsomsssomss',
  feature: 'mmmssssmmsmssmsmms',
  investigation: 'mmmmmmmmmmmmsmmmms',
};

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  for (const [at, rule] of RULES.entries()) {
    const column = `level_${rule}`;
    await db.schema
      .alterTable('profile')
      .addColumn(column, text, (c) =>
        c
          .notNull()
          .defaultTo(LEVELS[DAILY.charAt(at)])
          .check(sql`${sql.ref(column)} in ('must', 'should', 'off')`),
      )
      .execute();
  }
  for (const [name_key, levels] of Object.entries(OTHERS))
    await (db as Kysely<{ profile: Record<string, string> }>)
      .updateTable('profile')
      .set(Object.fromEntries(RULES.map((rule, at) => [`level_${rule}`, LEVELS[levels.charAt(at)]])))
      .where('name_key', '=', name_key)
      .execute();
}
