// The cast of all tests: two desks and six people, with known passwords, on an empty database.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Actor, Context } from '#src/context.ts';
import { systemContext, transact } from '#src/context.ts';
import type { Db, Engine } from '#src/database/engine.ts';
import { needed } from '#src/item-at.ts';
import { type Desk, insertDesk } from '#src/people/desk-store.ts';
import { insertMember } from '#src/people/member-store.ts';
import { hashPassword } from '#src/people/passwords.ts';
import { insertPerson, type Person } from '#src/people/person-store.ts';
import type { Role } from '#src/people/tables.ts';
import { type DeskDifferences, EVENING, startDesk, type TestDesk } from './app.ts';
import { atEndOfProcess } from './at-end.ts';
import { emailOf, PASSWORD, type PersonName } from './cast-names.ts';
import type { EngineUnderTest, Lent } from './engines.ts';
import { askKept } from './kept-connections.ts';
import { keepRows } from './postgres-rows.ts';
import { sessionOf } from './signed-in.ts';
import { lendSqlite, sqliteLender } from './sqlite-template.ts';
import { Visitor } from './visitor.ts';

export { emailOf, PASSWORD, type PersonName };
export type DeskName = 'foreign' | 'weekend';

const CAST: Record<PersonName, { display_name: string; desk: DeskName; role: Role; is_administrator?: boolean }> = {
  ada: { display_name: 'Ada Lind', desk: 'foreign', role: 'editor', is_administrator: true },
  ben: { display_name: 'Ben Okafor', desk: 'foreign', role: 'reviewer' },
  cleo: { display_name: 'Cleo Rahimi', desk: 'foreign', role: 'reviewer' },
  dina: { display_name: 'Dina Sørensen', desk: 'foreign', role: 'guest' },
  emil: { display_name: 'Emil Novak', desk: 'weekend', role: 'editor' },
  frida: { display_name: 'Frida Holm', desk: 'foreign', role: 'legal' },
};

const DESKS: Record<DeskName, { name: string; time_zone: string; language: string }> = {
  foreign: { name: 'Foreign desk', time_zone: 'Asia/Kabul', language: 'en' },
  weekend: { name: 'Weekend desk', time_zone: 'Europe/Copenhagen', language: 'en-GB' },
};

export interface Newsroom {
  readonly db: Db;
  readonly persons: Record<PersonName, Person>;
  readonly desks: Record<DeskName, Desk>;
  /** The context of one of the cast, for command tests; `at` stands still unless it is given. */
  ctxOf(name: PersonName, at?: string): Context;
  /** The operator's, as at the command line. */
  readonly operator: Context;
}

/** The cast on a fresh database of this engine, for command tests. Nothing of them is in the log. `from`: see act-once.ts. */
export async function openNewsroom(engine: EngineUnderTest, from?: Lender): Promise<Newsroom> {
  const { lend, cast } = await castOn(engine);
  return newsroomOf(await engine.open(() => (from ?? lend)(engine)), cast);
}

/** The cast on a running desk, for page tests. */
export type NewsroomDesk = TestDesk &
  Newsroom & {
    /** One of the cast who signed in before and has no page open yet; or nobody. */
    visitor(name?: PersonName): Promise<Visitor>;
    /** One of the cast who comes in through the form: for tests of the door itself. */
    signIn(name: PersonName): Promise<Visitor>;
  };

/** Starts the real desk with the cast in it. `visitor('ben')` is Ben, signed in; `visitor()` is nobody. Close it at the end. */
export async function startNewsroom(
  engine?: EngineUnderTest,
  differences: DeskDifferences = {},
  from?: Lender,
): Promise<NewsroomDesk> {
  const { lend, cast: hired } = await castOn(engine);
  const desk = await startDesk({ lend: () => (from ?? lend)(engine) }, differences);
  const cast = newsroomOf(desk.db, hired);
  const visitor = async (name?: PersonName) => {
    const someone = new Visitor(desk.app);
    if (name) someone.cookies.set(...(await sessionOf(desk, cast.persons[name].id)));
    return someone;
  };
  return Object.assign(desk, {
    ...cast,
    visitor,
    signIn: (name: PersonName) => new Visitor(desk.app).signIn(emailOf(name), PASSWORD),
    ctxOf: (name: PersonName, at = desk.at) => cast.ctxOf(name, at),
  });
}

type Cast = Pick<Newsroom, 'persons' | 'desks'>;

/** Lends copies of one database; on PostgreSQL, those of the engine under test. */
export type Lender = (engine?: EngineUnderTest) => Promise<Lent>;

const hired = new Map<Engine, Promise<{ lend: Lender; cast: Cast }>>();

/** They are hired once a process on each engine: what is lent is a copy of a database in which they are. */
export function castOn(engine?: EngineUnderTest) {
  const name = engine?.name ?? 'sqlite';
  const found = hired.get(name) ?? hireOnce(engine);
  hired.set(name, found);
  return found;
}

async function hireOnce(engine: EngineUnderTest | undefined) {
  const lent = await (engine?.lend ?? lendSqlite)();
  const cast = await hireCast(lent.database.db);
  return { cast, lend: await lenderOf(lent) };
}

/** Lends copies of what is in a database, and gives that one back. */
export async function lenderOf(lent: Lent): Promise<Lender> {
  const { config, database } = lent;
  const lender = config.database_url === null ? await fileLender(database.db) : await rowsLender(config.database_url);
  await database.close();
  await lent.giveBack();
  return lender;
}

async function fileLender(db: Db): Promise<Lender> {
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-cast-'));
  atEndOfProcess(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'cast.sqlite');
  await sql`vacuum into ${file}`.execute(db);
  return sqliteLender(file);
}

async function rowsLender(database_url: string): Promise<Lender> {
  const put = await keepRows(database_url);
  return async (engine) => {
    const lent = await needed(engine, 'the engine under test').lend();
    await askKept(needed(lent.config.database_url, 'the address of a database'), put);
    return lent;
  };
}

let hash: Promise<string> | undefined;

/** The cast in a database that is open already. */
export async function hireCast(db: Db): Promise<Newsroom> {
  hash ??= hashPassword(PASSWORD);
  const password_hash = await hash;
  const cast = await transact(systemContext(db, EVENING), async (ctx) => {
    const desks = {} as Record<DeskName, Desk>;
    for (const [name, particulars] of entries(DESKS)) desks[name] = await insertDesk(ctx, particulars);
    const persons = {} as Record<PersonName, Person>;
    for (const [name, { display_name, desk, role, is_administrator = false }] of entries(CAST)) {
      const person = await insertPerson(ctx, { email: emailOf(name), display_name, password_hash, is_administrator });
      await insertMember(ctx.db, { desk_id: desks[desk].id, person_id: person.id, role, since: ctx.at });
      persons[name] = person;
    }
    return { persons, desks };
  });
  return newsroomOf(db, cast);
}

export function newsroomOf(db: Db, { persons, desks }: Cast): Newsroom {
  const ctxOf = (name: PersonName, at = EVENING): Context => ({ db, actor: actorFor(persons[name]), at });
  return { db, persons, desks, ctxOf, operator: systemContext(db, EVENING) };
}

function actorFor({ id, display_name, is_administrator }: Person): Actor {
  return { kind: 'person', id, display_name, is_administrator: is_administrator === 1 };
}

function entries<Name extends string, Value>(record: Record<Name, Value>): [Name, Value][] {
  return Object.entries(record) as [Name, Value][];
}
