// A desk from before there were profiles: brought up to date, it has four, and its articles have the default.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { openDatabase } from '#src/database/connect.ts';
import type { Db } from '#src/database/engine.ts';
import { dropGuard } from '#src/database/guarded-rows.ts';
import { changeTables, migrate, runMigrations } from '#src/database/migrate.ts';
import { newId } from '#src/ids.ts';
import { firstLevels, levelsIn } from '#src/people/profiles/levels.ts';
import { listProfiles } from '#src/people/profiles/store.ts';
import { onEachEngine } from '#tests/support/engines.ts';

const BEFORE = '2026-11-22-16-create-suggestion';
const FOLDER = new URL('../../migrations', import.meta.url).pathname;
const AT = '2026-11-20T10:00:00.000Z';
const [DESK, OTHER, ARTICLE, VERSION] = [newId(), newId(), newId(), newId()];

async function fillOldDesk(db: Kysely<never>): Promise<void> {
  await sql`insert into desk values (${DESK}, 1, 'foreign', 'Foreign', 'foreign', 'UTC', 'en', '', ${AT}, 1),
    (${OTHER}, 2, 'weekend', 'Weekend', 'weekend', 'UTC', 'en', '', ${AT}, 1)`.execute(db);
  await sql`insert into article (id, number, desk_id, title, title_key, byline, outlet, url, language, place, asked_by,
    asked_why, latest_version_number, changed_seq, revision, created_at, writer_notes)
    values (${ARTICLE}, 7, ${DESK}, 'Flood', 'flood', '', '', '', 'en', '', '', '', 1, 3, 2, ${AT}, 'Call Ines.')`.execute(
    db,
  );
  await sql`insert into version (id, article_id, desk_id, number, sha256, text, length, note, created_at)
    values (${VERSION}, ${ARTICLE}, ${DESK}, 1, 'x', 'Flood.', 6, '', ${AT})`.execute(db);
}

const BEFORE_LEVELS = '2026-11-29-31-add-row-hashes';

onEachEngine((engine) => {
  let db: Db;
  let close: () => Promise<void>;
  before(async () => {
    ({ db, close } = await openDatabase(await engine.bareConfig()));
    await changeTables(db, (transaction) => runMigrations(transaction, FOLDER, BEFORE));
    await fillOldDesk(db as unknown as Kysely<never>);
    await changeTables(db, (transaction) => runMigrations(transaction, FOLDER, BEFORE_LEVELS));
    await sql`update profile set name = 'Long read', name_key = 'long read'
      where name = 'Feature' and desk_id = ${OTHER}`.execute(db);
    await migrate(db);
  });
  after(() => close());

  test('a desk that is there gets four profiles, and its articles keep all they had', async () => {
    const profiles = await listProfiles(db, [DESK]);
    assert.deepEqual(
      profiles.map(({ name }) => name),
      ['Breaking', 'Daily', 'Feature', 'Investigation'],
    );
    const article = await db.selectFrom('article').selectAll().executeTakeFirstOrThrow();
    assert.equal(article.profile_id, profiles.find(({ is_default }) => is_default === 1)?.id);
    assert.deepEqual(
      [article.id, article.number, article.changed_seq, article.writer_notes, article.needs_legal],
      [ARTICLE, 7, 3, 'Call Ines.', 0],
    );
    const orphan = db.updateTable('version').set({ article_id: newId() }).where('id', '=', VERSION);
    await dropGuard(db, 'version');
    await assert.rejects(orphan.execute(), /foreign key/i, 'what pointed to the article still does');
    await assert.rejects(
      db
        .insertInto('article')
        .values({ ...article, id: newId() })
        .execute(),
      /unique/i,
    );
  });

  test('profiles that are there get the levels of their name, one not known by name those of Daily', async () => {
    const profiles = await listProfiles(db, [OTHER]);
    assert.deepEqual(
      profiles.map((profile) => [profile.name, levelsIn(profile)]),
      ['Breaking', 'Daily', 'Long read', 'Investigation'].map((name) => [name, firstLevels(name)]),
    );
    const never = db.updateTable('profile').set({ level_r4: 'never' as 'off' });
    await assert.rejects(never.execute(), /check/i);
  });
});
