// Reads web pages: the article without what stands around it, its links as proposed sources.
import { Readability } from '@mozilla/readability';
import { counted, oneOrCounted } from '#src/counted.ts';
import { cleanLine } from '#src/text-fields.ts';
import { keyOf, nameBetween, namedArticle, removeClutter, removeConsent, textAmong } from './article-root.ts';
import { assembleParts, type Note } from './assemble.ts';
import type { Block } from './block.ts';
import type { Draft } from './draft.ts';
import { decodePage } from './encoding.ts';
import { LeftOut } from './left-out.ts';
import { type Element, type Page, parseMarkup, readMarkup } from './markup.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { assertReadable } from './page-weight.ts';
import { refused, SAVE_AS_TEXT } from './refused.ts';
import { spellOut } from './spelt-out.ts';

/** What a saved or fetched page says. `url` is where it was fetched, if it was. RuleBroken where there is no article on it. */
export function readHtml(
  bytes: Uint8Array,
  { url = '', charset = '' }: { url?: string; charset?: string } = {},
): Draft {
  const { text, remarks } = decodePage(bytes, charset);
  const draft = draftOfPage(text, url);
  return { ...draft, left_out: [...remarks, ...draft.left_out] };
}

/** The same of markup that is text already. */
export function draftOfPage(markup: string, url: string): Draft {
  if (isTangled(markup))
    throw refused('The elements of this page are nested thousands deep, so that no article can be read.', SAVE_AS_TEXT);
  const left_out = new LeftOut();
  const page = pageOf(markup, url, left_out);
  const facts = pageFacts(page, url || savedFrom(markup));
  const whole = readMarkup(page.body, page);
  const all = wordsIn(whole.flow.blocks) + whole.left_out.words;
  const named = left_out.words;
  const found = foundByReader(pageOf(markup, url, new LeftOut()));
  const { blocks, notes, pictures } = articleOn(page, found, left_out);
  const headline = printedHeadline(page) || facts.headline || cleanLine(found?.title ?? '');
  const chosen = orItsRecord(blocks, facts, left_out);
  if (chosen.length === 0) throw refused('The desk found no article on this page.');
  const isInText = blocks.some((block) => keyOf(block) === keyOf({ text: headline }));
  const used = wordsIn(isInText ? blocks : [...blocks, { text: headline }]) + left_out.words - named;
  sayWhatElse(left_out, { around: all - used, pictures, date_as_given: facts.date_as_given });
  const { headline: _, date_as_given: _given, article_body: _body, ...rest } = facts;
  return {
    ...rest,
    kind: 'html',
    ...assembleParts(chosen, notes, { headline, left_out }),
    byline: facts.byline || withoutBy(cleanLine(found?.byline ?? '')),
    left_out: left_out.sentences(),
  };
}

function pageOf(markup: string, url: string, left_out: LeftOut): Page {
  const page = parseMarkup(markup);
  assertReadable(page);
  makeLinksWhole(page, url || savedFrom(markup) || pageFacts(page, url).url);
  removeConsent(page, left_out);
  spellOut(page, left_out);
  return page;
}

/** The headline as the article prints it; '' where it prints none, or several. */
function printedHeadline(page: Page): string {
  const [first, ...others] = namedArticle(page)?.querySelectorAll('h1') ?? [];
  return first === undefined || others.length > 0 ? '' : cleanLine(first.textContent);
}

const DEEPEST = 3_000;

/** Whether far more elements are opened than closed: only a page made to hold its reader up has thousands. */
function isTangled(markup: string): boolean {
  let depth = 0;
  for (const [, end] of markup.matchAll(/<(\/?)(?:div|span|section|article|blockquote|table|ul|ol|b|i|em|font)\b/gi)) {
    depth += end === '' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

interface Read {
  blocks: Block[];
  notes: ReadonlyMap<string, Note>;
  pictures: number;
}

interface Found {
  title: string;
  byline: string;
  content: Element;
}

/** What the reader that others keep takes for the article; undefined where it finds none. It changes the page. */
function foundByReader(page: Page): Found | undefined {
  // What a page calls its foot or its menu is no article, however long.
  for (const element of page.querySelectorAll('nav, footer'))
    if (element.closest('article, main') === null) element.remove();
  const found = new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], {
    serializer: (node) => node as unknown as Element,
  }).parse();
  return found?.content
    ? { title: found.title ?? '', byline: found.byline ?? '', content: found.content as unknown as Element }
    : undefined;
}

