// What the head of a web page says of its article: headline, byline, outlet, date, language, address.
import { cleanLine, cleanText } from '#src/text-fields.ts';
import { languageTag, webAddress } from './canonical.ts';
import { type DocumentFacts, NO_FACTS } from './draft.ts';
import type { Page } from './markup.ts';

export interface PageFacts extends DocumentFacts {
  headline: string;
  /** The date as the page gives it, where its time zone is not the one named here. */
  date_as_given: string;
  /** The text of the article as the page's own record has it; '' where it has none. */
  article_body: string;
}

const ARTICLE_TYPES = /(^|[/#])(\w*Article|BlogPosting|Report|Review)$/;

/** Nothing is guessed: a date comes with a zone only where the page says UTC. */
export function pageFacts(page: Page, url: string): PageFacts {
  const article = linkedArticle(page);
  const metas = metasOf(page);
  const meta = (...names: string[]) => metaOf(metas, names);
  const date =
    dateOf(article?.datePublished) ?? dateOf(meta('article:published_time', 'datePublished', 'date', 'dc.date'));
  return {
    ...NO_FACTS,
    headline: line(article?.headline) || meta('og:title', 'twitter:title'),
    byline: names(article?.author) || meta('author', 'article:author').replace(/^https?:.*$/, ''),
    outlet: names(article?.publisher) || meta('og:site_name'),
    url:
      webAddress(page.querySelector('link[rel="canonical"]')?.getAttribute('href'), url || undefined) ||
      webAddress(url),
    language: languageTag(page.documentElement.getAttribute('lang') || line(article?.inLanguage)),
    dated_on: date?.local ?? '',
    dated_zone: date?.is_utc ? 'UTC' : '',
    date_as_given: date && !date.is_utc ? date.given : '',
    article_body: typeof article?.articleBody === 'string' ? cleanText(article.articleBody) : '',
  };
}

type Linked = Record<string, unknown>;

/** The article in the page's JSON-LD; broken JSON counts as none. */
function linkedArticle(page: Page): Linked | undefined {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = findArticle(JSON.parse(script.textContent), 0);
      if (found) return found;
    } catch {
      // Not JSON: as if it were not there.
    }
  }
  return undefined;
}

function findArticle(value: unknown, depth: number): Linked | undefined {
  if (typeof value !== 'object' || value === null || depth > 5) return undefined;
  const { '@type': type, '@graph': graph } = value as Linked;
  if ([type].flat().some((one) => ARTICLE_TYPES.test(String(one)))) return value as Linked;
  const inside = Array.isArray(value) ? value : Array.isArray(graph) ? graph : [];
  for (const one of inside.slice(0, 200)) {
    const found = findArticle(one, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const NAMED_BY = ['property', 'name', 'itemprop'];

/** What the page's head says under a name, by how it is named; of several the first. One pass: a page is long, and asked often. */
function metasOf(page: Page): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of page.querySelectorAll('meta'))
    for (const attribute of NAMED_BY) {
      const key = `${attribute} ${element.getAttribute(attribute) ?? ''}`;
      if (!found.has(key)) found.set(key, line(element.getAttribute('content')));
    }
  return found;
}

function metaOf(metas: ReadonlyMap<string, string>, wanted: string[]): string {
  for (const name of wanted) {
    for (const attribute of NAMED_BY) {
      const content = metas.get(`${attribute} ${name}`) ?? '';
      if (content !== '') return content;
    }
  }
  return '';
}

function names(value: unknown): string {
  const found = [value].flat().map((one) => line(typeof one === 'object' && one !== null ? (one as Linked).name : one));
  return found
    .filter((name) => name !== '' && !/^https?:/.test(name))
    .join(', ')
    .slice(0, 300);
}

function dateOf(value: unknown): { local: string; is_utc: boolean; given: string } | undefined {
  const given = line(value);
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/.exec(given);
  if (!parts) return undefined;
  const [, day = '', time, offset] = parts;
  const local = time === undefined ? day : `${day}T${time}`;
  return { local, is_utc: offset !== undefined && /^(Z|[+-]00:?00)$/.test(offset), given };
}

function line(value: unknown): string {
  return typeof value === 'string' ? cleanLine(value).slice(0, 500) : '';
}
