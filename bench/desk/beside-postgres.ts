// What the same desk costs on PostgreSQL beside SQLite, every work in turns.
import { untilAtRest } from './afterwards.ts';
import { Asker, type Slice } from './asking.ts';
import { postgresFor } from './postgres.ts';
import { printed } from './print.ts';
import { seededIn } from './seed.ts';
import { type Postgres, startDesk } from './start-desk.ts';
import { each, nothing, type Pace, sum } from './table.ts';
import { madeReady, takeOver } from './take-over.ts';
import { type Work, worksOn } from './works.ts';

/** As a server comes, so that it keeps everything safe, with the memory that somebody who runs one gives it. */
const SETTINGS = ['shared_buffers=256MB'];
const MAY_COST = 2;
const UNCHANGED_MAY_COST = 3;

interface Asked {
  form: Record<string, string>;
  pace: Pace;
  only?: string | undefined;
  at_once: number;
  /** How long each waits, in milliseconds, before it takes up what was saved. */
  rest: number;
  /** Both desks in this process. */
  here?: boolean;
  /** The address of an empty database to put it into; else a server is started for it. */
  database?: string | undefined;
}

interface Side {
  asker: Asker;
  works: readonly Work[];
}

/** Takes the desk of this folder over to PostgreSQL, measures both, and prints what it found. */
export async function besidePostgres(folder: string, asked: Asked): Promise<void> {
  const postgres = await postgresFor(asked.database, SETTINGS);
  try {
    const taken_over = await takeOver(folder, postgres);
    // What a desk does by itself after a restore, as the one on SQLite has done: or it would be measured with each page.
    printed('There and back', [...taken_over, await madeReady(postgres)]);
    printed('Work on both engines', await onBoth(folder, postgres, asked));
  } finally {
    await postgres.stop();
  }
}

async function onBoth(
  folder: string,
  postgres: Postgres,
  { form, pace, only = '', at_once, rest, here = false }: Asked,
): Promise<object[]> {
  const servers = [await startDesk({ folder, here }), await startDesk({ folder, postgres, here })] as const;
  const works = () => worksOn(seededIn(folder)).filter(({ name }) => name.includes(only));
  const [sqlite, other] = [
    { asker: await Asker.signIn(servers[0], form, at_once), works: works() },
    { asker: await Asker.signIn(servers[1], form, at_once), works: works() },
  ];
  const rows: object[] = [];
  try {
    for (let place = 0; place < sqlite.works.length; place += 1) {
      rows.push(await measureBoth([sqlite, other], place, pace));
      // What saves leave to be done is none of the next row's.
      if (sqlite.works[place]?.beside === 'save') await Promise.all(servers.map((server) => untilAtRest(server, rest)));
    }
  } finally {
    await Promise.all([sqlite.asker.close(), other.asker.close()]);
    await Promise.all(servers.map((server) => server.stop()));
  }
  return rows;
}

async function measureBoth(sides: readonly [Side, Side], place: number, { turns, turn }: Pace): Promise<object> {
  const found = sides.map(nothing);
  for (const { asker, works } of sides) await asker.load(() => works[place]?.ours(), turn);
  for (let count = 0; count < turns; count += 1)
    for (const [index, { asker, works }] of sides.entries())
      found[index] = sum(found[index] ?? nothing(), await asker.load(() => works[place]?.ours(), turn));
  const [sqlite = nothing(), postgres = nothing()] = found;
  const name = sides[0].works[place]?.name ?? '';
  return {
    work: name,
    'SQLite, ms': each(sqlite).toFixed(2),
    'PostgreSQL, ms': each(postgres).toFixed(2),
    'of it Node': milliseconds(postgres.processor, postgres),
    'its server': milliseconds(postgres.database, postgres),
    ratio: (each(postgres) / each(sqlite)).toFixed(2),
    asked: name.includes('unchanged') ? UNCHANGED_MAY_COST : MAY_COST,
    answers: postgres.asked,
    wrong: sqlite.wrong + postgres.wrong,
  };
}

function milliseconds(in_all: number, { asked }: Slice): string {
  return (in_all / Math.max(1, asked)).toFixed(2);
}
