// Lays the words of a claim along a stretch of the new text so that most words meet.
import type { AnchorToken } from './anchor-text.ts';

/** Old tokens `from` to `to`, of which the claim is `claim_from` to `claim_to`; new tokens `window_from` to `window_to`. */
export type AlignmentQuestion = {
  before: readonly AnchorToken[];
  after: readonly AnchorToken[];
  from: number;
  to: number;
  claim_from: number;
  claim_to: number;
  window_from: number;
  window_to: number;
  /** Whether a word of the claim may meet this token of the new text, or it belongs to another sentence. */
  isFree: (token: number) => boolean;
};

/** A word that meets its like; a mark; a word or mark that meets nothing. Words outside the claim may be missing for nothing. */
const WORD_MEETS = 16;
const MARK_MEETS = 4;
const MISSING = -4;
/** New words inside a claim cost a little more than beside it: of two equal places for a full stop the nearer is meant. */
const BREAKS_CLAIM = -5;

const DIAGONAL = 1;
const SKIPS_OLD = 2;
const SKIPS_NEW = 3;

/** By old token from `from` on: the new token that it meets, or -1. Costs old times new tokens. */
export function align(question: AlignmentQuestion): Int32Array {
  const rows = question.to - question.from;
  const columns = question.window_to - question.window_from;
  const width = columns + 1;
  const steps = new Uint8Array((rows + 1) * width);
  let above = new Int32Array(width);
  let current = new Int32Array(width);
  for (let row = 1; row <= rows; row++) {
    fillRow(question, { row, isLast: row === rows, above, current, steps });
    [above, current] = [current, above];
  }
  return traced(question, steps);
}

type Row = { row: number; isLast: boolean; above: Int32Array; current: Int32Array; steps: Uint8Array };

/** The best score of each new token for the old tokens so far, and the step that led there. */
function fillRow(question: AlignmentQuestion, { row, isLast, above, current, steps }: Row): void {
  const at = question.from + row - 1;
  const old = question.before[at] as AnchorToken;
  const isClaim = at >= question.claim_from && at < question.claim_to;
  const skipOld = isClaim ? MISSING : 0;
  const skipNew = isLast ? 0 : isClaim && at < question.claim_to - 1 ? BREAKS_CLAIM : MISSING;
  const meets = old.is_word ? WORD_MEETS : MARK_MEETS;
  const base = row * current.length;
  current[0] = (above[0] as number) + skipOld;
  steps[base] = SKIPS_OLD;
  for (let column = 1; column < current.length; column++) {
    const place = question.window_from + column - 1;
    let best = (above[column] as number) + skipOld;
    let step = SKIPS_OLD;
    const skipping = (current[column - 1] as number) + skipNew;
    if (skipping > best) [best, step] = [skipping, SKIPS_NEW];
    const meeting = (above[column - 1] as number) + meets;
    if (meeting >= best && old.key === question.after[place]?.key && (!isClaim || question.isFree(place))) {
      [best, step] = [meeting, DIAGONAL];
    }
    current[column] = best;
    steps[base + column] = step;
  }
}

function traced(question: AlignmentQuestion, steps: Uint8Array): Int32Array {
  const rows = question.to - question.from;
  const columns = question.window_to - question.window_from;
  const meets = new Int32Array(rows).fill(-1);
  const width = columns + 1;
  let row = rows;
  let column = columns;
  while (row > 0 && column > 0) {
    const step = steps[row * width + column];
    if (step === DIAGONAL) {
      meets[row - 1] = question.window_from + column - 1;
      row--;
      column--;
    } else if (step === SKIPS_NEW) column--;
    else row--;
  }
  return meets;
}
