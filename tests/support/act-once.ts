// What many tests begin with: acted out once a process, on SQLite, and lent as a copy of the file it is in.
import { forgetRemembered } from '#src/memory.ts';
import type { DeskDifferences } from './app.ts';
import type { EngineUnderTest, Lent } from './engines.ts';
import {
  castInAFile,
  lenderOf,
  type Newsroom,
  type NewsroomDesk,
  newsroomOf,
  openNewsroom,
  startNewsroom,
} from './newsroom.ts';

export interface Acted<Said> {
  /** As `openNewsroom`, with what `act` said; on PostgreSQL it is acted out each time. */
  open(engine: EngineUnderTest): Promise<Newsroom & Said>;
  /** As `startNewsroom`, on SQLite. */
  start(differences?: DeskDifferences): Promise<NewsroomDesk & Said>;
}

/** `act` says plain values: ids and numbers. Of two copies that are open at once only one may be changed. */
export function actOnce<Said extends object>(act: (newsroom: Newsroom) => Promise<Said>): Acted<Said> {
  let acted: ReturnType<typeof actOut<Said>> | undefined;
  const copies = () => {
    acted ??= actOut(act);
    return acted;
  };
  return {
    open: async (engine) => {
      if (engine.name !== 'sqlite') {
        const newsroom = await openNewsroom(engine);
        return Object.assign(newsroom, await act(newsroom));
      }
      const { said, lend } = await copies();
      return Object.assign(await openNewsroom(engine, lend), said);
    },
    start: async (differences) => {
      const { said, lend } = await copies();
      return Object.assign(await startNewsroom(undefined, differences, lend), said);
    },
  };
}

async function actOut<Said>(act: (newsroom: Newsroom) => Promise<Said>) {
  const { lend, cast } = await castInAFile();
  const lent = await lend();
  const said = await act(newsroomOf(lent.database.db, cast));
  return { said, lend: forgetful(await lenderOf(lent)) };
}

/** Copies have the same ids, and one may come to another state under the same count of changes: nothing is remembered of them. */
export function forgetful(lend: () => Promise<Lent>): () => Promise<Lent> {
  return () => {
    forgetRemembered();
    return lend();
  };
}
