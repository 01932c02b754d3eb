// The text of a redlined document as WordprocessingML: tracked changes, and where remarks stand. Pure.
import type { PartRole } from '#src/articles/tables.ts';
import { directionOf } from '#src/direction.ts';
import { xmlLine, xmlText } from '#src/xml-text.ts';
import type { Fate, Piece } from './pieces.ts';
import { piecesOf } from './pieces.ts';
import type { Change, Redline } from './redline.ts';

/** The style of each part of an article; `styles.xml` says how they look. */
const PART_STYLES: Record<PartRole, string> = {
  headline: 'Title',
  standfirst: 'Subtitle',
  body: 'Normal',
  caption: 'Caption',
  credit: 'Credit',
  pull_quote: 'Quote',
  box: 'Box',
};

/** The paragraphs of the body, one after the other. */
export function paragraphsXml(redline: Redline): string {
  const writer = new ParagraphWriter(redline);
  for (const piece of piecesOf(redline)) writer.take(piece);
  return writer.end();
}

class ParagraphWriter {
  readonly #redline: Redline;
  readonly #paragraphs: string[] = [];
  #waiting: Piece[] = [];
  /** Each change of words and each mark of a paragraph has a number of its own. */
  #number = 0;

  constructor(redline: Redline) {
    this.#redline = redline;
  }

  take(piece: Piece): void {
    if (piece.kind === 'paragraph_end') this.#close(piece.at, piece);
    else this.#waiting.push(piece);
  }

  end(): string {
    this.#close(this.#redline.text.length, { fate: 'kept' });
    return this.#paragraphs.join('');
  }

  #close(at: number, mark: Fate): void {
    const { language, parts } = this.#redline;
    const said = this.#waiting.map((piece) => (piece.kind === 'words' ? piece.words : '')).join('');
    const is_left = directionOf(said, language) === 'rtl';
    const role = parts.find((part) => at <= part.end)?.role ?? 'body';
    const properties = [
      `<w:pStyle w:val="${PART_STYLES[role]}"/>`,
      is_left ? '<w:bidi/>' : '',
      mark.fate === 'kept' ? '' : `<w:rPr>${this.#changed(mark.fate, mark.change, '')}</w:rPr>`,
    ].join('');
    const content = this.#waiting.map((piece) => this.#written(piece)).join('');
    this.#paragraphs.push(`<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`);
    this.#waiting = [];
  }

  #written(piece: Piece): string {
    switch (piece.kind) {
      case 'remark_begins':
        return `<w:commentRangeStart w:id="${piece.remark}"/>`;
      case 'remark_ends':
        return `<w:commentRangeEnd w:id="${piece.remark}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${piece.remark}"/></w:r>`;
      case 'paragraph_end':
        return '';
      case 'words': {
        const run = runXml(piece.words, { language: this.#redline.language, is_deleted: piece.fate === 'deleted' });
        return piece.fate === 'kept' ? run : this.#changed(piece.fate, piece.change, run);
      }
    }
  }

  #changed(fate: 'deleted' | 'inserted', { author, at }: Change, run: string): string {
    this.#number += 1;
    const name = fate === 'deleted' ? 'w:del' : 'w:ins';
    const by = `w:id="${this.#number}" w:author="${xmlLine(author)}" w:date="${wordTime(at)}"`;
    return run === '' ? `<${name} ${by}/>` : `<${name} ${by}>${run}</${name}>`;
  }
}

/** Word knows no parts of a second. */
export function wordTime(at: string): string {
  return at.replace(/\.\d+/, '');
}

/** Words as one run, with their tabs and line ends. */
export function runXml(words: string, { language, is_deleted }: { language?: string; is_deleted: boolean }): string {
  const name = is_deleted ? 'w:delText' : 'w:t';
  const content = words
    .split(/([\t\n])/)
    .filter((one) => one !== '')
    .map((one) => {
      if (one === '\t') return '<w:tab/>';
      if (one === '\n') return '<w:br/>';
      return `<${name} xml:space="preserve">${xmlText(one)}</${name}>`;
    })
    .join('');
  const way = directionOf(words, language) === 'rtl' ? '<w:rPr><w:rtl/></w:rPr>' : '';
  return `<w:r>${way}${content}</w:r>`;
}
