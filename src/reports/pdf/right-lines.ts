// Makes one run of each line of a PDF that is read from the right, for programs that read. Pure.
import { type FontWords, fontWordsOf, withoutTurns } from './font-words.ts';
import { isOnOneLine, type Run, runsIn } from './page-runs.ts';
import {
  type PdfObject,
  type PdfObjects,
  packedStream,
  readObjects,
  referredBy,
  unpackedStream,
  writeObjects,
} from './pdf-objects.ts';
import { withoutBrackets } from './pdf-strings.ts';
import { type Page, tellWords } from './told-words.ts';

/**
 * The PDF with each such line in one piece, and for those who have it read to them its words in their order. Nothing on the
 * sheet moves by it. A file that is built in another way than Typst 0.14 does comes back as it was.
 */
export function withRightLines(bytes: Buffer): Buffer {
  try {
    const pdf = readObjects(bytes);
    const fonts = new Map<number, FontWords>();
    const pages = [...pdf.objects.entries()].filter(([, object]) => isPage(object));
    const changed = pages.map((page) => mendPage(pdf, page, fonts));
    return changed.includes(true) ? writeObjects(pdf) : bytes;
  } catch {
    return bytes;
  }
}

function isPage({ words }: PdfObject): boolean {
  return /\/Type \/Page\b/.test(words) && /\/Contents \d+ 0 R/.test(words);
}

function mendPage(pdf: PdfObjects, [number, { words }]: [number, PdfObject], known: Map<number, FontWords>): boolean {
  const [at, object] = referredBy(pdf, words, 'Contents') ?? [];
  const packed = object === undefined ? '' : withoutBrackets(unpackedStream(object).toString('latin1'));
  if (at === undefined || !packed.includes('/ReversedChars')) return false;
  const page = { pdf, number, fonts: fontsOf(pdf, words, known), ...parentsOf(pdf, words) };
  const content = withoutTurns(packed, page.fonts);
  const lines = linesOf(content, page);
  let mended = '';
  let end = 0;
  for (const line of lines) {
    mended += content.slice(end, line[0]?.start) + drawnIn(content, line) + written(line, page);
    end = line.at(-1)?.end ?? end;
  }
  pdf.objects.set(at, packedStream('', Buffer.from(mended + content.slice(end), 'latin1')));
  tellWords(page, lines);
  return lines.length > 0;
}

function fontsOf(pdf: PdfObjects, words: string, known: Map<number, FontWords>): Map<string, FontWords> {
  const resources = referredBy(pdf, words, 'Resources')?.[1].words ?? words;
  const [, named = ''] = /\/Font <<([^>]*)>>/.exec(resources) ?? [];
  const fonts = new Map<string, FontWords>();
  for (const [, name = '', at] of named.matchAll(/\/(\w+) (\d+) 0 R/g)) {
    const font = known.get(Number(at)) ?? fontWordsOf(pdf, Number(at));
    known.set(Number(at), font);
    fonts.set(name, font);
  }
  return fonts;
}

function parentsOf(pdf: PdfObjects, words: string): Pick<Page, 'parents' | 'parent_list'> {
  const [, page] = /\/StructParents (\d+)/.exec(words) ?? [];
  const root = [...pdf.objects.values()].find((one) => /\/Type \/StructTreeRoot/.test(one.words))?.words ?? '';
  const [, numbers = ''] = /\/Nums \[([^\]]*)\]/.exec(root) ?? [];
  const list = Number([...numbers.matchAll(/(\d+) (\d+) 0 R/g)].find(([, one]) => one === page)?.[2] ?? 0);
  const listed = pdf.objects.get(list)?.words.matchAll(/(\d+) 0 R|null/g) ?? [];
  return {
    parents: [...listed].map(([, number = 'null']) => number),
    parent_list: pdf.objects.has(list) ? list : null,
  };
}

/** What is drawn between two runs, such as a line under words, or their ground. */
const DRAWN = /^(?:\/Artifact BMC\s(?:(?!\bBT\b|\bEMC\b)[\s\S])*EMC\s+)*$/;

/** Runs that stand on one line, in one font and of one element, some of them read from the right. */
function linesOf(content: string, { parents }: Page): Run[][] {
  const lines: Run[][] = [];
  const parentOf = ({ mcid }: Run) => (mcid === null ? null : (parents[mcid] ?? null));
  for (const run of runsIn(content)) {
    const last = lines.at(-1)?.at(-1);
    const goes_on =
      last !== undefined &&
      isOnOneLine(last, run) &&
      DRAWN.test(content.slice(last.end, run.start)) &&
      last.colour === run.colour &&
      last.font === run.font &&
      parentOf(last) === parentOf(run);
    if (goes_on) lines.at(-1)?.push(run);
    else lines.push([run]);
  }
  return lines.filter((line) => line.some(({ is_reversed }) => is_reversed));
}

/** What was drawn between its runs, now before them: a ground must not cover words. */
function drawnIn(content: string, line: readonly Run[]): string {
  return line.map((run, place) => content.slice(line[place - 1]?.end ?? run.start, run.start)).join('');
}

/** One run of all, from the left of the sheet to its right. The others keep their numbers, with nothing in them. */
function written(line: readonly Run[], { fonts }: Page): string {
  const [first, ...others] = line;
  if (first === undefined) return '';
  const mark = fonts.get(first.font.split(' ')[0] ?? '')?.mark ?? null;
  const shown = line
    .flatMap((run) =>
      run.shown.map((one, place) => ({
        ...one,
        x: run.x + one.x,
        y: first.y - run.y,
        is_marked: !run.is_reversed && place === 0,
      })),
    )
    .sort((one, other) => one.x - other.x);
  const left = shown[0]?.x ?? first.x;
  const is_whole = line.every(({ is_reversed }) => is_reversed);
  const opening = (words: string) => (words === '' ? '' : `${words}\n`);
  const closing = first.opening === '' ? '' : 'EMC\n';
  return [
    `${opening(first.opening)}q\n1 0 0 -1 ${left} ${first.y} cm\n${first.colour}BT\n`,
    `${is_whole ? '/ReversedChars BMC\n' : ''}0 Tr\n/${first.font} Tf\n`,
    ...shown.map(({ x, y, words, is_marked }) => {
      const place = `1 0 0 -1 ${Number((x - left).toFixed(5))} ${Number(y.toFixed(5))} Tm\n`;
      // Between a figure and words from the right: where programs turn round, and would lose the space.
      return `${is_marked && mark !== null ? `3 Tr\n${place}<${mark}> Tj\n0 Tr\n` : ''}${place}${words}\n`;
    }),
    `${is_whole ? 'EMC\n' : ''}ET\nQ\n${closing}`,
    ...others.map((run) => (run.opening === '' ? '' : `${run.opening}\nEMC\n`)),
  ].join('');
}
