// Reads mails: the article in the text or in an attached document, apart from who sent it.
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { normalised } from '#src/piled-marks.ts';
import { cleanControls, cleanLine } from '#src/text-fields.ts';
import { hasWords } from '../article.ts';
import { assembleParts } from './assemble.ts';
import { type Draft, NO_FACTS, refused } from './draft.ts';
import { kindOf } from './kind.ts';
import { parseMarkup, readMarkup } from './markup.ts';

const SUBJECT_PREFIX = /^(?:(?:re|fwd?|aw|wg|tr|sv|vs|rv)\s*:\s*)+/i;

/** What a mail says; of a web page saved as one file (MHTML), the page. RuleBroken where there are no words in it. */
export async function readEml(bytes: Uint8Array): Promise<Draft> {
  const mail = await parse(bytes);
  const location = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value;
  if (location !== undefined && mail.html) {
    const { draftOfPage } = await import('./html.ts');
    return draftOfPage(mail.html, cleanLine(location));
  }
  const documents = mail.attachments.filter((one) => kindOfAttachment(one) !== undefined);
  const [document] = documents;
  if (document && documents.length === 1) return withDocument(mail, document);
  const { parts, proposed_sources, pictures } = wordsOf(mail);
  const headline = subjectOf(mail);
  const offset = headline === '' ? 0 : 1;
  return {
    ...NO_FACTS,
    kind: 'eml',
    parts: [...(headline === '' ? [] : [{ role: 'headline' as const, text: headline }]), ...parts],
    proposed_sources: proposed_sources.map((proposed_source) => ({
      ...proposed_source,
      part: proposed_source.part + offset,
    })),
    byline: cleanLine(mail.from?.name ?? ''),
    left_out: [
      ...namesOf(mail.attachments),
      ...(pictures > 0 ? ['Pictures in the mail.'] : []),
      'The time of the mail: give the date of the article below.',
    ],
  };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength), {
      maxNestingDepth: 30,
      maxHeadersSize: 500_000,
    });
  } catch (error) {
    throw Object.assign(refused('This mail is damaged: the desk could not read all of it.'), { cause: error });
  }
}

function kindOfAttachment({ content }: Attachment): 'docx' | 'pdf' | undefined {
  const kind = kindOf(bytesOf(content));
  return kind === 'docx' || kind === 'pdf' ? kind : undefined;
}

/** The one document that hangs on the mail is the article; the words of the mail are what the writer says of it. */
async function withDocument(mail: Email, attachment: Attachment): Promise<Draft> {
  const bytes = bytesOf(attachment.content);
  const draft =
    kindOfAttachment(attachment) === 'pdf'
      ? await (await import('./pdf.ts')).readPdf(bytes)
      : await (await import('./word/docx.ts')).readDocx(bytes);
  const others = mail.attachments.filter((one) => one !== attachment);
  const { parts } = wordsOf(mail);
  const from = cleanLine([mail.from?.name, mail.from?.address].filter(Boolean).join(', '));
  const words = parts.map(({ text }) => text).join('\n\n');
  return {
    ...draft,
    byline: draft.byline || cleanLine(mail.from?.name ?? ''),
    writer_notes: [from, words].filter(hasWords).join('\n\n').slice(0, 10_000).toWellFormed(),
    left_out: [
      ...draft.left_out,
      'The text of the mail itself: it is in the box about the writer.',
      ...namesOf(others),
    ],
  };
}

function wordsOf(mail: Email) {
  if (mail.html && !hasWords(mail.text ?? '')) return wordsOfMarkup(mail.html);
  if (mail.html && /<a\s/i.test(mail.html)) return wordsOfMarkup(mail.html);
  const text = normalised(cleanControls(mail.text ?? ''), 'NFC').trim();
  return { parts: hasWords(text) ? [{ role: 'body' as const, text }] : [], proposed_sources: [], pictures: 0 };
}

function wordsOfMarkup(markup: string) {
  const page = parseMarkup(markup);
  const { flow, notes } = readMarkup(page.body, page);
  return { ...assembleParts(flow.blocks, notes), pictures: flow.pictures };
}

function subjectOf(mail: Email): string {
  return cleanLine(mail.subject ?? '').replace(SUBJECT_PREFIX, '');
}

function namesOf(attachments: Attachment[]): string[] {
  const names = attachments.map(({ filename, mimeType }) => `“${cleanLine(filename ?? mimeType).slice(0, 80)}”`);
  return names.length === 0
    ? []
    : [`Attachments: ${names.slice(0, 10).join(', ')}. Choose them separately if you need them.`];
}

function bytesOf(content: Attachment['content']): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
