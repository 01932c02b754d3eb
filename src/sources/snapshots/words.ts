// The readable text of a copy. For a process of its own: what goes on here may take long, or never end.
import { cleanArticleText, hasWords } from '#src/articles/article.ts';
import type { DocumentKind } from '#src/articles/documents/draft.ts';
import { decodePage } from '#src/articles/documents/encoding.ts';
import { draftOf } from '#src/articles/documents/read-draft.ts';
import { INSTEAD, SAVE_AS_TEXT } from '#src/articles/documents/refused.ts';
import { RuleBroken, TooLarge } from '#src/errors.ts';
import { textKeyOf } from './text-fingerprint.ts';

export interface WordsGiven {
  bytes: Uint8Array;
  media_type: string;
  name: string;
  /** Where it was fetched, and the encoding that the server named; or ''. */
  url: string;
  charset: string;
}

export interface Words {
  /** '' where there are none. */
  text: string;
  /** What there is to say about them, in a sentence; or ''. */
  note: string;
  /** By which copies of the same words are found; null where they are few or none. */
  key: string | null;
}

const MOST_LETTERS = 1_000_000;
const DOCUMENTS: Readonly<Record<string, DocumentKind>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/html': 'html',
  'message/rfc822': 'eml',
};

/** What can be read in these bytes. Never throws for what is in them: then the text is empty and the note says why. */
export async function wordsIn(given: WordsGiven): Promise<Words> {
  try {
    const kind = DOCUMENTS[given.media_type];
    if (kind === undefined) return within(decodePage(given.bytes, given.charset).text);
    return within(await textOfDocument(given, kind));
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    return {
      text: '',
      key: null,
      note: `No text could be read from it. ${error.message.replace(INSTEAD, '').replace(SAVE_AS_TEXT, '').trim()}`,
    };
  }
}

async function textOfDocument(given: WordsGiven, kind: DocumentKind): Promise<string> {
  const { name, bytes, url, charset } = given;
  try {
    const document = { name, bytes, charset, ...(url === '' ? {} : { url }) };
    const { parts } = await draftOf(document, kind);
    return parts.map(({ text }) => text).join('\n\n');
  } catch (error) {
    // A notice, a table or a list of results is no article, and may be all the evidence there is: then all words count.
    if (kind !== 'html' || !(error instanceof RuleBroken)) throw error;
    if (error instanceof TooLarge) throw error;
    return await allWordsOf(decodePage(bytes, charset).text);
  }
}

async function allWordsOf(markup: string): Promise<string> {
  const { parseMarkup, readMarkup } = await import('#src/articles/documents/markup.ts');
  const page = parseMarkup(markup);
  return readMarkup(page.body, page)
    .flow.blocks.map(({ text }) => text)
    .join('\n\n');
}

function within(text: string): Words {
  const start = cleanArticleText(text.slice(0, MOST_LETTERS * 4));
  // All of a long text is cleaned only where so much of its start was empty that there is room left.
  const clean = start.length > MOST_LETTERS || text.length <= MOST_LETTERS * 4 ? start : cleanArticleText(text);
  if (!hasWords(clean)) return { text: '', key: null, note: 'There are no words in it that the desk can read.' };
  if (clean.length <= MOST_LETTERS) return { text: clean, key: textKeyOf(clean), note: '' };
  const first = clean.slice(0, MOST_LETTERS).toWellFormed();
  const key = textKeyOf(first);
  return { text: first, key, note: 'It is so long that only the first million characters are kept as readable text.' };
}
