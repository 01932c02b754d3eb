// The part of a story in which somebody is accused, and the desk notes who that is.
import { markAccused } from '#src/contacts/accused/commands.ts';
import type { StoryAccused } from '../story.ts';
import type { Act } from './stage.ts';

/** The act in which the name is put among the accused, after the claim that accuses was marked. */
export function actOfAccused({ name, role, accusation, about, by, at }: StoryAccused): Act {
  return {
    at,
    run: (stage) => {
      const claim_number = stage.numbers.get(about);
      if (claim_number === undefined) throw new Error(`The story accuses by a claim that is not marked yet: ${about}`);
      return markAccused(stage.ctxOf(by, at), stage.article_id, { name, role, accusation, claim_number });
    },
  };
}
