// The Word document in which the writer of a story files: styles for its parts, comments, tracked changes.
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { docxBytes } from '#src/docx-file.ts';
import type { Range } from '#src/reading/text/range.ts';

export interface WritersText {
  headline: string;
  standfirst: string;
  body: string;
  captions: string[];
}

export interface WritersMarks {
  author: string;
  /** When the document was saved, ISO 8601 in UTC. */
  at: string;
  /** Said in the margin of words that stand there once. */
  comments: { words: string; says: string }[];
  /** Tracked, and taken by nobody yet. */
  changes?: { words: string; new_words: string }[];
}

const STYLES = ['Title', 'Subtitle', 'Caption'] as const;

/** The bytes of the document. Throws where words that are marked do not stand in it, so that a changed story fails at once. */
export function writersFile(text: WritersText, marks: WritersMarks): Promise<Uint8Array> {
  const marker = new Marker(marks);
  const paragraph = (words: string, style?: (typeof STYLES)[number]) =>
    new Paragraph({ ...(style ? { style } : {}), children: marker.childrenOf(words) });
  const children = [
    paragraph(text.headline, 'Title'),
    paragraph(text.standfirst, 'Subtitle'),
    ...text.body.split('\n\n').map((words) => paragraph(words)),
    ...text.captions.map((words) => paragraph(words, 'Caption')),
  ];
  marker.assertAllMet();
  const { author, at, comments } = marks;
  const saidBy = { author, date: new Date(at) };
  const document = new Document({
    creator: author,
    lastModifiedBy: author,
    styles: { paragraphStyles: STYLES.map((name) => ({ id: name, name, basedOn: 'Normal' })) },
    comments: {
      children: comments.map(({ says }, id) => ({ id, ...saidBy, children: [new Paragraph(says)] })),
    },
    sections: [{ children }],
  });
  return docxBytes(document, at);
}

type Mark = Range & { id: number; new_words?: string };

/** Puts comments and changes on their words, paragraph by paragraph. */
class Marker {
  readonly #marks: WritersMarks;
  readonly #wanted: { words: string; new_words?: string }[];
  readonly #met = new Set<number>();

  constructor(marks: WritersMarks) {
    this.#marks = marks;
    this.#wanted = [...marks.comments.map(({ words }) => ({ words })), ...(marks.changes ?? [])];
  }

  childrenOf(text: string): ParagraphChild[] {
    const found = this.#wanted.flatMap(({ words, ...mark }, id): Mark[] => {
      const start = text.indexOf(words);
      return start < 0 || this.#met.has(id) ? [] : [{ ...mark, id, start, end: start + words.length }];
    });
    const children: ParagraphChild[] = [];
    let at = 0;
    for (const mark of found.sort((a, b) => a.start - b.start)) {
      this.#met.add(mark.id);
      children.push(new TextRun(text.slice(at, mark.start)), ...this.#marked(mark, text.slice(mark.start, mark.end)));
      at = mark.end;
    }
    return [...children, new TextRun(text.slice(at))];
  }

  #marked({ id, new_words }: Mark, text: string): ParagraphChild[] {
    if (new_words === undefined) {
      const reference = new TextRun({ children: [new CommentReference(id)] });
      return [new CommentRangeStart(id), new TextRun(text), new CommentRangeEnd(id), reference];
    }
    const { author, at: date } = this.#marks;
    const by = { author, date };
    return [
      new DeletedTextRun({ ...by, id: 100 + 2 * id, text }),
      new InsertedTextRun({ ...by, id: 101 + 2 * id, text: new_words }),
    ];
  }

  assertAllMet(): void {
    const missing = this.#wanted.find((_, id) => !this.#met.has(id));
    if (missing) throw new Error(`The writer marks words that the article does not have: ${missing.words}`);
  }
}
