// What many tests begin with: acted out once a process on each engine, and lent as a copy of that database.

import type { Engine } from '#src/database/engine.ts';
import { forgetRemembered } from '#src/memory.ts';
import type { DeskDifferences } from './app.ts';
import type { EngineUnderTest } from './engines.ts';
import {
  castOn,
  type Lender,
  lenderOf,
  type Newsroom,
  type NewsroomDesk,
  newsroomOf,
  openNewsroom,
  startNewsroom,
} from './newsroom.ts';

export interface Acted<Said> {
  /** As `openNewsroom`, with what `act` said. */
  open(engine: EngineUnderTest): Promise<Newsroom & Said>;
  /** As `startNewsroom`, on SQLite. */
  start(differences?: DeskDifferences): Promise<NewsroomDesk & Said>;
}

/** `act` says plain values: ids and numbers. Of two copies that are open at once only one may be changed. */
export function actOnce<Said extends object>(act: (newsroom: Newsroom) => Promise<Said>): Acted<Said> {
  const acted = new Map<Engine, ReturnType<typeof actOut<Said>>>();
  const copies = (engine?: EngineUnderTest) => {
    const name = engine?.name ?? 'sqlite';
    const found = acted.get(name) ?? actOut(act, engine);
    acted.set(name, found);
    return found;
  };
  return {
    open: async (engine) => {
      const { said, lend } = await copies(engine);
      return Object.assign(await openNewsroom(engine, lend), said);
    },
    start: async (differences) => {
      const { said, lend } = await copies();
      return Object.assign(await startNewsroom(undefined, differences, lend), said);
    },
  };
}

async function actOut<Said>(act: (newsroom: Newsroom) => Promise<Said>, engine?: EngineUnderTest) {
  const { lend, cast } = await castOn(engine);
  const lent = await lend(engine);
  const said = await act(newsroomOf(lent.database.db, cast));
  return { said, lend: forgetful(await lenderOf(lent)) };
}

/** Copies have the same ids, and one may come to another state under the same count of changes: nothing is remembered of them. */
export function forgetful(lend: Lender): Lender {
  return (engine) => {
    forgetRemembered();
    return lend(engine);
  };
}