/** The element that the page names as the article, whole, where the reader found most of its text there; else what it found. */
function articleOn(page: Page, found: Found | undefined, left_out: LeftOut): Read {
  const read = found ? readMarkup(found.content, page) : undefined;
  const known = new Set(read?.flow.blocks.map(keyOf));
  const named = namedArticle(page);
  if (named) {
    removeClutter(named, left_out);
    const { flow, notes } = readMarkup(named, page, left_out);
    const shared = flow.blocks.filter((block) => known.has(keyOf(block)));
    if (read === undefined || wordsIn(shared) >= wordsIn(read.flow.blocks) * 0.5)
      return { blocks: textAmong(flow.blocks, known, left_out), notes, pictures: flow.pictures };
  }
  if (read === undefined) return { blocks: [], notes: new Map(), pictures: 0 };
  nameBetween(readMarkup(page.body, page).flow.blocks, known, left_out);
  nameStruck(found?.content, left_out);
  return { blocks: read.flow.blocks, notes: read.notes, pictures: read.flow.pictures };
}

function nameStruck(content: Element | undefined, left_out: LeftOut): void {
  for (const struck of content?.querySelectorAll('del, s, strike') ?? [])
    left_out.add('Struck-through words', struck.textContent);
}

const FEW_WORDS = 150;
const NEEDS_SCRIPT =
  /\b(?:enable|requires?|turn on|activate|needs?|disabled)\b.{0,40}\bjavascript\b|\bjavascript\b.{0,40}\b(?:enabled?|required|disabled|needed)\b/i;

/** The paragraphs, or those of the page's own record of the article where the page shows but a notice. */
function orItsRecord(blocks: Block[], { article_body }: PageFacts, left_out: LeftOut): Block[] {
  const [shown, recorded] = [wordsIn(blocks), article_body.split(/\s+/).filter(Boolean).length];
  if (recorded > shown * 1.5 && shown < FEW_WORDS) {
    left_out.say(
      `The page itself shows ${counted(shown, 'word')} of the article. The text is taken from the record that it keeps of it (articleBody): compare it with the page.`,
    );
    return paragraphsOf(article_body);
  }
  const text = blocks.map((block) => block.text).join(' ');
  if (shown < FEW_WORDS / 2 && NEEDS_SCRIPT.test(text))
    throw refused(
      'This page shows only a notice that it needs JavaScript, and no article. Open it in a browser, save it there, and choose that file.',
    );
  if (recorded > shown * 1.2)
    left_out.say(
      `The page shows ${counted(shown, 'word')}, and its own record of the article has ${recorded.toLocaleString('en')}: compare the end of the text with the page.`,
    );
  return blocks;
}

function paragraphsOf(text: string): Block[] {
  const paragraphs = (/<\/?(?:p|br|div)\b/i.test(text) ? parseMarkup(text).body.textContent : text).split(/\n+/);
  return paragraphs
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ role: 'text', rank: 0, text: line, links: [], references: [], begins: [] }));
}

function wordsIn(blocks: readonly Pick<Block, 'text'>[]): number {
  return blocks.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
}

function sayWhatElse(
  left_out: LeftOut,
  what: { around: number; pictures: number } & Pick<PageFacts, 'date_as_given'>,
): void {
  if (what.around > 0)
    left_out.say(`What is around the article (menus, notices, other stories): about ${counted(what.around, 'word')}.`);
  if (what.pictures > 0)
    left_out.say(`${oneOrCounted(what.pictures, 'One picture', 'pictures')}; of pictures, only captions are used.`);
  if (what.date_as_given !== '')
    left_out.say(`The time zone of its date: the page says ${what.date_as_given}. Choose the zone below.`);
}

/** Links lead from where the page was, or is said to have been; those to its own notes stay. */
function makeLinksWhole(page: Page, url: string): void {
  const own = page.querySelector('base[href]');
  const base = URL.parse(own?.getAttribute('href') ?? '', url || undefined)?.href ?? url;
  own?.remove();
  if (base === '') return;
  for (const link of page.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    const whole = href.startsWith('#') ? undefined : URL.parse(href, base)?.href;
    if (whole !== undefined) link.setAttribute('href', whole);
  }
}

/** Browsers note in a saved page where it came from. */
function savedFrom(markup: string): string {
  return /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*-->/.exec(markup.slice(0, 4000))?.[1] ?? '';
}

function withoutBy(byline: string): string {
  return byline.replace(/^(?:by|von|par|por|af|av)\s+/i, '').slice(0, 300);
}
