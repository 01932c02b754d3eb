// The part of a story in which somebody is accused, and the desk notes who that is.
import { explainNoOffer, sayWhereReplyStands } from '#src/contacts/accused/change-commands.ts';
import { markAccused } from '#src/contacts/accused/commands.ts';
import { type AccusedFound, listAccused } from '#src/contacts/accused/store.ts';
import type { Context } from '#src/context.ts';
import type { StoryAccused, StoryCopyShows } from '../story.ts';
import { copyInputOf } from './copy-shows.ts';
import type { Act, Stage } from './stage.ts';

/** The name is put among the accused, after the claim that accuses was marked; then, what became of their reply. */
export function actsOfAccused(story: StoryAccused): Act[] {
  const { copy, not_offered } = story;
  const acts = [actOfMarking(story)];
  if (copy !== undefined) acts.push({ at: copy.at, run: (stage) => sayCopy(stage, story, copy) });
  if (not_offered !== undefined)
    acts.push({
      at: not_offered.at,
      run: async (stage) => {
        const ctx = stage.ctxOf(story.by, not_offered.at);
        const { number, revision } = await accusedNamed(stage, ctx, story.name);
        const said = { not_offered_reason: not_offered.reason, revision };
        await explainNoOffer(ctx, { article_id: stage.article_id, accused: number }, said);
      },
    });
  return acts;
}

async function sayCopy(stage: Stage, { name, by }: StoryAccused, copy: StoryCopyShows): Promise<void> {
  const ctx = stage.ctxOf(by, copy.at);
  const { number, revision } = await accusedNamed(stage, ctx, name);
  await sayWhereReplyStands(ctx, { article_id: stage.article_id, accused: number }, { ...copyInputOf(copy), revision });
}

async function accusedNamed(stage: Stage, { db }: Context, name: string): Promise<AccusedFound> {
  const found = (await listAccused(db, stage.article_id)).find((one) => one.party_name === name);
  if (found === undefined) throw new Error(`The story speaks of somebody who is not accused yet: ${name}`);
  return found;
}

function actOfMarking({ name, role, accusation, about, by, at }: StoryAccused): Act {
  return {
    at,
    run: (stage) => {
      const claim_number = stage.numbers.get(about);
      if (claim_number === undefined) throw new Error(`The story accuses by a claim that is not marked yet: ${about}`);
      return markAccused(stage.ctxOf(by, at), stage.article_id, { name, role, accusation, claim_number });
    },
  };
}
