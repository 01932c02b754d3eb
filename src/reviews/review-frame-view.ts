// What the pages of queries and fixes share: the frame, and the words that a new one is about.
import type { ArticleFound } from '#src/articles/store.ts';
import type { ArticleTab } from '#src/articles/tabs.ts';
import { addressOf, type ReaderPlace } from '#src/claims/return-to.ts';
import { rangeOf, type Selection } from '#src/claims/selection.ts';
import { RuleBroken } from '#src/errors.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { may } from '#src/people/permissions.ts';
import { type Range, wholeRangesAround, wordsAt } from '#src/reading/text/range.ts';
import type { ReviewMaterial } from './gather-reviews.ts';

export interface ReviewFrame extends PageFrame {
  article: { number: number; title: string; language: string };
  tab: ArticleTab;
  /** What the form is about: a claim or words, as hidden fields and as they are said; null for neither. */
  about: About | null;
  may: { ask: boolean; decide: boolean; make_links: boolean; read_queries: boolean };
}

export interface About {
  said: string;
  words: string;
  /** What stands before and after them in their sentences; '' for a claim. */
  before: string;
  after: string;
  /** The place in the text from which they were asked about; null where that is another page. */
  back: string | null;
  fields: [name: string, value: string | number][];
}

type Place = Pick<ReaderPlace, 'in_hand' | 'list'>;

export type Material = ReviewMaterial & { article: ArticleFound };

/** What a page is asked to show beside its list: what was pointed at, and a form that was refused. */
export interface Asked {
  now: string;
  claim?: number | undefined;
  selection?: Selection | undefined;
  /** Where in the text the words were selected, to lead back there. */
  place?: Place | undefined;
  refused?: RefusedForm | undefined;
}

/** What both pages share: the tabs, who may, and what a new one would be about. */
export function frameOf(material: Material, asked: Asked, tab: 'fixes' | 'queries'): Omit<ReviewFrame, 'title'> {
  const { article } = material;
  const { role } = article;
  return {
    nav: 'articles',
    where: article.desk_name,
    scripts: ['stay'],
    article: { number: article.number, title: article.title, language: article.language },
    tab,
    about: aboutIn(material, asked),
    may: {
      ask: may(role, 'ask_queries_and_fixes'),
      decide: may(role, 'decide_fixes'),
      make_links: may(role, 'make_writer_links'),
      read_queries: may(role, 'read_queries'),
    },
  };
}

/** What the address pointed at; what is not there (any more) is passed over, and the form is about the article as a whole. */
function aboutIn({ article, ground, claims }: Material, { claim, selection, place }: Asked): About | null {
  const found = claims.find((one) => one.number === claim);
  if (selection !== undefined) {
    const meant = rangeMeant(ground, selection);
    if (meant === null) return null;
    const range = wholeWords(ground.text, meant);
    const words = ground.text.slice(range.start, range.end);
    const sentence = ground.sentences.find((one) => range.start < one.end)?.number;
    const fields: About['fields'] = [
      ['start', range.start],
      ['end', range.end],
      ['version', ground.version.number],
    ];
    if (found !== undefined) fields.push(['claim', found.number]);
    if (place !== undefined) fields.push(['from_text', 1], ...fieldsOf(place));
    const around = wholeRangesAround(ground.sentences, range) ?? range;
    const [before, after] = [ground.text.slice(around.start, range.start), ground.text.slice(range.end, around.end)];
    const back = place === undefined ? null : addressOf(String(article.number), place);
    return { said: `sentence ${sentence}`, words, before, after, back, fields };
  }
  if (found === undefined) return null;
  const { statement, number } = found;
  const words = wordsAt(ground.text, found) ?? statement;
  return { said: `claim ${number}`, words, before: '', after: '', back: null, fields: [['claim', number]] };
}

function fieldsOf({ in_hand, list }: Place): About['fields'] {
  const fields: About['fields'] = in_hand === undefined ? [] : [['in_hand', in_hand]];
  return list ? [...fields, ['list', list]] : fields;
}

/** A selection that begins or ends within a word means the word. */
function wholeWords(text: string, { start, end }: Range): Range {
  const cuts = (at: number) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  let [from, to] = [start, end];
  while (from > 0 && cuts(from)) from -= 1;
  while (to < text.length && cuts(to)) to += 1;
  return { start: from, end: to };
}

function rangeMeant(ground: Material['ground'], selection: Selection) {
  try {
    return rangeOf(ground, selection);
  } catch (error) {
    if (error instanceof RuleBroken) return null;
    throw error;
  }
}
