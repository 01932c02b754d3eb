// Takes up by itself what has changed, so that a search finds little left to do.
import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '#src/database/schema.ts';
import { takeUpChanges } from './index-commands.ts';

const REST = 20_000;

/** Begins at once with what was left or came with a new version of the program. Errors never end it. */
export function keepIndex(db: Db, onError: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const keeping = (async () => {
    while (!signal.aborted) {
      await takeUpChanges({ db }, { signal }).catch(onError);
      await wait(REST, undefined, { signal, ref: false }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await keeping;
    },
  };
}
