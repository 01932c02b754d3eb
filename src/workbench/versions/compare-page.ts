// Two versions of an article compared, by paragraphs and by words.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionGround, listVersions } from '#src/articles/version-store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { sentenceChangesOf, type VersionSentence } from '#src/claims/analysis/version-changes.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayTime } from '#src/dates.ts';
import { type Direction, dirOf } from '#src/direction.ts';
import { NotFound } from '#src/errors.ts';
import { type Html, html } from '#src/http/html.ts';
import type { Discretion } from '#src/sources/held-back/discretion.ts';
import { wholly } from '#src/word-diff.ts';
import { gatherArticle } from '../gather-article.ts';
import { headOf } from '../head.ts';
import { partNameOf } from '../part-names.ts';
import { diffSeen } from './seen-diff.ts';

export interface ComparedParagraph {
  /** What became of it, in words; '' where it stands. */
  said: string;
  part: string;
  dir: Direction | 'auto';
  words: Html;
}

/** A run of paragraphs that stand as they stood, or one that does not. */
export type ComparedStretch =
  | { is_same: true; said: string; paragraphs: ComparedParagraph[] }
  | ({ is_same: false } & ComparedParagraph);

/** The model of /articles/:id/versions/:number/compare?with=N. NotFound where one of the two is not there. */
export async function comparePage(ctx: Context, found: ArticleFound, view: { number: string; with: string }) {
  const gathered = await gatherArticle(ctx, found);
  const { article } = gathered;
  const after = await getVersionGround(ctx.db, article, view.number);
  const older = view.with === '' ? after.version.number - 1 : view.with;
  const before = await getVersionGround(ctx.db, article, older);
  if (before.version.number === after.version.number) throw new NotFound();
  const versions = await listVersions(ctx.db, article.id);
  const stretches = stretchesOf(before, after, { discretion: gathered.discretion, language: article.language });
  return {
    title: `Versions ${before.version.number} and ${after.version.number} · ${cutAtWord(article.title, 40)}`,
    nav: 'articles',
    where: article.desk_name,
    head: headOf(gathered, ctx.at, 'versions'),
    heading: `Version ${before.version.number} → version ${after.version.number}`,
    before: before.version.number,
    after: after.version.number,
    numbers: versions.map((version) => ({
      number: version.number,
      said: `Version ${version.number}, ${sayTime(version.created_at, article.time_zone, ctx.at)}`,
    })),
    said: sayStretches(stretches),
    stretches,
  };
}

type Paragraph = VersionSentence & { part: string };

function paragraphsOf({ sentences, parts }: VersionText): Paragraph[] {
  return [...Map.groupBy(sentences, (sentence) => sentence.paragraph)].map(([number, some]) => ({
    number,
    paragraph: number,
    start: some[0]?.start ?? 0,
    end: some.at(-1)?.end ?? 0,
    part: partNameOf(parts, some[0]?.part_position ?? 0),
  }));
}

function stretchesOf(
  before: VersionText,
  after: VersionText,
  { discretion, language }: { discretion: Discretion; language: string },
): ComparedStretch[] {
  const { see } = discretion;
  const [olds, news] = [paragraphsOf(before), paragraphsOf(after)];
  const changes = sentenceChangesOf({ text: before.text, sentences: olds }, { text: after.text, sentences: news });
  const gone = Map.groupBy(changes.gone, (one) => one.before);
  const stretches: ComparedStretch[] = [];
  const goneBefore = (number: number) => {
    for (const { sentence } of gone.get(number) ?? []) {
      const words = see(before.text.slice(sentence.start, sentence.end));
      const dir = dirOf(words, language);
      stretches.push({ is_same: false, said: 'Gone', part: sentence.part, dir, words: wholly('gone', words) });
    }
  };
  const wordsOf = ({ start, end }: Paragraph) => after.text.slice(start, end);
  for (const paragraph of news) {
    goneBefore(paragraph.number);
    const words = see(wordsOf(paragraph));
    const { number, part } = paragraph;
    const at = { part, dir: dirOf(words, language) };
    const old = changes.changed.get(number);
    const was = changes.same.get(number)?.number;
    const last = stretches.at(-1);
    const same = { said: '', ...at, words: html`${words}` };
    const other = (said: string, drawn: Html) => stretches.push({ is_same: false, said, ...at, words: drawn });
    if (old) other('Changed', diffSeen(discretion, before.text.slice(old.start, old.end), wordsOf(paragraph)));
    else if (changes.fresh.has(number)) other('New', wholly('come', words));
    else if (changes.moved.has(number))
      other(`Moved: it was paragraph ${was} and is paragraph ${number}`, html`${words}`);
    else if (last?.is_same) last.paragraphs.push(same);
    else stretches.push({ is_same: true, said: '', paragraphs: [same] });
  }
  goneBefore(news.length + 1);
  return stretches.map(withCount);
}

function withCount(stretch: ComparedStretch): ComparedStretch {
  return stretch.is_same
    ? { ...stretch, said: `${counted(stretch.paragraphs.length, 'paragraph')} as before` }
    : stretch;
}

function sayStretches(stretches: ComparedStretch[]): string {
  const count = (said: string) => stretches.filter((one) => !one.is_same && one.said.startsWith(said)).length;
  const words = [
    [count('Changed'), 'changed'],
    [count('New'), 'new'],
    [count('Gone'), 'gone'],
    [count('Moved'), 'moved'],
  ] as const;
  const said = words.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  if (said.length === 0) return 'The words are the same; quotes, dashes or spaces may differ.';
  return `Of the paragraphs ${said.join(', ')}. Other quotes, dashes and spaces are not counted as a change.`;
}
