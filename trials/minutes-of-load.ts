// Asks a desk everything that the bench asks, some at once, minute after minute, and notes what it holds.
import { setTimeout as wait } from 'node:timers/promises';
import { Asker } from '../bench/desk/asking.ts';
import type { MeasuredServer } from '../bench/desk/measured-server.ts';
import type { Seeded } from '../bench/desk/seed.ts';
import { worksOn } from '../bench/desk/works.ts';

export interface Minute {
  when: string;
  megabytes: number;
  answers: number;
  /** Answers with another status than was meant. */
  wrong: number;
  /** How late the loop was one time in a hundred. */
  late: number;
}

interface AtWork {
  server: MeasuredServer;
  seeded: Seeded;
  /** How somebody signs in. */
  form: Record<string, string>;
  /** How many ask at once; ten unless told. */
  at_once?: number;
}

/**
 * What the desk held at rest, at the end of each minute, and after another rest. A minute has all works of the bench in turn
 * and one look at the longest article; it and the rests are in milliseconds.
 */
export async function minutesOfLoad(
  { server, seeded, form, at_once }: AtWork,
  { minutes, minute, rest }: { minutes: number; minute: number; rest: number },
): Promise<Minute[]> {
  const found: Minute[] = [];
  const note = async (when: string, answers = 0, wrong = 0) => {
    const { memory, late } = await server.used();
    found.push({ when, megabytes: Math.round(memory / 1e6), answers, wrong, late: Math.round(late) });
  };
  await wait(rest);
  await note('at rest');
  const asker = await Asker.signIn(server, form, at_once);
  const works = worksOn(seeded);
  for (let count = 1; count <= minutes; count += 1) {
    let [answers, wrong] = [0, 0];
    for (const work of works) {
      const slice = await asker.load(() => work.ours(), minute / works.length);
      answers += slice.asked;
      wrong += slice.wrong;
    }
    const { status } = await asker.ask({ path: `/articles/${seeded.long}`, status: 200 });
    await note(`minute ${count}`, answers + 1, wrong + Number(status !== 200));
  }
  await asker.close();
  await wait(rest);
  await note('at rest again');
  return found;
}
