// Comments that came as notes which say whose they are, told from footnotes. Pure.
import type { Note } from './assemble.ts';

const WHOSE = /^Comment by (.{1,100}?): (?=\S)/;

/** The notes with those of commenters as comments. */
export function withComments(notes: ReadonlyMap<string, Note>): Map<string, Note> {
  return new Map([...notes].map(([id, note]) => [id, toldIn(note)]));
}

function toldIn(note: Note): Note {
  const [lead, author] = WHOSE.exec(note.text) ?? [];
  if (lead === undefined || author === undefined || note.comment) return note;
  const text = note.text.slice(lead.length);
  const comment = { author, dated: '', lines: [text], replies: [], is_done: false, para_ids: [] };
  return { ...note, text, title: `Comment by ${author}`, comment };
}
