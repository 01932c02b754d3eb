// Reads a document of any kind that the desk knows. For the worker: what goes on here may take long, or never end.

import { TooLarge } from '#src/errors.ts';
import { ARTICLE_BYTES } from '../article.ts';
import { readDocx } from './docx.ts';
import { type DocumentGiven, type DocumentKind, type Draft, INSTEAD, tidyDraft } from './draft.ts';
import { readEml } from './eml.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';

const READERS: Record<DocumentKind, (document: DocumentGiven) => Draft | Promise<Draft>> = {
  docx: ({ bytes }) => readDocx(bytes),
  pdf: ({ bytes }) => readPdf(bytes),
  html: ({ bytes, url = '', charset = '' }) => readHtml(bytes, { url, charset }),
  eml: ({ bytes }) => readEml(bytes),
};

/** The draft of a document of this kind. Throws RuleBroken (field `file`), TooLarge. */
export async function draftOf(document: DocumentGiven, kind: DocumentKind): Promise<Draft> {
  const draft = tidyDraft(await READERS[kind](document));
  const size = draft.parts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  if (size > ARTICLE_BYTES)
    throw new TooLarge(
      `There are more than 1,000,000 bytes of text in it: more than the desk takes in one piece. ${INSTEAD}`,
      'file',
    );
  return draft;
}
