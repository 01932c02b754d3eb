// What a story is acted out on, and one act of it.
import type { Context } from '#src/context.ts';
import type { CastName } from '../cast.ts';
import type { CardName } from '../library.ts';
import type { Hour } from '../story.ts';

export interface Stage {
  article_id: string;
  text: string;
  /** The context of one of the cast at that hour of the story. */
  ctxOf(name: CastName, at: Hour): Context;
  /** How the desk says that hour: "15:06" on its own clock. */
  sayHour(at: Hour): string;
  /** The same with its day, as a form takes it: 2026-11-22T15:06. */
  localAt(at: Hour): string;
  cards: Partial<Record<CardName, number>>;
  /** The day before, as a date: 2026-11-21. */
  yesterday: string;
  /** The numbers of the claims marked so far, by their words, and of the questions put, by their points. */
  numbers: Map<string, number>;
}

export type Act = { at: Hour; run(stage: Stage): Promise<unknown> };
