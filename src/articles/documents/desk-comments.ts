// Comments that a desk wrote into a redline, told by how they begin. Pure.
import type { Said } from './draft.ts';

export interface DeskComment {
  kind: 'fix' | 'query' | 'claim' | 'version';
  number: number;
}

const LEAD = /^(Fix|Query|Claim|Version) ([1-9]\d{0,6})(?=[,:]|$)/;

/** What a comment is about whose first line is the lead of one of a redline; undefined for any other. */
export function deskCommentOf({ lines: [first = ''] }: Pick<Said, 'lines'>): DeskComment | undefined {
  const [, kind, number] = LEAD.exec(first) ?? [];
  return kind === undefined ? undefined : { kind: kind.toLowerCase() as DeskComment['kind'], number: Number(number) };
}
