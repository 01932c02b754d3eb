// The key by which a row without a place is known again: all that it says, folded. Pure.
import { createHash } from 'node:crypto';
import { foldKey } from '#src/text-fields.ts';
import { noteWith } from '../columns/comment-lines.ts';
import type { SheetLine } from '../columns/line.ts';

export function rowKey({ words, paragraph, status, sources, note, comments, checker }: SheetLine): string {
  const said = [words, String(paragraph ?? ''), status, sources.join('\n'), noteWith(note, comments), checker].map(
    foldKey,
  );
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
