// Legal at a desk: who brings them in, what they read, and that they write nothing of what others write.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { openDatabase } from '#src/database/connect.ts';
import { changeTables, migrate, runMigrations } from '#src/database/migrate.ts';
import { Forbidden } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { changeMemberRole } from '#src/people/desks/member-commands.ts';
import { getSource } from '#src/sources/card/store.ts';
import { addSource } from '#src/sources/commands.ts';
import { destroyIdentity, nameReader, readIdentity, writeIdentity } from '#src/sources/identity/commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';

const BEFORE = '2026-11-29-31-add-row-hashes';
const FOLDER = new URL('../../migrations', import.meta.url).pathname;
const AT = '2026-11-20T10:00:00.000Z';

async function clerk({ ctxOf, desks }: Newsroom): Promise<number> {
  const card = { desk: desks.foreign.slug, source_line: 'The clerk', is_confidential: 1 as const };
  return (await addSource(ctxOf('ben'), card)).source.number;
}

onEachEngine((engine) => {
  test('a desk that is there keeps its members and invitations, and can have Legal among them', async () => {
    const { db, close } = await openDatabase(await engine.bareConfig());
    after(close);
    await changeTables(db, (transaction) => runMigrations(transaction, FOLDER, BEFORE));
    const [desk, person, invitation] = [newId(), newId(), newId()];
    const old = db as unknown as Kysely<never>;
    await sql`insert into desk (id, number, slug, name, name_key, time_zone, language, method, created_at, revision)
      values (${desk}, 1, 'foreign', 'Foreign', 'foreign', 'UTC', 'en', '', ${AT}, 1)`.execute(old);
    await sql`insert into person (id, number, email, email_key, display_name, initials, is_administrator, letter_keys,
      theme, created_at, revision) values (${person}, 1, 'a@b.example', 'a@b.example', 'A', 'A', 0, 1, 'system', ${AT}, 1)`.execute(
      old,
    );
    await sql`insert into membership (desk_id, person_id, role, since) values (${desk}, ${person}, 'guest', ${AT})`.execute(
      old,
    );
    await sql`insert into invitation (id, kind, token_hash, email, display_name, desk_id, role, is_administrator,
      created_at, expires_at)
      values (${invitation}, 'invitation', 'x', 'c@d.example', 'C', ${desk}, 'reviewer', 0, ${AT}, ${AT})`.execute(old);
    await migrate(db);
    const [member] = await db.selectFrom('membership').selectAll().execute();
    assert.deepEqual({ ...member }, { desk_id: desk, person_id: person, role: 'guest', since: AT });
    const [invited] = await db.selectFrom('invitation').select(['id', 'role', 'created_at']).execute();
    assert.deepEqual({ ...invited }, { id: invitation, role: 'reviewer', created_at: AT });
    for (const table of ['membership', 'invitation'] as const) {
      await db.updateTable(table).set({ role: 'legal' }).execute();
      const unknown = db.updateTable(table).set({ role: 'lawyer' as never });
      await assert.rejects(unknown.execute(), /check/i, `${table} takes no role that is none`);
    }
    const nobody = db.insertInto('membership').values({ desk_id: desk, person_id: newId(), role: 'legal', since: AT });
    await assert.rejects(nobody.execute(), /foreign key/i);
  });

  engine.rule(
    'an identity record is read by Legal only where it names them; they neither name others nor destroy it',
    async () => {
      const newsroom = await openNewsroom(engine);
      const { ctxOf, persons } = newsroom;
      const [ben, frida] = [ctxOf('ben'), ctxOf('frida')];
      const number = await clerk(newsroom);
      assert.equal((await getSource(frida, number)).title, 'The clerk');
      await assert.rejects(writeIdentity(frida, number, { identity: 'Quintessa Marlow', readers: [] }), Forbidden);
      await writeIdentity(ben, number, { identity: 'Quintessa Marlow', readers: [] });
      await assert.rejects(readIdentity(frida, number), Forbidden);
      await nameReader(ben, number, { reader: persons.frida.number });
      assert.deepEqual(await readIdentity(frida, number), { ok: true, identity: 'Quintessa Marlow' });
      await assert.rejects(nameReader(frida, number, { reader: persons.cleo.number }), Forbidden);
      await assert.rejects(destroyIdentity(frida, number, { reason: 'because' }), Forbidden);
    },
  );

  engine.rule(
    'somebody who reviewed is made Legal, and from then on is told in words of Legal what they may not',
    async () => {
      const newsroom = await openNewsroom(engine);
      const { ctxOf, persons, desks } = newsroom;
      const { slug } = desks.foreign;
      await changeMemberRole(ctxOf('ada'), slug, { number: persons.cleo.number, role: 'legal' });
      await assert.rejects(addSource(ctxOf('cleo'), { desk: slug, source_line: 'a call' }), /Legal reads all/);
    },
  );
});

test('an editor invites Legal, who joins by the link and sees a desk without the buttons of others', async (t) => {
  const newsroom = await startNewsroom();
  t.after(() => newsroom.close());
  const ada = await newsroom.visitor('ada');
  await ada.visit('/people/invitations');
  await ada
    .fill('Email', 'gerd@newsroom.example')
    .fill('Name', 'Gerd Voss')
    .choose('Role', 'legal: reads all, holds and clears')
    .press('Create link');
  const gerd = await newsroom.visitor();
  await gerd.visit(/\/invitations\/[\w-]{20,}/.exec(ada.body)?.[0] ?? 'no link');
  await gerd.fill('Password', 'seven herons on one leg').press('Join');
  await gerd.visit('/desks/foreign-desk');
  assert.match(gerd.text(), /you are legal here/);
  const frida = await newsroom.visitor('frida');
  await frida.visit('/');
  assert.doesNotMatch(frida.text(), /Add article|As a guest/);
  await frida.visit('/sources');
  assert.doesNotMatch(frida.text(), /With confidential sources:|Add a source/);
  await frida.visit('/desks/foreign-desk');
  assert.match(frida.text(), /you are legal here/);
});
