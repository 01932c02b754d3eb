// The text in stretches of a few paragraphs, each with all that decides how it is drawn. Pure.
import type { SentenceTable } from '#src/articles/tables.ts';
import type { Suggestion } from '#src/claims/analysis/suggestion.ts';
import type { ReadingState } from '#src/claims/coverage/coverage.ts';
import type { TickFound } from '#src/claims/coverage/store.ts';
import { itemAt } from '#src/item-at.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import { placedRange, type Range, rangesTouching } from '#src/reading/text/range.ts';
import { type Claim, standing } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';
import { suggestedFrom } from './suggestions.ts';

/** The most stretches of a text: each is named in a header by a script that has the page. */
const MOST_STRETCHES = 40;

export interface SentenceLying extends SentenceTable {
  state: ReadingState;
  /** Of whoever says that there is nothing to check in it. */
  initials: string | undefined;
}

/** Some paragraphs of one part, and what lies on a letter of theirs. */
export interface Stretch extends Range {
  /** By its first paragraph. */
  name: string;
  part_position: number;
  sentences: SentenceLying[];
  claims: Claim[];
  ticks: TickFound[];
  leftovers: Leftover[];
  suggestions: Suggestion[];
  /** A claim lies on it and on the next: where it begins and ends is known of both together. */
  goes_on: boolean;
}

/** All stretches of the text. A script gets those on which a mark has changed. `line`: from which on suggestions are drawn. */
export function stretchesOf(gathered: WorkbenchView, line: number): Stretch[] {
  const { coverage, ticks } = gathered;
  const stretches = emptyStretches(gathered);
  for (const claim of standing(gathered.claims)) {
    const range = placedRange(claim);
    const on = range === null ? [] : rangesTouching(stretches, range);
    for (const stretch of on) stretch.claims.push(claim);
    for (const stretch of on.slice(0, -1)) stretch.goes_on = true;
  }
  for (const tick of ticks) for (const stretch of rangesTouching(stretches, tick)) stretch.ticks.push(tick);
  for (const { leftovers } of coverage.sentences)
    for (const leftover of leftovers)
      for (const stretch of rangesTouching(stretches, leftover)) stretch.leftovers.push(leftover);
  for (const suggestion of suggestedFrom(gathered, line))
    for (const stretch of rangesTouching(stretches, suggestion)) stretch.suggestions.push(suggestion);
  return stretches;
}

/** Those that are drawn together, since a claim lies on one and on the next. */
export function drawnTogether(stretches: readonly Stretch[]): Stretch[][] {
  const together: Stretch[][] = [];
  let goes_on = false;
  for (const stretch of stretches) {
    if (goes_on) together.at(-1)?.push(stretch);
    else together.push([stretch]);
    goes_on = stretch.goes_on;
  }
  return together;
}

/** All that decides how a stretch of these words is drawn: where it is the very same, so is what was drawn. */
export function lyingOn({ sentences, claims, ticks, leftovers, suggestions }: Stretch): unknown[] {
  const all: unknown[] = [];
  for (const { state, initials } of sentences) all.push(state, initials);
  return all.concat(claims, ticks, leftovers, suggestions);
}

/** Its verdict may still be another: nobody has read it a second time. */
export function isProvisional({ verdict, state }: Pick<Claim, 'verdict' | 'state'>): boolean {
  return verdict !== null && state !== 'closed';
}

function emptyStretches({ ground, coverage, initials }: WorkbenchView): Stretch[] {
  const paragraphs = new Set(ground.sentences.map(({ paragraph }) => paragraph)).size;
  const most = MOST_STRETCHES - Math.min(ground.parts.length, MOST_STRETCHES / 2);
  const length = Math.max(3, Math.ceil(paragraphs / most));
  const by = new Map(initials.map((one) => [one.sentence_id, one.initials]));
  const stretches: Stretch[] = [];
  let [paragraph, held] = [0, 0];
  for (const [at, sentence] of ground.sentences.entries()) {
    const lying = { ...sentence, state: itemAt(coverage.sentences, at).state, initials: by.get(sentence.id) };
    const last = stretches.at(-1);
    const is_next = sentence.paragraph !== paragraph;
    paragraph = sentence.paragraph;
    if (is_next) held += 1;
    if (last === undefined || sentence.part_position !== last.part_position || held > length) {
      held = 1;
      stretches.push(beginningAt(lying));
    } else {
      last.sentences.push(lying);
      last.end = sentence.end;
    }
  }
  return stretches;
}

function beginningAt(sentence: SentenceLying): Stretch {
  const { start, end, paragraph, part_position } = sentence;
  const nothing = { claims: [], ticks: [], leftovers: [], suggestions: [] };
  return { name: `text-${paragraph}`, part_position, start, end, sentences: [sentence], ...nothing, goes_on: false };
}
