// Two texts laid into each other word by word: what was taken out and put in. Pure.
import { diffArrays } from 'diff/lib/diff/array.js';
import { type Html, html, joinHtml } from '#src/http/html.ts';

/** Words, runs of white space, single marks; letters of scripts that put no space between words count one by one. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/** Texts that differ in more words than this have little to do with each other: they are shown one after the other. */
const MOST_EDITS = 400;

export interface DiffPiece {
  kind: 'same' | 'gone' | 'come';
  text: string;
}

/** What is read out where the eye sees words struck out, and underlined. */
interface Told {
  gone: string;
  come: string;
}

const OF_VERSIONS: Told = { gone: 'removed', come: 'added' };

/** The new text with the old words struck out where they stood and the new ones underlined. */
export function wordDiff(before: string, after: string, told = OF_VERSIONS): Html {
  return joinHtml(piecesOfDiff(before, after).map((piece) => drawn(piece, told)));
}

/** A stretch that is new, or gone, as a whole. */
export function wholly(kind: 'gone' | 'come', text: string): Html {
  return drawn({ kind, text }, OF_VERSIONS);
}

function drawn({ kind, text }: DiffPiece, told: Told): Html {
  if (kind === 'gone') return html`<del><span class="visually-hidden" dir="ltr">${told.gone}: </span>${text}</del>`;
  if (kind === 'come') return html`<ins><span class="visually-hidden" dir="ltr">${told.come}: </span>${text}</ins>`;
  return html`${text}`;
}

/** Both texts in one row: what is the same, what went, what came. */
export function piecesOfDiff(before: string, after: string): DiffPiece[] {
  const found = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_EDITS });
  if (found === undefined)
    return [
      { kind: 'gone', text: before },
      { kind: 'come', text: after },
    ];
  const pieces = found.map(({ value, added, removed }): DiffPiece => {
    const kind = removed ? 'gone' : added ? 'come' : 'same';
    return { kind, text: value.join('') };
  });
  return gathered(pieces);
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Changed words with nothing but white space between them are one change: what went, then what came. */
function gathered(pieces: DiffPiece[]): DiffPiece[] {
  const result: DiffPiece[] = [];
  let [gone, come] = ['', ''];
  const close = () => {
    if (gone !== '') result.push({ kind: 'gone', text: gone });
    if (come !== '') result.push({ kind: 'come', text: come });
    [gone, come] = ['', ''];
  };
  pieces.forEach((piece, index) => {
    if (piece.kind === 'gone') gone += piece.text;
    else if (piece.kind === 'come') come += piece.text;
    else if (gone !== '' && come !== '' && piece.text.trim() === '' && index < pieces.length - 1) {
      gone += piece.text;
      come += piece.text;
    } else {
      close();
      result.push(piece);
    }
  });
  close();
  return result;
}
