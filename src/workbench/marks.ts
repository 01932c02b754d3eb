// The signs and colours of the desk: sign and word first, colour second.
import { STATE_LABELS } from '#src/claims/claim.ts';
import { STANDING_LABELS } from '#src/claims/standing.ts';
import type { Claim } from './claim.ts';

export interface Mark {
  /** A class of the style sheet that sets the colour. */
  colour: string;
  sign: string;
  label: string;
}

/**
 * How a claim is drawn in the text and named in lists: its verdict where it has one, else its state. A verdict that was
 * given on other words stands for nothing until somebody has looked again.
 */
export function markOf(claim: Pick<Claim, 'state' | 'verdict' | 'check_again'>): Mark {
  if (claim.check_again !== '') return { colour: 'open', sign: '↻', label: STANDING_LABELS.check_again };
  if (claim.state === 'returned') return { colour: 'open', sign: '↩', label: STATE_LABELS.returned };
  if (claim.verdict === null) return { colour: 'open', sign: '', label: STATE_LABELS[claim.state] };
  return { colour: claim.verdict.colour, sign: claim.verdict.mark, label: claim.verdict.desk_label };
}

export interface MeterPiece {
  colour: string;
  x: number;
  width: number;
}

export interface Meter {
  whole: number;
  pieces: MeterPiece[];
}

/** A meter as rectangles on a line of this length; pieces of no width are left out. */
export function meterOf(whole: number, counts: readonly [colour: string, count: number][]): Meter {
  const pieces: MeterPiece[] = [];
  let x = 0;
  for (const [colour, width] of counts) {
    if (width > 0) pieces.push({ colour, x, width });
    x += width;
  }
  return { whole: Math.max(whole, 1), pieces };
}
