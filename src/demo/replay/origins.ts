// Acts out what the cast notes of who has it from whom, and whose words evidence is about.
import { getArticle } from '#src/articles/store.ts';
import { listChain } from '#src/claims/particulars-store.ts';
import { getClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { noteDerivation } from '#src/sources/origins/commands.ts';
import type { StoryOrigin } from '../story.ts';
import type { Act } from './stage.ts';

/** Somebody notes on a card that it derives from another. */
export function actOfOrigin({ card, from, by, at, note }: StoryOrigin): Act {
  return {
    at,
    run: ({ ctxOf, cards }) =>
      noteDerivation(ctxOf(by, at), cards[card] ?? 0, { derives_from: String(cards[from]), note }),
  };
}

/** The id of the speaker of this name in the claim's chain. Throws where nobody of that name speaks. */
export async function speakerNamed(
  ctx: Context,
  claim: { article_id: string; number: number },
  name: string,
): Promise<string> {
  const { id } = await getClaim(ctx.db, await getArticle(ctx, claim.article_id), { number: claim.number });
  const speaker = (await listChain(ctx.db, id)).find((one) => one.name === name);
  if (speaker === undefined) throw new Error(`Nobody called ${name} speaks in claim ${claim.number} of the story.`);
  return speaker.party_id;
}
