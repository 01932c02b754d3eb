// The part of a story in which copies of sources are pasted; passages noted later are looked up in them.
import { sayDate } from '#src/dates.ts';
import { lookPassagesUp } from '#src/evidence/lookup/commands.ts';
import { keepCopy } from '#src/sources/snapshots/commands.ts';
import type { StoryCopy } from '../story.ts';
import type { Act } from './stage.ts';

/** The act in which the copy is kept. */
export function actOfCopy({ at, by, card, text }: StoryCopy): Act {
  return {
    at,
    run: ({ ctxOf, cards, yesterday }) => {
      const bytes = Buffer.from(text.replaceAll('{yesterday}', sayDate(yesterday)));
      const brought = { how: 'paste', name: '', claimed: 'text/plain', bytes } as const;
      return keepCopy(ctxOf(by, at), cards[card] ?? 0, brought, lookPassagesUp);
    },
  };
}
