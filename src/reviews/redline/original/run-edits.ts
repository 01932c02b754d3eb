// Writes changes and the ends of remarks into the runs of a Word document, and touches no other. Pure.
import type { Piece } from '#src/articles/documents/word/line.ts';
import type { XmlElement } from '#src/articles/documents/word/xml-tree.ts';
import { xmlLine, xmlText } from '#src/xml-text.ts';
import { runXml, wordTime } from '../document-xml.ts';

/** What happens at a place of a `w:t`: `at` counts the letters of its text. */
export type Mark =
  | { kind: 'delete'; text: XmlElement; at: number; end: number; by: By }
  | { kind: 'insert'; text: XmlElement; at: number; words: string; by: By }
  | { kind: 'remark_begins' | 'remark_ends'; text: XmlElement; at: number; id: number };

/** Whose change it is, and its number in the document. */
export interface By {
  author: string;
  at: string;
  number: number;
}

export interface RunToEdit {
  run: XmlElement;
  /** The tracked insertion that the run is part of, if it is. */
  within: XmlElement | undefined;
  marks: Mark[];
}

/** The XML with these runs written anew. `textOf` gives the letters of a `w:t`. */
export function editRuns(xml: string, runs: readonly RunToEdit[], textOf: (text: XmlElement) => string): string {
  let written = '';
  let cursor = 0;
  for (const edit of runs.toSorted((a, b) => a.run.start - b.run.start)) {
    written += xml.slice(cursor, edit.run.start) + new RunWriter(xml, edit, textOf).write();
    cursor = edit.run.end;
  }
  return written + xml.slice(cursor);
}

class RunWriter {
  readonly #xml: string;
  readonly #edit: RunToEdit;
  readonly #textOf: (text: XmlElement) => string;
  readonly #open: string;
  readonly #looks: string;
  #kept = '';
  #written = '';

  constructor(xml: string, edit: RunToEdit, textOf: (text: XmlElement) => string) {
    this.#xml = xml;
    this.#edit = edit;
    this.#textOf = textOf;
    this.#open = openTag(xml, edit.run);
    const looks = looksOf(edit.run);
    this.#looks = looks ? xml.slice(looks.start, looks.end) : '';
  }

  write(): string {
    const { run, marks } = this.#edit;
    const looks = looksOf(run);
    let cursor = looks ? looks.end : run.start + this.#open.length;
    const byText = Map.groupBy(marks, ({ text }) => text);
    for (const [text, some] of [...byText].sort(([a], [b]) => a.start - b.start)) {
      this.#kept += this.#xml.slice(cursor, text.start);
      this.#writeText(this.#textOf(text), some);
      cursor = text.end;
    }
    this.#kept += this.#xml.slice(cursor, this.#xml.lastIndexOf('</', run.end - 1));
    this.#flush();
    return this.#written;
  }

  #writeText(words: string, marks: Mark[]): void {
    const cuts = new Set([
      0,
      words.length,
      ...marks.flatMap((mark) => ('end' in mark ? [mark.at, mark.end] : [mark.at])),
    ]);
    const places = [...cuts].sort((a, b) => a - b);
    for (const [number, at] of places.entries()) {
      this.#at(marks, at);
      const end = places[number + 1];
      if (end === undefined || end <= at) continue;
      const gone = marks.find((mark) => mark.kind === 'delete' && mark.at <= at && mark.end >= end);
      if (gone?.kind === 'delete') this.#delete(words.slice(at, end), gone.by);
      else this.#kept += textXml(words.slice(at, end), 'w:t');
    }
  }

  /** What stands between two letters: remarks end, words come, remarks begin. */
  #at(marks: Mark[], at: number): void {
    const here = marks.filter((mark) => mark.kind !== 'delete' && mark.at === at);
    for (const mark of here) if (mark.kind === 'remark_begins') this.#put(`<w:commentRangeStart w:id="${mark.id}"/>`);
    for (const mark of here) if (mark.kind === 'insert') this.#insert(mark.words, mark.by);
    for (const mark of here) if (mark.kind === 'remark_ends') this.#put(remarkEnd(mark.id));
  }

  #put(xml: string): void {
    this.#flush();
    this.#written += xml;
  }

  #delete(words: string, by: By): void {
    this.#put(`<w:del ${said(by)}>${this.#open}${this.#looks}${textXml(words, 'w:delText')}</w:r></w:del>`);
  }

  #insert(words: string, by: By): void {
    const run = runXml(words, { is_deleted: false }).replace(
      /^<w:r>(?:<w:rPr>[\s\S]*?<\/w:rPr>)?/,
      `${this.#open}${this.#looks}`,
    );
    const insertion = `<w:ins ${said(by)}>${run}</w:ins>`;
    const { within } = this.#edit;
    // An insertion of ours does not become the writer's: theirs ends before it and goes on behind.
    this.#put(within ? `</${rawName(this.#xml, within)}>${insertion}${openTag(this.#xml, within)}` : insertion);
  }

  #flush(): void {
    if (this.#kept !== '') this.#written += `${this.#open}${this.#looks}${this.#kept}</w:r>`;
    this.#kept = '';
  }
}

function looksOf(run: XmlElement): XmlElement | undefined {
  return run.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === 'w:rPr');
}

/** As the document has it. */
export function openTag(xml: string, element: XmlElement): string {
  return /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(xml.slice(element.start, element.end))?.[0] ?? '';
}

function rawName(xml: string, element: XmlElement): string {
  return /^<([^\s/>]+)/.exec(xml.slice(element.start, element.start + 100))?.[1] ?? '';
}

function textXml(words: string, name: 'w:t' | 'w:delText'): string {
  return `<${name} xml:space="preserve">${xmlText(words)}</${name}>`;
}

function remarkEnd(id: number): string {
  return `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
}

function said({ author, at, number }: By): string {
  return `w:id="${number}" w:author="${xmlLine(author)}" w:date="${wordTime(at)}"`;
}

/** The piece that holds these letters of a line, whole; undefined where they are no letters of one that is known. */
export function pieceWith(pieces: readonly Piece[], at: number, side: 'before' | 'behind'): Piece | undefined {
  const exact = pieces.filter(({ offset }) => offset !== undefined);
  return side === 'before'
    ? exact.find(({ start, end }) => start < at && at <= end)
    : exact.find(({ start, end }) => start <= at && at < end);
}
