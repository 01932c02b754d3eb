// Reads a document of any known kind. For a process of its own: it may take long, or never end.
import { TooLarge } from '#src/errors.ts';
import { ARTICLE_BYTES } from '../article.ts';
import { type DocumentGiven, type DocumentKind, type Draft, tidyDraft } from './draft.ts';
import { LettersOfNotes } from './letters-of-notes.ts';
import { INSTEAD } from './refused.ts';

/** Each is loaded when it is wanted: a process that reads a PDF need not know what a web page is. */
const READERS: Record<DocumentKind, (document: DocumentGiven) => Promise<Draft>> = {
  docx: async ({ bytes }) => (await import('./word/docx.ts')).readDocx(bytes),
  odt: async ({ bytes }) => (await import('./odt/odt.ts')).readOdt(bytes),
  rtf: async ({ bytes }) => (await import('./rtf/rtf.ts')).readRtf(bytes),
  pdf: async ({ bytes }) => (await import('./pdf/pdf.ts')).readPdf(bytes),
  html: async ({ bytes, url = '', charset = '' }) => (await import('./html.ts')).readHtml(bytes, { url, charset }),
  eml: async ({ bytes }) => (await import('./eml.ts')).readEml(bytes),
};

/** The draft of a document of this kind. Throws RuleBroken (field `file`), TooLarge. */
export async function draftOf(document: DocumentGiven, kind: DocumentKind): Promise<Draft> {
  const draft = tidyDraft(await READERS[kind](document));
  // A note to which the text refers often is said as often.
  const letters = new LettersOfNotes();
  for (const { note } of draft.proposed_sources) letters.add(note);
  const size = draft.parts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  if (size > ARTICLE_BYTES)
    throw new TooLarge(`It has more than 1,000,000 bytes of text: more than one article can have. ${INSTEAD}`, 'file');
  return draft;
}
