// What of the text the report covers and what it does not, in numbers and in words. Pure.
import type { PartRole, PartTable } from '#src/articles/tables.ts';
import type { Coverage } from '#src/claims/coverage/coverage.ts';
import type { Standing } from '#src/claims/standing.ts';
import { oneOrCounted, wordFor } from '#src/counted.ts';
import type { Leftover, LeftoverKind } from '#src/reading/check-worthiness/leftovers.ts';
import type { ReportMaterial } from './report-input.ts';

export interface ReportCoverage {
  sentences: number;
  unread: number;
  /** Sentences that a person initialled as nothing to check. */
  initialled: number;
  leftovers: number;
  ticks: number;
  /** "20 of 22 sentences: headline, text, 2 captions". */
  covers: string;
}

export interface NotChecked {
  sentences: { number: number; words: string }[];
  leftovers: { sentence: number; words: string; kind: LeftoverKind }[];
  /** Every claim that is not done on this version; `cause` says in words why. */
  claims: { number: number; words: string; state: Standing; state_label: string; cause: string }[];
}

const PART_NAMES: Record<PartRole, [one: string, many: string]> = {
  headline: ['headline', 'headlines'],
  standfirst: ['standfirst', 'standfirsts'],
  body: ['text', 'texts'],
  caption: ['caption', 'captions'],
  credit: ['credit', 'credits'],
  pull_quote: ['pull quote', 'pull quotes'],
  box: ['box', 'boxes'],
};

/** The coverage as the report tells it. */
export function reportCoverageOf(coverage: Coverage, { ground, ticks }: ReportMaterial): ReportCoverage {
  const { total: sentences, unread, initialled, leftovers } = coverage;
  const covers = `${sentences - unread} of ${sentences} ${wordFor(sentences, 'sentence')}: ${partsInWords(ground.parts)}`;
  return { sentences, unread, initialled, leftovers, ticks: ticks.length, covers };
}

/** The words that nobody has read, and those left over in sentences that were. */
export function unreadWordsOf(coverage: Coverage, { ground }: ReportMaterial): Omit<NotChecked, 'claims'> {
  const { text, sentences } = ground;
  const not_checked: Omit<NotChecked, 'claims'> = { sentences: [], leftovers: [] };
  coverage.sentences.forEach(({ number, state, leftovers }, index) => {
    if (state === 'unread')
      not_checked.sentences.push({ number, words: text.slice(sentences[index]?.start, sentences[index]?.end) });
    for (const { start, end, kind } of withoutInner(leftovers))
      not_checked.leftovers.push({ sentence: number, words: text.slice(start, end), kind });
  });
  return not_checked;
}

/** A name in a quotation that is left over itself is told once, with the quotation. */
function withoutInner(leftovers: Leftover[]): Leftover[] {
  return leftovers.filter(
    (inner) => !leftovers.some((outer) => outer !== inner && outer.start <= inner.start && inner.end <= outer.end),
  );
}

function partsInWords(parts: readonly PartTable[]): string {
  const counts = new Map<PartRole, number>();
  for (const { role } of parts) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].map(([role, count]) => oneOrCounted(count, ...PART_NAMES[role])).join(', ');
}
