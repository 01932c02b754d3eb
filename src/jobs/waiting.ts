// What a job's page says while the job waits for the one place in which documents are read.
import type { Waiting } from '#src/workers/turns.ts';
import type { Tell } from './worker.ts';

const WAITING = 'Waiting: another document is being read.';

/** Says that the job waits where it does, and these words, of what it does then, when its turn has come. */
export function waitingOf(
  tell: Tell,
  { words, progress, signal }: { words: string; progress: number; signal: AbortSignal },
): Waiting {
  // One after the other, or the page could go on saying that it waits; and nobody waits for the saying.
  let said = Promise.resolve();
  const say = (what: string) => {
    said = said.then(() => tell(what, progress)).catch(() => undefined);
  };
  return { onWait: () => say(WAITING), onTurn: () => say(words), signal };
}
