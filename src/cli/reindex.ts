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
    'What is saved comes into the index by itself, and a restore makes it again. Use this where a search does not find what is there. Until it is done, a search finds only what is in it already.',
  async run() {
    let told = 0;
    const taken = await atDesk(undefined, (ctx) =>
      makeIndexAnew(ctx, (taken) => {
        if (taken - told < TOLD_EVERY) return;
        told = taken;
        say(`${taken.toLocaleString('en')} so far.`);
      }),
    );
    say(`The index is made anew, of ${counted(taken, 'thing')}.`);
  },
});
