// The first check: every claim of the plan is reached by the fewest presses and judged.
import { wordsOf } from '#src/browser/word-list.ts';
import { type Place, paragraphOf, placeOf, type Seen, seenAt } from './at-text.ts';
import type { Hands } from './hands.ts';
import { digitOf, kindOf, type Plan, type PlannedClaim, saidDigitOf } from './plan.ts';
import { arrowsTo } from './reach.ts';
import { ASKED, type Tally } from './tally.ts';

/** Words are dragged over where keys would take more presses than this, as long as drags are left. */
const PATIENCE_KEYS = 5;
/** So many suggestions are looked through for one that lies near. */
const SUGGESTIONS_AHEAD = 5;

type Way = { keys: string[] } | 'drag';

/** Marks and judges all claims of the plan, in the order of the text. */
export async function checkFirst(hands: Hands, tally: Tally, plan: Plan): Promise<void> {
  const seen = await seenAt(hands.page);
  const claims = plan.claims.toSorted((a, b) => placeOf(seen, a.words).start - placeOf(seen, b.words).start);
  for (const planned of claims) {
    await reach(hands, tally, planned.words);
    const before = tally.keys();
    await judge(hands, planned);
    // What a plain OK is not: one that the desk stars, or that somebody says.
    const { claim } = await seenAt(hands.page);
    const is_more = claim !== null && (claim.is_key || claim.asks_said);
    const kind = kindOf(planned);
    tally.claim(kind === 'plain' && is_more ? 'other' : kind, tally.keys() - before);
  }
}

/** Gets the words in hand. */
async function reach(hands: Hands, tally: Tally, words: string): Promise<void> {
  const seen = await seenAt(hands.page);
  const place = placeOf(seen, words);
  const drags = tally.of(tally.phases().map(([name]) => name)).drags;
  const way = wayTo(seen, place);
  if (way === 'drag' || (way.keys.length > PATIENCE_KEYS && drags < ASKED.drags)) return hands.drag(words);
  await hands.keys(way.keys);
}

/** By suggestions and arrows; by mouse where those do not lead there. */
function wayTo(seen: Seen, place: Place): Way {
  const words = wordsOf(paragraphOf(seen, place));
  const at = seen.in_hand;
  const since = at ?? startOf(seen);
  const behind = since === null ? seen.suggestions : seen.suggestions.filter((one) => isBehind(one, since));
  const from = [...(at === null ? [] : [at]), ...behind.slice(0, SUGGESTIONS_AHEAD)];
  const ways = from.flatMap((one, index) => {
    const arrows = isSame(one, place) ? [] : arrowsTo(words, one, place);
    const steps = Array.from({ length: at === null ? index + 1 : index }, () => 'p');
    return arrows === null ? [] : [[...steps, ...arrows]];
  });
  const [best] = ways.toSorted((a, b) => a.length - b.length);
  return best === undefined ? 'drag' : { keys: best };
}

/** `p` goes on behind the claim in hand. */
function startOf({ claim }: Seen): Place | null {
  const start = claim?.start ?? null;
  return start === null ? null : { start, end: start };
}

function isBehind(one: Place, other: Place): boolean {
  return one.start > other.start || (one.start === other.start && one.end < other.end);
}

function isSame(one: Place, other: Place): boolean {
  return one.start === other.start && one.end === other.end;
}

/** A digit on the words in hand; what it wants besides; sources, star and fix; and on to second read. */
async function judge(hands: Hands, planned: PlannedClaim): Promise<void> {
  await hands.key(digitOf(planned.is_it_so));
  if (planned.is_it_so !== 'ok') {
    await hands.type(planned.sentence ?? 'See the sources.');
    await hands.key('Control+Enter');
  }
  const { claim } = await seenAt(hands.page);
  if (claim?.asks_said && claim.state !== 'ready')
    await hands.key(`Shift+Digit${saidDigitOf(planned.was_it_said ?? 'fair_paraphrase')}`);
  for (const [index, line] of planned.sources.entries()) {
    if (index === 0) await hands.key('s');
    await hands.type(line);
    await hands.key(index === planned.sources.length - 1 ? 'Enter' : 'Shift+Enter');
  }
  if (planned.is_key) await hands.key('*');
  if (planned.fix) {
    await hands.key('f');
    await hands.type(planned.fix.new_words);
    await hands.key('Enter');
  }
  const now = (await seenAt(hands.page)).claim;
  if (now && ['in_work', 'returned'].includes(now.state)) await hands.key('r');
}
