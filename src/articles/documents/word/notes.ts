// The footnotes, endnotes and comments of a Word document, by the ids under which its text refers to them.
import { cleanLine } from '#src/text-fields.ts';
import type { Note } from '../assemble.ts';
import { webAddress } from '../canonical.ts';
import type { CommentSaid } from '../draft.ts';
import { InlineReader, type InlineRules } from './inline.ts';
import { emptyLine, trimmed, type WordBlock, whoSaid } from './line.ts';
import type { Package } from './package.ts';
import { childOf, elementsOf, findAll, type XmlElement } from './xml-tree.ts';

const KINDS = [
  { kind: 'footnotes', root: 'w:footnotes', name: 'w:footnote', id: 'footnote' },
  { kind: 'endnotes', root: 'w:endnotes', name: 'w:endnote', id: 'endnote' },
];

/** Footnotes, endnotes and comments that have words, by the id at which the text refers to each: `footnote-3`, `comment-7`. */
export function readNotes(document: Package, rules: InlineRules): Map<string, Note> {
  const notes = new Map<string, Note>();
  for (const { kind, root, name, id } of KINDS) {
    const part = childOf(document.part(kind), root);
    // The line above the notes is kept among them.
    const own = (element: XmlElement) =>
      element.name === name && !/separator/i.test(element.attributes['w:type'] ?? '');
    for (const element of part ? elementsOf(part).filter(own) : []) {
      const lines = linesOf(element, rules);
      const text = textOf(lines);
      if (text !== '') notes.set(`${id}-${element.attributes['w:id']}`, { text, url: addressIn(lines), title: '' });
    }
  }
  for (const [id, note] of readComments(document, rules)) notes.set(`comment-${id}`, note);
  return notes;
}

interface CommentRead {
  id: string;
  said: CommentSaid;
  url: string;
  /** The comment that it replies to, by one of its paragraphs; '' where it replies to none. */
  parent: string;
}

/** Each comment with what was replied to it. */
function readComments(document: Package, rules: InlineRules): [string, Note][] {
  const part = childOf(document.part('comments'), 'w:comments');
  const elements = part ? elementsOf(part).filter(({ name }) => name === 'w:comment') : [];
  if (elements.length === 0) return [];
  const threads = threadsOf(document);
  const read = elements.map((element) => commentOf(element, rules, threads));
  const byParagraph = new Map(read.flatMap((one) => one.said.para_ids.map((id) => [id, one] as const)));
  const firsts = new Map<CommentRead, CommentRead>();
  for (const one of read) firsts.set(one, firstOfThread(one, { byParagraph, firsts }));
  const isReply = (one: CommentRead) => firsts.get(one) !== one;
  for (const one of read.filter(isReply)) {
    const { author, dated, lines } = one.said;
    const first = firsts.get(one) as CommentRead;
    first.said.replies.push({ author, dated, lines });
    first.url ||= one.url;
  }
  return read.filter((one) => !isReply(one) && wordsOfThread(one.said) !== '').map((one) => [one.id, noteOf(one)]);
}

/** A reply may hang on a reply; where they go round in a circle each is a comment of its own. */
function firstOfThread(
  one: CommentRead,
  known: { byParagraph: ReadonlyMap<string, CommentRead>; firsts: ReadonlyMap<CommentRead, CommentRead> },
): CommentRead {
  const seen = new Set<CommentRead>();
  let at = one;
  while (!seen.has(at)) {
    seen.add(at);
    const first = known.firsts.get(at);
    if (first !== undefined) return first;
    at = known.byParagraph.get(at.parent) ?? at;
  }
  return at;
}

function wordsOfThread({ lines, replies }: CommentSaid): string {
  return [...lines, ...replies.flatMap((reply) => reply.lines)].join(' ');
}

function noteOf({ said, url }: CommentRead): Note {
  const replies = said.replies.map(({ lines }) => `Reply: ${lines.join(' ')}`);
  const title = said.author === '' ? 'Comment' : `Comment by ${said.author}`;
  return { text: [said.lines.join(' '), ...replies].join('\n'), url, title, comment: said };
}

function commentOf(element: XmlElement, rules: InlineRules, threads: Threads): CommentRead {
  const read = linesOf(element, rules);
  const para_ids = [...findAll(element, 'w:p')].flatMap(({ attributes }) => attributes['w14:paraId'] ?? []);
  // A thread is known by the last paragraph of each comment.
  const thread = threads.get(para_ids.at(-1) ?? '');
  return {
    id: element.attributes['w:id'] ?? '',
    url: addressIn(read),
    parent: thread?.parent ?? '',
    said: {
      ...whoSaid(element.attributes),
      lines: read.flatMap(({ text }) => text.split('\n').map(cleanLine)).filter(Boolean),
      replies: [],
      is_done: thread?.is_done ?? false,
      para_ids,
    },
  };
}

type Threads = ReadonlyMap<string, { parent: string; is_done: boolean }>;

function threadsOf(document: Package): Threads {
  const part = childOf(document.part('commentsExtended'), 'w15:commentsEx');
  const some = part ? elementsOf(part).filter(({ name }) => name === 'w15:commentEx') : [];
  return new Map(
    some.map(({ attributes }) => {
      const is_done = /^(1|true|on)$/.test(attributes['w15:done'] ?? '');
      return [attributes['w15:paraId'] ?? '', { parent: attributes['w15:paraIdParent'] ?? '', is_done }];
    }),
  );
}

/** A link in a note leads where the note's own part says; an address that is written out needs no such thing. */
function linesOf(element: XmlElement, rules: InlineRules): WordBlock[] {
  const inline = new InlineReader({ ...rules, links: new Map() });
  return [...findAll(element, 'w:p')].map((paragraph) => {
    inline.begin(emptyLine(), {});
    inline.read(paragraph);
    return trimmed(inline.line);
  });
}

function textOf(lines: WordBlock[]): string {
  return lines
    .map((line) => cleanLine(line.text))
    .filter(Boolean)
    .join(' ');
}

function addressIn(lines: WordBlock[]): string {
  const [link] = lines.flatMap(({ links }) => links);
  const bare = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/.exec(textOf(lines))?.[0];
  return link?.url ?? webAddress(bare);
}
