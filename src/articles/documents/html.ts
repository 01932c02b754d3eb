// Reads web pages: the article without what stands around it, its links as proposed sources.
import { Readability } from '@mozilla/readability';
import { oneOrCounted } from '#src/counted.ts';
import { cleanLine } from '#src/text-fields.ts';
import { assembleParts } from './assemble.ts';
import { type Draft, refused } from './draft.ts';
import { decodePage } from './encoding.ts';
import { type Element, type Page, parseMarkup, readMarkup } from './markup.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';

const MOST_ELEMENTS = 200_000;

/** What a saved or fetched page says. `url` is where it was fetched, if it was. RuleBroken where there is no article on it. */
export function readHtml(
  bytes: Uint8Array,
  { url = '', charset = '' }: { url?: string; charset?: string } = {},
): Draft {
  return draftOfPage(decodePage(bytes, charset), url);
}

/** The same of markup that is text already. */
export function draftOfPage(markup: string, url: string): Draft {
  const page = parseMarkup(markup);
  const facts = pageFacts(page, url);
  setBase(page, url || savedFrom(markup) || facts.url);
  const all = countWords(page.body);
  const found = new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], {
    maxElemsToParse: MOST_ELEMENTS,
    serializer: (node) => node as unknown as Element,
  }).parse();
  if (!found?.content) throw refused('The desk found no article on this page.');
  const { flow, notes } = readMarkup(found.content, page);
  const headline = facts.headline || cleanLine(found.title ?? '');
  const { headline: _, date_as_given, ...rest } = facts;
  return {
    ...rest,
    kind: 'html',
    ...assembleParts(flow.blocks, notes, headline),
    byline: facts.byline || withoutBy(cleanLine(found.byline ?? '')),
    left_out: leftOut({ all, taken: countWords(found.content), pictures: flow.pictures, date_as_given }),
  };
}

function leftOut(
  what: { all: number; taken: number } & { pictures: number } & Pick<PageFacts, 'date_as_given'>,
): string[] {
  const around = what.all - what.taken;
  return [
    ...(around > 0
      ? [`What is around the article (menus, notices, other stories): about ${around.toLocaleString('en')} words.`]
      : []),
    ...(what.pictures > 0
      ? [`${oneOrCounted(what.pictures, 'One picture', 'pictures')}; of pictures, only captions are used.`]
      : []),
    ...(what.date_as_given === ''
      ? []
      : [`The time zone of its date: the page says ${what.date_as_given}. Choose the zone below.`]),
  ];
}

/** Without a base, relative links would stay relative, and lead nowhere. */
function setBase(page: Page, url: string): void {
  const own = page.querySelector('base[href]');
  const href = URL.parse(own?.getAttribute('href') ?? '', url || undefined)?.href ?? url;
  own?.remove();
  if (href === '') return;
  const base = page.createElement('base');
  base.setAttribute('href', href);
  page.head.prepend(base);
}

/** Browsers note in a saved page where it came from. */
function savedFrom(markup: string): string {
  return /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*-->/.exec(markup.slice(0, 4000))?.[1] ?? '';
}

function countWords(element: Element): number {
  let words = 0;
  const count = (node: { nodeType: number; localName: string; textContent: string; childNodes: Iterable<never> }) => {
    if (node.nodeType === 3) words += node.textContent.split(/\s+/).filter(Boolean).length;
    else if (!['script', 'style', 'noscript', 'template'].includes(node.localName))
      for (const child of node.childNodes) count(child);
  };
  count(element as never);
  return words;
}

function withoutBy(byline: string): string {
  return byline.replace(/^(?:by|von|par|por|af|av)\s+/i, '').slice(0, 300);
}
