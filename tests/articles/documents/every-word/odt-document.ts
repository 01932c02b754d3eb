// OpenDocument texts of such structures, with the words that stand in them.
import { makeOdt } from '../odt/make-odt.ts';
import type { SomeWords } from './some-words.ts';
import type { Block, Looks, Piece } from './structures.ts';

const STYLES = [
  ['raised', 'style:text-position="super 58%"'],
  ['struck', 'style:text-line-through-style="solid"'],
  ['hidden', 'text:display="none"'],
]
  .map(
    ([name, looks]) =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties ${looks}/></style:style>`,
  )
  .join('');

const WHO =
  '<office:change-info><dc:creator>Lena</dc:creator><dc:date>2026-03-01T10:00:00</dc:date></office:change-info>';

type Where = 'printed' | 'unprinted' | 'apart';

export class OdtWriter {
  readonly #words: SomeWords;
  readonly #regions: string[] = [];
  /** The words that changes put in. */
  readonly inserted: string[] = [];

  constructor(words: SomeWords) {
    this.#words = words;
  }

  write(blocks: Block[]): Buffer {
    const body = `<text:p>Begin.</text:p>${this.#blocks(blocks, 'printed')}`;
    const regions = this.#regions.map(
      (change, at) => `<text:changed-region xml:id="ct${at}" text:id="ct${at}">${change}</text:changed-region>`,
    );
    const changes = `<text:tracked-changes>${regions.join('')}</text:tracked-changes>`;
    return makeOdt(changes + body + this.#around(), STYLES, this.#edges());
  }

  /** A section that is hidden, and behind all of it a box that hangs on a page. */
  #around(): string {
    const hidden = `<text:section text:display="none"><text:p>${this.#words.next(2, 'unprinted')}</text:p></text:section>`;
    return `${hidden}<draw:frame><draw:text-box><text:p>${this.#words.next(2, 'printed')}</text:p></draw:text-box></draw:frame>`;
  }

  #edges(): string {
    const line = () => `<text:p>${this.#words.next(1, 'apart')}</text:p>`;
    return `<style:header>${line()}${line()}</style:header><style:footer-first>${line()}</style:footer-first>`;
  }

  #blocks(blocks: Block[], where: Where): string {
    return blocks.map((block) => this.#block(block, where)).join('');
  }

  #block(block: Block, where: Where): string {
    if (block.kind === 'table') {
      const cell = (inside: Block[]) => `<table:table-cell>${this.#blocks(inside, where)}</table:table-cell>`;
      const rows = block.rows.map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`);
      return `<table:table>${rows.join('')}</table:table>`;
    }
    const { kind, pieces } = block;
    if (kind === 'contents')
      return `<text:table-of-content><text:index-body><text:p>${this.#words.next(2, 'unprinted')}</text:p></text:index-body></text:table-of-content>`;
    const inside = pieces.map((piece) => this.#piece(piece, where)).join(' ');
    if (kind === 'heading') return `<text:h text:outline-level="2">${inside}</text:h>`;
    const paragraph = `<text:p>${inside}</text:p>`;
    return kind === 'list' ? `<text:list><text:list-item>${paragraph}</text:list-item></text:list>` : paragraph;
  }

  #piece(piece: Piece, outside: Where): string {
    const { looks, count } = piece;
    if (looks === 'deleted') {
      const lines = Array.from({ length: count }, () => `<text:p>${this.#words.next(1, 'unprinted')}</text:p>`);
      return `<text:change text:change-id="${this.#changed(`<text:deletion>${WHO}${lines.join('')}</text:deletion>`)}"/>`;
    }
    if (looks === 'inserted') {
      const before = this.#words.all.length;
      const id = this.#changed(`<text:insertion>${WHO}</text:insertion>`);
      const inside = this.#held(piece, outside);
      this.inserted.push(...this.#words.all.slice(before));
      return `<text:change-start text:change-id="${id}"/>${inside}<text:change-end text:change-id="${id}"/>`;
    }
    const isUnprinted = looks === 'struck' || looks === 'hidden';
    const inside = this.#held(piece, isUnprinted && outside === 'printed' ? 'unprinted' : outside);
    return wrapped(inside, looks);
  }

  /** The id of one more change. */
  #changed(change: string): string {
    return `ct${this.#regions.push(change) - 1}`;
  }

  #held({ holds, count, blocks, pieces }: Piece, where: Where): string {
    const inBox = where === 'printed' ? where : 'apart';
    if (holds === 'note') {
      const note = pieces.map((piece) => this.#piece(piece, 'apart')).join(' ');
      return `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>${note}</text:p></text:note-body></text:note>`;
    }
    if (holds === 'comment')
      return `<office:annotation><dc:creator>Lena</dc:creator><dc:date>2026-03-01</dc:date><text:p>${this.#words.next(count, 'apart')}</text:p></office:annotation>`;
    if (holds === 'box' && blocks.length > 0)
      return `<draw:frame><draw:text-box>${this.#blocks(blocks, inBox)}</draw:text-box></draw:frame>`;
    if (holds === 'ruby')
      return `<text:ruby><text:ruby-base>${this.#words.next(1, where)}</text:ruby-base><text:ruby-text>${this.#words.next(1, 'apart')}</text:ruby-text></text:ruby>`;
    return this.#words.next(count, where);
  }
}

function wrapped(inside: string, looks: Looks): string {
  if (looks === 'link') return `<text:a xlink:href="https://harbour.example/log">${inside}</text:a>`;
  if (looks === 'field') return `<text:bookmark-ref text:ref-name="x">${inside}</text:bookmark-ref>`;
  if (looks === 'raised') return `${inside}<text:span text:style-name="raised">7</text:span>`;
  return looks === 'plain' ? inside : `<text:span text:style-name="${looks}">${inside}</text:span>`;
}
