// What a person sees of a document before it becomes an article.
import { counted, saySize } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Typed } from '#src/http/form.ts';
import { type ChangesTaken, type Draft, type DraftKind, textTaken } from '../documents/draft.ts';
import { valuesOfDraft } from '../documents/draft-values.ts';
import { languageName } from '../languages.ts';
import type { PartRole } from '../tables.ts';
import { type CommentShown, ownComments, shownComments } from './comments-view.ts';
import { besides, quote } from './draft-words.ts';
import { type PendingShown, shownPending } from './pending-view.ts';
import type { DraftFound } from './store.ts';

export interface DraftSourceShown {
  /** The words it stands on; '' where they are not in the text. */
  words: string;
  title: string;
  url: string;
  note: string;
}

/** What was read out of a document, for the page on which it is looked over. */
export interface DraftShown {
  id: string;
  name: string;
  kind: string;
  size: string;
  taken: string[];
  left_out: string[];
  /** Of the next version of an article: what stays as it is in the version before. */
  kept: string[];
  /** Of footnotes and links; comments are told apart. */
  proposed_sources: DraftSourceShown[];
  pending: PendingShown | null;
  comments: CommentShown[];
  /** The fields of comments that the desk wrote itself. */
  own_comments: string[];
}

const KINDS: Record<DraftKind, string> = {
  docx: 'Word document',
  odt: 'OpenDocument text',
  rtf: 'rich text document',
  pdf: 'PDF',
  html: 'web page',
  eml: 'mail',
  text: 'plain text',
  markdown: 'Markdown',
};

const WORDS_BEFORE_TEXT = ['headline', 'standfirst'] as const;

/** The draft in words, and the values that its form begins with: what was typed before stands, the rest is the document's. */
export function shownDraft(
  found: DraftFound,
  taken: ChangesTaken = 'accepted',
): { draft: DraftShown; values: Record<string, string> } {
  const draft = draftIn(found, taken);
  const typed = JSON.parse(found.typed) as Typed;
  const values: Record<string, string> = valuesOfDraft(draft);
  for (const [name, value] of Object.entries(typed)) {
    const text = [value].flat()[0] ?? '';
    if (text.trim() !== '') values[name] = text;
  }
  return {
    draft: {
      ...shown(found, draft, taken),
      taken: [...partsTaken(draft), ...factsTaken(draft), ...namesSources(draft)],
    },
    values,
  };
}

/** The draft with the text that is taken of it. */
function draftIn(found: DraftFound, taken: ChangesTaken): Draft {
  const draft = JSON.parse(found.draft) as Draft;
  return { ...draft, ...textTaken(draft, taken) };
}

const PART_FIELDS = [
  ['headline', 'the headline'],
  ['standfirst', 'the standfirst'],
  ['captions', 'the captions'],
  ['credits', 'the credits'],
  ['pull_quotes', 'the pull quotes'],
  ['boxes', 'the boxes'],
] as const;

/**
 * The draft of a next version in words, and the values that its form begins with: what was typed, else the document's, else,
 * where it has no words for a part, what stands in the version before. What it says of itself changes no detail.
 */
export function shownNextDraft(
  found: DraftFound,
  stood: Record<string, string>,
  changes_taken: ChangesTaken = 'accepted',
): { draft: DraftShown; values: Record<string, string> } {
  const draft = draftIn(found, changes_taken);
  const typed = JSON.parse(found.typed) as Record<string, string>;
  const read: Record<string, string> = valuesOfDraft(draft);
  const values = { ...stood };
  for (const name of ['body', ...PART_FIELDS.map(([field]) => field)] as const)
    if (read[name]) values[name] = read[name];
  const kept = PART_FIELDS.filter(([name]) => !read[name] && !typed[name] && stood[name]).map(([, words]) => words);
  const facts = factsTaken(draft);
  const left_out = facts.length > 0 ? [...draft.left_out, FACTS_STAY] : draft.left_out;
  const taken = [...partsTaken(draft), ...namesSources(draft)];
  return { draft: { ...shown(found, draft, changes_taken), taken, kept, left_out }, values: { ...values, ...typed } };
}

const FACTS_STAY =
  'What it says of itself (byline, date, language and the like): the details of the article stay as they are.';

function shown(found: DraftFound, draft: Draft, taken: ChangesTaken): DraftShown {
  return {
    id: found.id,
    name: cutAtWord(found.file.name, 120),
    kind: KINDS[draft.kind],
    size: saySize(found.file.size),
    taken: [],
    left_out: draft.left_out,
    kept: [],
    proposed_sources: draft.proposed_sources
      .filter(({ comment }) => comment === undefined)
      .map(({ title, url, note, part, start, end }) => ({
        ...{ title, url, note: besides(title, note) },
        words: quote(draft.parts[part]?.text.slice(start, end) ?? ''),
      })),
    pending: shownPending(draft, taken),
    comments: shownComments(draft),
    own_comments: ownComments(draft),
  };
}

function partsTaken(draft: Draft): string[] {
  const of = (role: PartRole) => draft.parts.filter((part) => part.role === role);
  const paragraphs = of('body').reduce((sum, { text }) => sum + text.split(/\n\n+/).length, 0);
  return [
    ...WORDS_BEFORE_TEXT.filter((role) => of(role).length > 0).map((role) => `The ${role}.`),
    `The text: ${counted(paragraphs, 'paragraph')}.`,
    ...(of('pull_quote').length > 0 ? [`${counted(of('pull_quote').length, 'pull quote')}.`] : []),
    ...(of('box').length > 0 ? [`${counted(of('box').length, 'box', 'boxes')}.`] : []),
    ...(of('caption').length > 0 ? [`${counted(of('caption').length, 'caption')}.`] : []),
  ];
}

function factsTaken(draft: Draft): string[] {
  const facts = [
    ['The byline', draft.byline],
    ['The outlet', draft.outlet],
    ['The address', draft.url],
    ['The language', draft.language === '' ? '' : languageName(draft.language)],
    ['The date', draft.dated_on.replace('T', ', ')],
    ['What the writer says', draft.writer_notes === '' ? '' : 'in its box below'],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([name = '', value = '']) => `${name}: ${cutAtWord(value, 120)}.`);
}

function namesSources({ proposed_sources }: Draft): string[] {
  const count = proposed_sources.filter(({ comment }) => comment === undefined).length;
  return count > 0 ? [`${counted(count, 'proposed source')}, from footnotes and links.`] : [];
}
