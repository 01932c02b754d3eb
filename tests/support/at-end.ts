// Ends what the files of a process share (browser, server) when the last of them has ended.
import { after } from 'node:test';

const works: (() => Promise<unknown>)[] = [];

// Said at the top: of a file that runs alone, or of the group whose files are suites.
after(async () => {
  for (const work of works.splice(0)) await work();
});

/** Has this done when all tests of the process have ended. */
export function atEndOfProcess(work: () => Promise<unknown>): void {
  works.push(work);
}
