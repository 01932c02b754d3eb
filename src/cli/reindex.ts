// `reindex`: makes the index of searching again.
import { counted } from '#src/counted.ts';
import { makeIndexAnew } from '#src/search/index-commands.ts';
import { command } from './command.ts';
import { atDesk } from './database.ts';
import { say } from './terminal.ts';

const TOLD_EVERY = 20_000;

export const reindex = command({
  summary: 'Rebuild the search index. People can go on working meanwhile.',
  details:
    'Everything saved is indexed automatically, and a restore rebuilds the index. Run this if a search misses something that is there. Until it is finished, searches find only what has been indexed so far.',
  async run() {
    let told = 0;
    const taken = await atDesk(undefined, (ctx) =>
      makeIndexAnew(ctx, (taken) => {
        if (taken - told < TOLD_EVERY) return;
        told = taken;
        say(`${taken.toLocaleString('en')} so far.`);
      }),
    );
    say(`The index is rebuilt, with ${counted(taken, 'thing')}.`);
  },
});
