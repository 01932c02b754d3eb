// Words of a PDF page that nobody sees: set in no colour, or white on the paper. Not those of a scan.
import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

interface State {
  mode: number;
  is_white: boolean;
}

const IN_NO_COLOUR = 3;

/** By keyOf: the words that are shown nowhere. None where all are: under a scan lies the text that was read in it. */
export async function unseenWords(page: Page): Promise<ReadonlySet<string>> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const words = new WordsByLook();
  const readers = new Map<number, (given: unknown[]) => void>([
    [OPS.save, () => words.save()],
    [OPS.restore, () => words.restore()],
    [OPS.setTextRenderingMode, ([mode]) => words.look({ mode: Number(mode) })],
    [OPS.setFillRGBColor, (colour) => words.look({ is_white: isWhite(colour) })],
    [OPS.setFillGray, (colour) => words.look({ is_white: isWhite(colour) })],
    [OPS.showText, ([glyphs]) => words.show(keyOf(wordsIn(glyphs)))],
    ...GROUNDS.map((name) => [OPS[name], () => words.ground()] as [number, () => void]),
  ]);
  for (const [at, operator] of fnArray.entries()) readers.get(operator)?.(argsArray[at] ?? []);
  return words.unseen();
}

/** What may lie under white words, so that they are seen. */
const GROUNDS = [
  'paintImageXObject',
  'paintInlineImageXObject',
  'constructPath',
  'fill',
  'eoFill',
  'shadingFill',
] as const;

class WordsByLook {
  #state: State = { mode: 0, is_white: false };
  readonly #stack: State[] = [];
  readonly #seen = new Set<string>();
  readonly #colourless = new Set<string>();
  readonly #white = new Set<string>();
  #hasGround = false;

  save(): void {
    this.#stack.push({ ...this.#state });
  }

  restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  look(how: Partial<State>): void {
    this.#state = { ...this.#state, ...how };
  }

  ground(): void {
    this.#hasGround = true;
  }

  show(words: string): void {
    if (words === '') return;
    const { mode, is_white } = this.#state;
    (mode === IN_NO_COLOUR ? this.#colourless : is_white ? this.#white : this.#seen).add(words);
  }

  unseen(): Set<string> {
    const seen = this.#hasGround ? this.#seen.union(this.#white) : this.#seen;
    const unseen = this.#hasGround ? this.#colourless : this.#colourless.union(this.#white);
    return seen.size === 0 ? new Set() : unseen.difference(seen);
  }
}

/** By which words are known again, whatever their spaces. */
export function keyOf(words: string): string {
  return words.replace(/\s+/g, '');
}

function isWhite(colour: unknown[]): boolean {
  if (typeof colour[0] === 'string') return /^#f{3}(?:f{3})?$/i.test(colour[0]);
  return colour.length > 0 && colour.every((part) => Number(part) >= 1);
}

function wordsIn(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return '';
  return glyphs
    .map((glyph) =>
      typeof glyph === 'object' && glyph !== null ? String((glyph as { unicode?: string }).unicode ?? '') : '',
    )
    .join('');
}
