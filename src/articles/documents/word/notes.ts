// The footnotes, endnotes and comments of a Word document, by the ids under which its text refers to them.
import { cleanLine } from '#src/text-fields.ts';
import type { Note } from '../assemble.ts';
import { webAddress } from '../draft.ts';
import { InlineReader, type InlineRules } from './inline.ts';
import { emptyLine, trimmed, type WordBlock } from './line.ts';
import type { Package } from './package.ts';
import { childOf, elementsOf, findAll, type XmlElement } from './xml-tree.ts';

const KINDS = [
  { kind: 'footnotes', root: 'w:footnotes', name: 'w:footnote', id: 'footnote' },
  { kind: 'endnotes', root: 'w:endnotes', name: 'w:endnote', id: 'endnote' },
  { kind: 'comments', root: 'w:comments', name: 'w:comment', id: 'comment' },
];

export function readNotes(document: Package, rules: InlineRules): Map<string, Note> {
  const notes = new Map<string, Note>();
  for (const { kind, root, name, id } of KINDS) {
    const part = childOf(document.part(kind), root);
    // The line above the notes is kept among them.
    const own = (element: XmlElement) =>
      element.name === name && !/separator/i.test(element.attributes['w:type'] ?? '');
    for (const element of part ? elementsOf(part).filter(own) : []) {
      const note = noteOf(element, rules);
      const title = id === 'comment' ? titleOfComment(element) : '';
      if (note.text !== '') notes.set(`${id}-${element.attributes['w:id']}`, { ...note, title });
    }
  }
  return notes;
}

function titleOfComment({ attributes }: XmlElement): string {
  const whose = cleanLine(attributes['w:author'] ?? '');
  return whose === '' ? 'Comment' : `Comment by ${whose}`;
}

function noteOf(element: XmlElement, rules: InlineRules): Omit<Note, 'title'> {
  // A link in a note leads where the note's own part says; an address that is written out needs no such thing.
  const inline = new InlineReader({ ...rules, links: new Map() });
  const lines = [...findAll(element, 'w:p')].map((paragraph) => read(inline, paragraph));
  const text = lines
    .map((line) => cleanLine(line.text))
    .filter(Boolean)
    .join(' ');
  const [link] = lines.flatMap(({ links }) => links);
  const bare = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/.exec(text)?.[0];
  return { text, url: link?.url ?? webAddress(bare) };
}

function read(inline: InlineReader, paragraph: XmlElement): WordBlock {
  inline.begin(emptyLine(), {});
  inline.read(paragraph);
  return trimmed(inline.line);
}
