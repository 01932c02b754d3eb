// Reads PDF files with a text layer: lines as paragraphs, links on their words.
import { getDocumentProxy } from 'unpdf';
import { oneOrCounted } from '#src/counted.ts';
import { assembleParts } from '../assemble.ts';
import { languageTag, webAddress } from '../canonical.ts';
import { type Draft, NO_FACTS } from '../draft.ts';
import { LeftOut } from '../left-out.ts';
import { refused, SAVE_AS_TEXT } from '../refused.ts';
import { inColumns, repeatedLines, withDropCaps } from './layout.ts';
import { type Line, type LinkArea, linesOf, type Piece } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { withoutShadows } from './shadows.ts';
import { unpacksToTooMuch } from './streams.ts';
import { keyOf, unseenWords } from './unseen.ts';

const MOST_PAGES = 300;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** What a PDF says. RuleBroken: a password, pictures alone, too many pages, damage. */
export async function readPdf(bytes: Uint8Array): Promise<Draft> {
  if (await unpacksToTooMuch(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
    throw refused('This PDF is too large when unpacked (limit: 30 MB in one piece, 400 MB in all).', SAVE_AS_TEXT);
  const document = await open(bytes);
  if (document.numPages > MOST_PAGES)
    throw refused(`This PDF has ${document.numPages} pages, and the desk reads up to ${MOST_PAGES}.`);
  const left_out = new LeftOut();
  const pages = await pagesOf(document, left_out);
  const repeated = repeatedLines(pages);
  const read = pages.map((page) => inColumns(withDropCaps(page.filter((line) => !repeated.has(line)))));
  const lines = read.flatMap((page) => page.lines);
  if (lines.length === 0)
    throw refused(
      'This PDF has only pictures (a scan, perhaps) and no text that can be read. Make one with a text layer.',
    );
  const { blocks, joined } = paragraphsOf(lines);
  sayWhatElse(left_out, { repeated: [...repeated], joined, columns: Math.max(...read.map(({ columns }) => columns)) });
  return {
    ...NO_FACTS,
    kind: 'pdf',
    ...assembleParts(oneHeadline(blocks), new Map()),
    language: await languageOf(document),
    left_out: left_out.sentences(),
  };
}

async function pagesOf(document: Document, left_out: LeftOut): Promise<Line[][]> {
  const pages: Line[][] = [];
  try {
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await readPage(await document.getPage(number), number, left_out));
  } catch (error) {
    throw damaged(error);
  }
  return pages;
}

const MOST_NAMED = 30;

function sayWhatElse(
  left_out: LeftOut,
  { repeated, joined, columns }: { repeated: Line[]; joined: string[]; columns: number },
): void {
  for (const text of new Set(repeated.map((line) => line.text))) left_out.add('What repeats on the pages', text);
  if (joined.length > 0) {
    const named = joined.slice(0, MOST_NAMED).map((word) => `“${word}”`);
    const more = joined.length - named.length;
    left_out.say(
      `${oneOrCounted(joined.length, 'One word or number', 'words and numbers')} that the end of a line divided, joined: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Compare them with the PDF.`,
    );
  }
  if (columns > 1) left_out.say(`The frame of ${columns} columns: they were read one after the other.`);
  left_out.say('Pictures, and the order of what stands side by side: compare the text with the PDF.');
}

async function open(bytes: Uint8Array): Promise<Document> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      throw refused('This PDF is locked with a password. Save it without one.');
    throw damaged(error);
  }
}

async function readPage(page: Page, number: number, left_out: LeftOut): Promise<Line[]> {
  const content = await page.getTextContent();
  const unseen = await unseenWords(page);
  const pieces = content.items.flatMap((item): Piece[] => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const isAtAngle = Math.abs(b) > Math.abs(a) * 0.05 && item.str.trim() !== '';
    if (isAtAngle) left_out.add('Words set at an angle, like a watermark', item.str);
    const isUnseen = unseen.has(keyOf(item.str));
    if (isUnseen && !isAtAngle) left_out.add('Words that nobody sees on the page (invisible or white)', item.str);
    if (isAtAngle || isUnseen) return [];
    return [
      { text: item.str, x, y, width: item.width, height: item.height || Math.hypot(c, d), ends_line: item.hasEOL },
    ];
  });
  const lines = linesOf(withoutShadows(pieces), await linkAreas(page), number);
  page.cleanup();
  return lines;
}

async function linkAreas(page: Page): Promise<LinkArea[]> {
  const annotations = (await page.getAnnotations()) as { subtype?: string; url?: string; rect?: number[] }[];
  return annotations.flatMap(({ subtype, url, rect }) => {
    const address = webAddress(url);
    const [left = 0, bottom = 0, right = 0, top = 0] = rect ?? [];
    return subtype === 'Link' && address !== '' ? [{ url: address, left, bottom, right, top }] : [];
  });
}

/** Lines of large type that follow each other at the top are one headline. */
function oneHeadline(blocks: ReturnType<typeof paragraphsOf>['blocks']) {
  const [first, second] = blocks;
  if (first?.role !== 'heading' || second?.role !== 'heading') return blocks;
  const base = first.text.length + 1;
  const links = second.links.map((link) => ({ ...link, start: link.start + base, end: link.end + base }));
  return [{ ...first, text: `${first.text} ${second.text}`, links: [...first.links, ...links] }, ...blocks.slice(2)];
}

async function languageOf(document: Document): Promise<string> {
  const { info } = (await document.getMetadata().catch(() => ({ info: {} }))) as { info: { Language?: string | null } };
  return languageTag(info.Language);
}

function damaged(cause: unknown): Error {
  return Object.assign(refused('This PDF is damaged: the desk could not read all of it.'), { cause });
}
