// PDF files of such things as newsrooms get them, with the words and figures that stand in them.
import fc from 'fast-check';
import type { SomeWords } from './some-words.ts';

const KINDS = [
  ...(['lines', 'divided', 'columns', 'column by column', 'table', 'note', 'raised', 'lowered', 'kerned'] as const),
  ...(['doubled', 'figure divided', 'spaced', 'angle', 'colourless', 'white', 'range', 'narrow'] as const),
];

export interface PdfMade {
  pages: { kind: (typeof KINDS)[number]; count: number }[][];
  /** How many lines repeat at the top and at the foot of each page. */
  heads: number;
  feet: number;
  numbered: boolean;
}

export const PDFS: fc.Arbitrary<PdfMade> = fc.record({
  pages: fc.array(
    fc.array(fc.record({ kind: fc.constantFrom(...KINDS), count: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    { minLength: 1, maxLength: 3 },
  ),
  heads: fc.integer({ min: 0, max: 2 }),
  feet: fc.integer({ min: 0, max: 2 }),
  numbered: fc.boolean(),
});

const [LEFT, TOP, FOOT, STEP, SIZE] = [72, 760, 60, 15, 12];
/** Widths of the letters of Helvetica, in thousandths: of figures and signs, and of letters as they are used here. */
const WIDTHS: Record<string, number> = {
  ' ': 278,
  ',': 278,
  '.': 278,
  '-': 333,
  w: 722,
  i: 222,
  j: 222,
  l: 222,
  f: 278,
};
const NARROW: Record<string, number> = {
  t: 278,
  r: 333,
  c: 500,
  k: 500,
  s: 500,
  v: 500,
  x: 500,
  y: 500,
  z: 500,
  m: 833,
};

const widthOf = (text: string, size: number) =>
  ([...text].reduce((sum, letter) => sum + (WIDTHS[letter] ?? NARROW[letter] ?? 556), 0) * size) / 1000;

interface How {
  x?: number;
  y?: number;
  size?: number;
  matrix?: string;
  look?: string;
}

export class PdfWriter {
  readonly #words: SomeWords;
  /** As they are printed, each once. */
  readonly figures: string[] = [];
  #drawn: string[] = [];
  #y = TOP;
  #count = 0;

  constructor(words: SomeWords) {
    this.#words = words;
  }

  write({ pages, heads, feet, numbered }: PdfMade): Buffer {
    const where = pages.length > 2 ? 'apart' : 'printed';
    const edges = pages.length > 2 ? heads + feet : 0;
    const repeated = Array.from({ length: edges }, () => this.#words.next(2, where));
    return fileOf(
      pages.map((blocks, at) => {
        this.#drawn = [];
        this.#y = TOP;
        const foot = repeated.slice(heads);
        for (const [line, words] of repeated.slice(0, heads).entries())
          this.#put(words, { y: 820 - line * 12, size: 8 });
        for (const block of [{ kind: 'lines' as const, count: 3 }, ...blocks]) {
          this.#draw(block.kind, block.count);
          this.#y -= STEP;
        }
        for (const [line, words] of foot.entries()) this.#put(words, { y: FOOT - line * 12, size: 8 });
        if (numbered) this.#put(`Page ${at + 1}`, { x: 280, y: 20, size: 8 });
        return this.#drawn.join('\n');
      }),
    );
  }

  /** Words of a line, from the left; gives back where they end. */
  #put(text: string, { x = LEFT, y = this.#y, size = SIZE, matrix = '1 0 0 1', look = '' }: How = {}): number {
    const shown = text.startsWith('[') ? `${text} TJ` : `(${text}) Tj`;
    this.#drawn.push(`q BT ${look} /F1 ${size} Tf ${matrix} ${x} ${y} Tm ${shown} ET Q`);
    return x + widthOf(text, size);
  }

  #line(text: string): void {
    this.#put(text);
    this.#y -= STEP;
  }

  /** A figure that was not there before. */
  #figure(make: (number: number) => string = (number) => `${number},${100 + number}`): string {
    this.#count += 1;
    const figure = make(this.#count + 20);
    this.figures.push(figure);
    return figure;
  }

  #some(count: number): string {
    return this.#words.next(count, 'printed');
  }

  #draw(kind: (typeof KINDS)[number], count: number): void {
    const unseen: Partial<Record<typeof kind, How>> = {
      angle: { matrix: '0.7 0.7 -0.7 0.7' },
      colourless: { look: '3 Tr' },
      white: { look: '1 g' },
    };
    const how = unseen[kind];
    if (how !== undefined) {
      this.#put(this.#words.next(count, 'unprinted'), how);
      this.#y -= kind === 'angle' ? 80 : STEP;
    } else this.#seen[kind]?.(count);
  }

  readonly #seen: Partial<Record<(typeof KINDS)[number], (count: number) => void>> = {
    lines: (count) => {
      for (let at = 0; at < count; at += 1) this.#line(`${this.#some(3)} ${this.#figure()} ${this.#some(2)}`);
    },
    divided: (count) => {
      const [word = ''] = this.#some(1).split(' ');
      this.#line(`${this.#some(4 + count)} ${word.slice(0, 2)}-`);
      this.#line(`${word.slice(2)} ${this.#some(2)}.`);
    },
    columns: (count) => {
      for (let at = 0; at < 3 + count; at += 1) {
        this.#put(this.#some(4));
        this.#put(this.#some(4), { x: 330 });
        this.#y -= STEP;
      }
    },
    'column by column': (count) => {
      const top = this.#y;
      for (const x of [LEFT, 330]) {
        this.#y = top;
        for (let at = 0; at < 3 + count; at += 1) {
          this.#put(`${this.#some(3)} ${this.#figure()}`, { x });
          this.#y -= STEP;
        }
      }
    },
    table: (count) => {
      for (let row = 0; row <= count; row += 1) {
        this.#put(this.#some(1));
        for (let cell = 1; cell <= count; cell += 1) this.#put(this.#figure(), { x: LEFT + cell * 120 });
        this.#y -= STEP;
      }
    },
    // Figures of a table whose columns lie close together.
    narrow: (count) => {
      for (let row = 0; row <= count; row += 1) {
        let end = this.#put(this.#some(1)) + 20;
        for (let cell = 0; cell <= count; cell += 1)
          end =
            13 +
            this.#put(
              this.#figure((number) => `${number + 300}`),
              { x: end },
            );
        this.#y -= STEP;
      }
    },
    note: () => {
      const end = this.#put(this.#some(3));
      this.#put('1', { x: end, y: this.#y + 5, size: 7 });
      this.#y -= STEP;
      this.#put('1', { y: 100, size: 6 });
      this.#put(this.#words.next(3, 'printed'), { x: LEFT + 6, y: 97, size: 8 });
    },
    raised: () => {
      const [before, after] = [this.#some(1), this.#some(1)];
      const figure = this.#figure((number) => `${number}⁶`);
      const end = this.#put(`${before} ${figure.slice(0, -1)}`);
      this.#put(` ${after}`, { x: this.#put('6', { x: end, y: this.#y + 5, size: 7 }) });
      this.#y -= STEP;
    },
    lowered: () => {
      const end = this.#put(`${this.#some(2)} CO`);
      this.#put('2', { x: end, y: this.#y - 3, size: 7 });
      this.figures.push('₂');
      this.#y -= STEP;
    },
    kerned: () => {
      const figure = this.#figure((number) => `${number}04.7`);
      this.#line(`[(${this.#some(1)} ${figure.slice(0, 2)}) -30 (${figure.slice(2)}) 40 ( ${this.#some(1)})]`);
    },
    doubled: () => {
      const words = `${this.#some(1)} ${this.#figure()} ${this.#some(1)}`;
      this.#put(words);
      this.#put(words, { x: LEFT + 0.3 });
      this.#y -= STEP;
    },
    'figure divided': () => {
      const figure = this.#figure();
      this.#line(`${this.#some(5)} ${figure.split(',')[0]},`);
      this.#line(`${figure.split(',')[1]} ${this.#some(2)}`);
    },
    spaced: () =>
      this.#line(`${this.#some(2)} ${this.#figure((number) => `${number} ${200 + number}`)} ${this.#some(2)}`),
    range: () => {
      const figure = this.#figure((number) => `${number}-${300 + number}`);
      this.#line(`${this.#some(5)} ${figure.split('-')[0]}-`);
      this.#line(`${figure.split('-')[1]} ${this.#some(2)}`);
    },
  };
}

function fileOf(contents: string[]): Buffer {
  const kids = contents.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}
