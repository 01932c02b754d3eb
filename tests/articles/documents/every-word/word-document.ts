// Word documents of such structures, with the words that stand in them.
import { makeDocx } from '../documents.ts';
import type { SomeWords } from './some-words.ts';
import type { Block, Looks, Piece } from './structures.ts';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RUN_LOOKS: Partial<Record<Looks, string>> = { struck: '<w:strike/>', hidden: '<w:vanish/>' };
const FIELD = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

const RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>7</w:t></w:r>';

type Where = 'printed' | 'unprinted' | 'apart';

export class WordWriter {
  readonly #words: SomeWords;
  readonly #notes: string[] = [];
  readonly #comments: string[] = [];

  constructor(words: SomeWords) {
    this.#words = words;
  }

  write(blocks: Block[]): Buffer {
    const body = `<w:p>${this.#said('Begin. ')}</w:p>${this.#blocks(blocks, 'printed')}`;
    const parts = {
      'word/footnotes.xml': `<w:footnotes ${W}>${this.#notes.join('')}</w:footnotes>`,
      'word/comments.xml': `<w:comments ${W}>${this.#comments.join('')}</w:comments>`,
    };
    const more = Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)] as const);
    return makeDocx({ body, more: Object.fromEntries(more) });
  }

  #blocks(blocks: Block[], where: Where): string {
    return blocks.map((block) => this.#block(block, where)).join('');
  }

  #block(block: Block, where: Where): string {
    if (block.kind === 'table') {
      const row = (cells: Block[][]) => cells.map((cell) => `<w:tc>${this.#blocks(cell, where)}<w:p/></w:tc>`).join('');
      return `<w:tbl>${block.rows.map((cells) => `<w:tr>${row(cells)}</w:tr>`).join('')}</w:tbl>`;
    }
    const { kind, pieces } = block;
    if (kind === 'contents')
      return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p>${this.#said(this.#words.next(2, 'unprinted'))}</w:p></w:sdtContent></w:sdt>`;
    const properties = kind === 'heading' ? '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>' : '';
    const paragraph = `<w:p>${properties}${pieces.map((piece) => this.#piece(piece, where)).join(this.#said(' '))}</w:p>`;
    return kind === 'list' ? `<w:sdt><w:sdtContent>${paragraph}</w:sdtContent></w:sdt>` : paragraph;
  }

  #piece(piece: Piece, outside: Where): string {
    const { looks } = piece;
    const isUnprinted = looks === 'struck' || looks === 'hidden' || looks === 'deleted';
    const where = isUnprinted && outside === 'printed' ? 'unprinted' : outside;
    const inside = runOf(this.#held(piece, where), looks);
    if (looks === 'inserted') return `<w:ins w:id="1" w:author="Lena">${inside}</w:ins>`;
    if (looks === 'deleted') return `<w:del w:id="2" w:author="Lena">${inside}</w:del>`;
    if (looks === 'link') return `<w:hyperlink r:id="rId9">${inside}</w:hyperlink>`;
    if (looks === 'raised') return `${inside}${RAISED}`;
    if (looks !== 'field') return inside;
    return `${FIELD('begin')}<w:r><w:instrText>REF x</w:instrText></w:r>${FIELD('separate')}${inside}${FIELD('end')}`;
  }

  #held({ holds, looks, count, blocks, pieces }: Piece, where: Where): string {
    const inBox = where === 'printed' ? where : 'apart';
    if (holds === 'note') {
      const note = pieces.map((piece) => this.#piece(piece, 'apart')).join(this.#said(' '));
      this.#notes.push(`<w:footnote w:id="${this.#notes.length + 2}"><w:p>${note}</w:p></w:footnote>`);
      return `<w:footnoteReference w:id="${this.#notes.length + 1}"/>`;
    }
    if (holds === 'comment') {
      const id = this.#comments.length;
      const said = this.#said(this.#words.next(count, 'apart'));
      this.#comments.push(`<w:comment w:id="${id}" w:author="Lena"><w:p>${said}</w:p></w:comment>`);
      return `<w:commentReference w:id="${id}"/>`;
    }
    if (holds === 'box' && blocks.length > 0)
      return `<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>${this.#blocks(blocks, inBox)}</w:txbxContent></v:textbox></w:pict>`;
    if (holds === 'ruby')
      return `<w:ruby><w:rt>${this.#said(`${this.#words.next(1, 'apart')} `)}</w:rt><w:rubyBase>${this.#said(this.#words.next(1, where), looks)}</w:rubyBase></w:ruby>`;
    return textOf(this.#words.next(count, where));
  }

  /** A run with these words. */
  #said(words: string, looks: Looks = 'plain'): string {
    return runOf(textOf(words), looks);
  }
}

function textOf(words: string): string {
  return `<w:t xml:space="preserve">${words}</w:t>`;
}

function runOf(content: string, looks: Looks = 'plain'): string {
  const own = RUN_LOOKS[looks];
  return `<w:r>${own ? `<w:rPr>${own}</w:rPr>` : ''}${content}</w:r>`;
}
