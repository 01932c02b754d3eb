// What a person sees of a document before it becomes an article, and afterwards among its details.
import type { Typed } from '#src/http/form.ts';
import { cutAtWord } from './article.ts';
import type { DocumentKind, Draft } from './documents/draft.ts';
import { valuesOfDraft } from './documents/draft-values.ts';
import type { DraftFound, OriginalFound } from './intake-store.ts';
import { languageName } from './languages.ts';
import type { PartRole, ProposedSourceTable } from './tables.ts';

export interface ProposalShown {
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
  proposals: ProposalShown[];
}

const KINDS: Record<DocumentKind, string> = { docx: 'Word document', pdf: 'PDF', html: 'web page', eml: 'mail' };
const WORDS_LENGTH = 140;
const WORDS_BEFORE_TEXT = ['headline', 'standfirst'] as const;

/** The draft in words, and the values that its form begins with: what was typed before stands, the rest is the document's. */
export function shownDraft(found: DraftFound): { draft: DraftShown; values: Record<string, string> } {
  const draft = JSON.parse(found.draft) as Draft;
  const typed = JSON.parse(found.typed) as Typed;
  const values: Record<string, string> = valuesOfDraft(draft);
  for (const [name, value] of Object.entries(typed)) {
    const text = [value].flat()[0] ?? '';
    if (text.trim() !== '') values[name] = text;
  }
  return {
    draft: {
      id: found.id,
      name: cutAtWord(found.file.name, 120),
      kind: KINDS[draft.kind],
      size: sizeInWords(found.file.size),
      taken: takenFrom(draft),
      left_out: draft.left_out,
      proposals: draft.proposed_sources.map((one) => ({
        ...one,
        note: besides(one.title, one.note),
        words: quote(draft.parts[one.part]?.text.slice(one.start, one.end) ?? ''),
      })),
    },
    values,
  };
}

function takenFrom(draft: Draft): string[] {
  const of = (role: PartRole) => draft.parts.filter((part) => part.role === role);
  const paragraphs = of('body').reduce((sum, { text }) => sum + text.split(/\n\n+/).length, 0);
  const facts = [
    ['the byline', draft.byline],
    ['the outlet', draft.outlet],
    ['the address', draft.url],
    ['the language', draft.language === '' ? '' : languageName(draft.language)],
    ['the date', draft.dated_on.replace('T', ', ')],
    ['what the writer says', draft.writer_notes === '' ? '' : 'in its box below'],
  ].filter(([, value]) => value !== '');
  return [
    ...WORDS_BEFORE_TEXT.filter((role) => of(role).length > 0).map((role) => `The ${role}.`),
    `The text: ${counted(paragraphs, 'paragraph')}.`,
    ...(of('caption').length > 0 ? [`${counted(of('caption').length, 'caption')}.`] : []),
    ...facts.map(
      ([name = '', value = '']) => `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${cutAtWord(value, 120)}.`,
    ),
    ...(draft.proposed_sources.length > 0
      ? [`${counted(draft.proposed_sources.length, 'proposed source')}, from footnotes, comments and links.`]
      : []),
  ];
}

/** The document that an article came from, among its details. */
export interface OriginalShown {
  name: string;
  size: string;
  sha256: string;
  version: number;
  proposals: ProposalShown[];
}

/** The original in words; `text` is that of its version, where it is still there. */
export function shownOriginal(
  original: OriginalFound,
  { proposals, text }: { proposals: ProposedSourceTable[]; text: string },
): OriginalShown {
  return {
    name: cutAtWord(original.name, 120),
    size: sizeInWords(original.size),
    sha256: original.sha256,
    version: original.version_number,
    proposals: proposals.map(({ start, end, title, url, note }) => ({
      words: start === null || end === null ? '' : quote(text.slice(start, end)),
      title,
      url,
      note: besides(title, note),
    })),
  };
}

/** What a note says that its title does not. */
function besides(title: string, note: string): string {
  return title.endsWith(note) ? '' : note;
}

function quote(words: string): string {
  return cutAtWord(words.replace(/\s+/g, ' '), WORDS_LENGTH);
}

function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
