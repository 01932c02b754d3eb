// Has lines of a PDF say their words in the order in which they are read, for screen readers. Pure.
import { type FontWords, utf16 } from './font-words.ts';
import type { Run } from './page-runs.ts';
import type { PdfObjects } from './pdf-objects.ts';

export interface Page {
  pdf: PdfObjects;
  /** The number of its object. */
  number: number;
  /** By the names that they have on the page. */
  fonts: ReadonlyMap<string, FontWords>;
  /** The numbers of the elements of structure to which its marked contents belong, and of the object that lists them. */
  parents: string[];
  parent_list: number | null;
}

/** Each line becomes an element of its own, inside the one that it is of, with its words beside it. */
export function tellWords(page: Page, lines: readonly (readonly Run[])[]): void {
  const { pdf, parents, parent_list } = page;
  if (parent_list === null) return;
  for (const line of lines) tellLine(page, line);
  pdf.objects.set(parent_list, { words: `[${parents.map(referenceTo).join(' ')}]`, stream: null });
}

function referenceTo(number: string): string {
  return number === 'null' ? number : `${number} 0 R`;
}

const KIDS = /\/K \[([^\]]*)\]/;
const KID = /<<[\s\S]*?>>|\d+ 0 R|\d+/g;

function tellLine({ pdf, number, fonts, parents }: Page, line: readonly Run[]): void {
  const mcid = line[0]?.mcid ?? null;
  const parent = mcid === null ? undefined : parents[mcid];
  const element = pdf.objects.get(Number(parent));
  const words = line.map((run) => wordsOf(run, fonts));
  if (mcid === null || parent === undefined || element === undefined || words.includes(null)) return;
  const [, kids = ''] = KIDS.exec(element.words) ?? [];
  const is_here = [...element.words.matchAll(/\/Pg (\d+) 0 R/g)].at(-1)?.[1] === String(number);
  if (!is_here || !kids.match(KID)?.includes(String(mcid))) return;
  const own = Math.max(...pdf.objects.keys()) + 1;
  const said = `/ActualText <feff${utf16(endedLine(words.join('')))}>`;
  const told = `<< /Type /StructElem /S /Span /P ${parent} 0 R /K [${mcid}] /Pg ${number} 0 R ${said} >>`;
  pdf.objects.set(own, { words: told, stream: null });
  const changed = kids.replace(KID, (kid) => (kid === String(mcid) ? `${own} 0 R` : kid));
  element.words = element.words.replace(KIDS, `/K [${changed}]`);
  parents[mcid] = String(own);
}

/** The words of a run as they are read; null where a code has no letters. */
function wordsOf({ font, shown, is_reversed }: Run, fonts: ReadonlyMap<string, FontWords>): string | null {
  const letters = fonts.get(font.split(' ')[0] ?? '')?.letters;
  const said = shown.flatMap(({ codes }) => codes.map((code) => letters?.get(code)));
  if (said.includes(undefined)) return null;
  return (is_reversed ? said.reverse() : said).join('');
}

/** With a space between it and the next line. */
function endedLine(words: string): string {
  return /\s$/.test(words) ? words : `${words} `;
}
