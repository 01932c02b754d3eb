// Paragraphs of a rich text file as markup, as they are written one after the other. Pure.

/** What a paragraph is: `h1` to `h6`, the standfirst, a caption, or text. */
export type ParagraphKind = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'standfirst' | 'caption' | 'text';

/** The body, a note, a box or a header: each has an open line and what was written before it. */
export class Sheet {
  /** The markup of the open paragraph, in pieces: one text that grows would be copied whole for each link in it. */
  #line: string[] = [];
  #written = '';
  #cell = '';
  #cells: string[] = [];
  #isInTable = false;
  /** Boxes that hang on the open paragraph come behind it. */
  #after = '';

  add(markup: string): void {
    this.#line.push(markup);
  }

  /** Where the open paragraph has come to. */
  get place(): number {
    return this.#line.length;
  }

  /** Puts markup around what was added since a place; of a paragraph that ended meanwhile, around what is there. */
  wrap(since: number, [open, close]: [string, string]): void {
    this.#line.splice(Math.min(since, this.#line.length), 0, open);
    this.#line.push(close);
  }

  hang(markup: string): void {
    this.#after += markup;
  }

  endParagraph(kind: ParagraphKind, isInTable: boolean): void {
    const paragraph = wrapped(this.#line.join(''), kind) + this.#after;
    this.#line = [];
    this.#after = '';
    if (isInTable) this.#cell += paragraph;
    else {
      this.#endTable();
      this.#written += paragraph;
    }
  }

  endCell(kind: ParagraphKind): void {
    this.endParagraph(kind, true);
    this.#cells.push(`<td>${this.#cell}</td>`);
    this.#cell = '';
  }

  endRow(): void {
    if (this.#cells.length === 0) return;
    if (!this.#isInTable) this.#written += '<table>';
    this.#isInTable = true;
    this.#written += `<tr>${this.#cells.join('')}</tr>`;
    this.#cells = [];
  }

  finish(kind: ParagraphKind): string {
    this.endRow();
    // A cell that no row ever ended is text, too.
    const rest = this.#cell;
    this.#cell = '';
    this.endParagraph(kind, false);
    return this.#written + rest;
  }

  #endTable(): void {
    this.endRow();
    if (this.#isInTable) this.#written += '</table>';
    this.#isInTable = false;
  }
}

function wrapped(line: string, kind: ParagraphKind): string {
  if (line === '') return '';
  if (kind === 'standfirst' || kind === 'caption') return `<div data-part="${kind}"><p>${line}</p></div>`;
  return kind === 'text' ? `<p>${line}</p>` : `<${kind}>${line}</${kind}>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The words of markup that was written here. */
export function wordsIn(markup: string): string {
  return markup.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
