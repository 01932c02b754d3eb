// Fixes and queries of a redline: the changes that can be made, and what is said of each in a remark. Pure.
import { areSameWords } from '#src/reading/text/find-words.ts';
import { saidOf } from '#src/reviews/change-list/change-list.ts';
import type { FixFound } from '#src/reviews/fixes/store.ts';
import type { ReviewMaterial } from '#src/reviews/gather-reviews.ts';
import type { QueryFound } from '#src/reviews/queries/store.ts';
import { queryRow } from '#src/reviews/query-row-view.ts';
import type { Change, Remark } from '#src/reviews/redline/redline.ts';
import { fixRow, placeOf } from '#src/reviews/rows-view.ts';
import { HELD_BACK } from '#src/sources/held-back/discretion.ts';

export type FixChange = Change & { fix_id: string };

/** The change of an agreed fix; null for others, where its words are held back, and where the old ones do not stand there. */
export function changeOf(fix: FixFound, material: ReviewMaterial): FixChange | null {
  if (fix.state !== 'agreed' || isHeld(fix)) return null;
  const range = placeOf(fix, material, fix.old_words);
  if (range === null) return null;
  if (!areSameWords(material.ground.text.slice(range.start, range.end), fix.old_words)) return null;
  const by = { author: fix.asker_name ?? 'the operator', at: fix.decided_at ?? fix.asked_at };
  return { ...range, ...by, new_words: fix.new_words, fix_id: fix.id };
}

function isHeld({ old_words, new_words }: FixFound): boolean {
  return [old_words, new_words].includes(HELD_BACK);
}

/** What is said of a fix that is asked or agreed, at its words; null for one that is refused or in the copy. */
export function fixRemark(
  fix: FixFound,
  material: ReviewMaterial,
  change: { is_made: boolean; is_crossing: boolean },
): Remark | null {
  if (fix.state !== 'asked' && fix.state !== 'agreed') return null;
  const row = fixRow(fix, material, null);
  const words = isHeld(fix) ? HELD_BACK : `${fix.old_words} → ${fix.new_words}`;
  const lines = [
    `Fix ${fix.number}${fix.state === 'asked' ? ', not decided' : ''}${fix.claim_number === null ? '' : `, claim ${fix.claim_number}`}`,
    change.is_made ? '' : words,
    fix.state === 'agreed' && !change.is_made ? whyNotMade(fix, material, change) : '',
    ...[fix.reason, fix.version_note, ...saidOf(row)],
  ];
  const range = placeOf(fix, material, fix.old_words);
  return {
    range,
    key: { article_id: fix.article_id, kind: 'fix', number: fix.number },
    author: fix.asker_name ?? 'the operator',
    at: fix.asked_at,
    lines: lines.filter((line) => line !== ''),
  };
}

function whyNotMade(fix: FixFound, { ground }: ReviewMaterial, { is_crossing }: { is_crossing: boolean }): string {
  if (isHeld(fix)) return 'It is agreed but not made here. Ask the desk.';
  if (is_crossing) return 'It is agreed but not made here: another fix changes the same words. Make it by hand.';
  return `It is agreed but not made here: version ${ground.version.number} does not have its words in this form.`;
}

/** A query with its answers, at its words; null for one that was dropped. */
export function queryRemark(query: QueryFound, material: ReviewMaterial): Remark | null {
  if (query.state === 'dropped') return null;
  const { number, to_whom, state, question, answers } = queryRow(query, material, null);
  return {
    range: placeOf(query, material, query.words),
    key: { article_id: query.article_id, kind: 'query', number },
    author: query.asker_name ?? 'the operator',
    at: query.asked_at,
    lines: [
      `Query ${number}, to the ${to_whom}${state === 'open' ? ', open' : ''}`,
      question,
      ...answers.map(({ answer, by }) => `${by}: ${answer}`),
    ],
  };
}
