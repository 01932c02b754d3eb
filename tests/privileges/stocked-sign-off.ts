// What people said to the sign-off checks of a stocked article, and what forms say of what is still missing.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { missingSeen } from '#src/signoff/answers.ts';
import { giveReason } from '#src/signoff/commands.ts';
import { gatherSignOff } from '#src/signoff/gather-sign-off.ts';
import type { CheckResult } from '#src/signoff/sign-off.ts';
import type { Places } from './addresses.ts';
import type { At } from './stocked-things.ts';

export interface StockedSignOff {
  places: Places;
  given: { reason_seen: string; waiver_seen: string };
}

/** The second reader gives a reason for the claim that is done; the tick has none yet. Last of all: what changes later lapses. */
export async function stockSignOff({ id, staff: { reader } }: At): Promise<StockedSignOff> {
  const claim = (await restsOn(reader, id)).missing.find(({ key }) => key.startsWith('claim:'));
  if (claim === undefined) throw new Error('Every claim rests on something.');
  const said = { rule: 'R16', words: 'own knowledge: he was there', seen: missingSeen([claim]) };
  await giveReason(reader, id, { ...said, key: claim.key });
  const { missing, reasoned } = await restsOn(reader, id);
  const [tick] = missing;
  if (tick === undefined) throw new Error('Every tick rests on something.');
  return {
    places: {
      'sign-off/:rule': 'R16',
      'reasons/:item': tick.key,
      'answers/:answer': reasoned[0]?.reason.id ?? '',
    },
    given: { reason_seen: missingSeen([tick]), waiver_seen: missingSeen(missing) },
  };
}

async function restsOn(ctx: Context, id: string): Promise<CheckResult> {
  const { results } = await gatherSignOff(ctx, await getArticle(ctx, id));
  const found = results.find(({ rule }) => rule === 'R16');
  if (found === undefined) throw new Error('R16 is no check.');
  return found;
}
