// What is left to read: unread sentences, leftovers, initials, and who reads what.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayTime } from '#src/dates.ts';
import { may } from '#src/people/permissions.ts';
import { gatherArticle, type WorkbenchView } from '../gather-article.ts';
import { headOf, sayLeft, windowTitle } from '../head.ts';
import { partNameOf } from '../part-names.ts';
import { unreadList } from './unread-view.ts';

/** The model of /articles/:id/coverage. */
export async function coveragePage(ctx: Context, found: ArticleFound) {
  const gathered = await gatherArticle(ctx, found);
  const { article, coverage, members, readers } = gathered;
  const { total, unread, initialled } = coverage;
  return {
    title: windowTitle(article, 'Left to read'),
    nav: 'articles',
    where: article.desk_name,
    head: headOf(gathered, ctx.at, 'coverage'),
    lead: sayLeft(coverage) === 'nothing' ? 'Every sentence is read, and no detail is unchecked.' : leadOf(gathered),
    sentences_said: `${total - unread - initialled} read · ${initialled} nothing to check · ${unread} left`,
    initialled: initialledIn(gathered, ctx.at),
    left: unreadList(gathered),
    paragraphs: paragraphsOf(gathered).map((paragraph) => ({
      ...paragraph,
      reader: readers.find((reader) => reader.paragraph === paragraph.number)?.display_name ?? '',
    })),
    assignees: members
      .filter((member) => may(member.role, 'be_assigned_work') && member.disabled_at === null)
      .map((member) => ({ value: member.person_id, label: member.display_name })),
    may_work: may(article.role, 'assign_work'),
  };
}

/** The sentences that somebody initialled. */
function initialledIn({ article, ground, initials }: WorkbenchView, now: string) {
  const given = new Map(initials.map((initial) => [initial.sentence_id, initial]));
  return ground.sentences.flatMap(({ id, number, start, end }) => {
    const initial = given.get(id);
    if (initial === undefined) return [];
    const words = ground.text.slice(start, end);
    return [{ number, words, by: initial.initials, when: sayTime(initial.at, article.time_zone, now) }];
  });
}

/** "Text, paragraph 3": where in the article a sentence stands. */
export function whereOf(gathered: WorkbenchView, sentence: { paragraph: number; part_position: number }): string {
  const { parts, sentences } = gathered.ground;
  const name = partNameOf(parts, sentence.part_position);
  const first = sentences.find((one) => one.part_position === sentence.part_position);
  const part = parts.find((one) => one.position === sentence.part_position);
  return part?.role === 'body' ? `${name}, paragraph ${sentence.paragraph - (first?.paragraph ?? 0) + 1}` : name;
}

function leadOf({ coverage }: WorkbenchView): string {
  const unread = `${counted(coverage.unread, 'sentence')} that nobody has read`;
  const left = `${counted(coverage.leftovers, 'unchecked detail')} in sentences that somebody has`;
  return [coverage.unread > 0 && unread, coverage.leftovers > 0 && left].filter(Boolean).join(', and ').concat('.');
}

type Sentence = WorkbenchView['ground']['sentences'][number];

/** How many characters of a paragraph tell it from the others. */
const OPENING = 70;

function paragraphsOf(gathered: WorkbenchView): { number: number; begins: string; where: string }[] {
  const { text, sentences } = gathered.ground;
  const paragraphs = Map.groupBy(sentences, (sentence) => sentence.paragraph);
  return [...paragraphs].map(([number, own]) => {
    const [first, last] = [own[0], own.at(-1)] as [Sentence, Sentence];
    const read =
      own.length === 1
        ? `sentence ${first.number}`
        : `sentences ${first.number} ${own.length === 2 ? 'and' : 'to'} ${last.number}`;
    const begins = cutAtWord(text.slice(first.start, last.end).replace(/\s+/g, ' ').trim(), OPENING);
    return { number, begins, where: `${whereOf(gathered, first)} · ${read}` };
  });
}
