// The records of a RIS text: tagged lines, continued lines joined on, broken ones remarked on. Pure.
import type { Remark } from './card-read.ts';

export interface TaggedLine {
  tag: string;
  value: string;
  line: number;
}

interface RisRecord {
  line: number;
  lines: TaggedLine[];
  remarks: Remark[];
}

const TAGGED = /^\s*([A-Za-z][A-Za-z0-9])(?: {1,3}-(?: ?(.*))?|-\s+(.*))$/;

/** The records of the text, one after the other; `onStray` is called for each line outside of any. */
export function* recordsIn(text: string, onStray: () => void): Generator<RisRecord> {
  let record: RisRecord | undefined;
  let number = 0;
  for (const whole of linesOf(text)) {
    number += 1;
    const [, name, spaced, close] = TAGGED.exec(whole) ?? [];
    if (name === undefined) {
      if (whole.trim() !== '') joinOn(record, whole, onStray);
      continue;
    }
    const tag = name.toUpperCase();
    const value = (spaced ?? close ?? '').trimEnd();
    if (tag === 'ER') {
      if (record !== undefined) yield record;
      record = undefined;
    } else if (tag === 'TY' && record !== undefined) {
      yield withRemark(
        record,
        `there is no ER line before the next entry begins on line ${number}; it was ended there.`,
      );
      record = { line: number, lines: [{ tag, value, line: number }], remarks: [] };
    } else {
      record ??= begun(tag, number);
      record.lines.push({ tag, value, line: number });
    }
  }
  if (record !== undefined) yield withRemark(record, 'the file ends before its ER line; what is here was used.');
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, to);
    from = to + 1;
  }
}

function begun(tag: string, line: number): RisRecord {
  const remarks =
    tag === 'TY' ? [] : [{ line, field: tag, message: 'the entry begins without a TY line; its kind was guessed.' }];
  return { line, lines: [], remarks };
}

function joinOn(record: RisRecord | undefined, words: string, onStray: () => void): void {
  const last = record?.lines.at(-1);
  if (last === undefined) onStray();
  else last.value += `${isNote(last.tag) ? '\n' : ' '}${words.trim()}`;
}

function withRemark(record: RisRecord, message: string): RisRecord {
  return { ...record, remarks: [...record.remarks, { line: record.line, field: '', message }] };
}

function isNote(tag: string): boolean {
  return tag === 'N1';
}
