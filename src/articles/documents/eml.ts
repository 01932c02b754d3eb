// Reads mails: the article in the text, a forwarded mail or an attached document, apart from who sent it.
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { cleanControls, cleanLine } from '#src/text-fields.ts';
import { hasWords } from '../article.ts';
import { assembleParts } from './assemble.ts';
import { type Draft, NO_FACTS } from './draft.ts';
import { decodePage } from './encoding.ts';
import { kindOf } from './kind.ts';
import { LeftOut } from './left-out.ts';
import { refused } from './refused.ts';
import { wordsOf } from './words-of-mail.ts';

const SUBJECT_PREFIX = /^(?:(?:re|fwd?|aw|wg|tr|sv|vs|rv|enc)\s*:\s*)+/i;
const DEEPEST = 3;
const LONGEST_NOTES = 10_000;

/** What a mail says; of a web page saved as one file (MHTML), the page. RuleBroken where there are no words in it. */
export async function readEml(bytes: Uint8Array, depth = 0): Promise<Draft> {
  const { mail, remarks } = await parse(bytes);
  const location = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value;
  if (location !== undefined && mail.html) {
    const { draftOfPage } = await import('./html.ts');
    return draftOfPage(mail.html, cleanLine(location));
  }
  const attached = mail.attachments.filter((one) => kindOfAttachment(one) !== undefined);
  const [only] = attached;
  const draft =
    only && attached.length === 1 && depth < DEEPEST
      ? await withAttached(mail, only, depth)
      : draftOfMail(mail, { is_from_box: beginsAsInBox(bytes) });
  return { ...draft, left_out: [...remarks, ...draft.left_out] };
}

function beginsAsInBox(bytes: Uint8Array): boolean {
  return bytes[0] === 0x46 && /^From \S/.test(Buffer.from(bytes.subarray(0, 40)).toString('latin1'));
}

/** The mail itself as the article. */
function draftOfMail(mail: Email, form: { is_from_box: boolean }): Draft {
  const left_out = new LeftOut();
  const { blocks, notes, covering, from, pictures } = wordsOf(mail, form, left_out);
  const subject = subjectOf(mail);
  const { parts, proposed_sources } = assembleParts(blocks, notes, { headline: subject, left_out });
  if (pictures > 0) left_out.say('Pictures in the mail.');
  for (const sentence of namesOf(mail.attachments)) left_out.say(sentence);
  if (covering !== '') left_out.say('The text around the forwarded mail: it is in the box about the writer.');
  left_out.say('The time of the mail: give the date of the article below.');
  return {
    ...NO_FACTS,
    kind: 'eml',
    parts,
    proposed_sources,
    byline: from || cleanLine(mail.from?.name ?? ''),
    writer_notes: covering === '' ? '' : notesOf(mail, covering),
    left_out: left_out.sentences(),
  };
}

/** The one document that hangs on the mail is the article; the words of the mail are what the writer says of it. */
async function withAttached(mail: Email, attachment: Attachment, depth: number): Promise<Draft> {
  const bytes = bytesOf(attachment.content);
  const draft = await readAttached(attachment, bytes, depth);
  const others = mail.attachments.filter((one) => one !== attachment);
  const left_out = new LeftOut();
  const { covering, blocks, notes } = wordsOf(mail, { is_from_box: false }, left_out);
  for (const { text } of notes.values()) left_out.add('Notes of the mail itself', text);
  const words = [covering, ...blocks.map(({ text }) => text)].filter(hasWords).join('\n\n');
  return {
    ...draft,
    byline: draft.byline || cleanLine(mail.from?.name ?? ''),
    writer_notes: [notesOf(mail, words), draft.writer_notes]
      .filter(hasWords)
      .join('\n\n')
      .slice(0, LONGEST_NOTES)
      .toWellFormed(),
    left_out: [
      ...draft.left_out,
      ...left_out.sentences(),
      'The text of the mail itself: it is in the box about the writer.',
      ...namesOf(others),
    ],
  };
}

async function readAttached(attachment: Attachment, bytes: Uint8Array, depth: number): Promise<Draft> {
  switch (kindOfAttachment(attachment)) {
    case 'pdf':
      return await (await import('./pdf/pdf.ts')).readPdf(bytes);
    case 'odt':
      return await (await import('./odt/odt.ts')).readOdt(bytes);
    case 'rtf':
      return await (await import('./rtf/rtf.ts')).readRtf(bytes);
    case 'docx':
      return await (await import('./word/docx.ts')).readDocx(bytes);
    case 'eml':
      return await readEml(bytes, depth + 1);
    default: {
      const { text, remarks } = decodePage(bytes);
      const parts = [{ role: 'body' as const, text: cleanControls(text) }];
      return { ...NO_FACTS, kind: 'text', parts, proposed_sources: [], left_out: remarks };
    }
  }
}

async function parse(bytes: Uint8Array): Promise<{ mail: Email; remarks: string[] }> {
  const mail = await parseMail(bytes);
  const isDamaged = (one: Email) => `${one.text ?? ''}${one.html ?? ''}${one.subject ?? ''}`.includes('\uFFFD');
  if (!isDamaged(mail)) return { mail, remarks: [] };
  // It says UTF-8 and is not: nearly always it was written in Windows-1252.
  const relabelled = Buffer.from(bytes)
    .toString('latin1')
    .replace(/charset="?utf-8"?/gi, 'charset=windows-1252');
  const again = await parseMail(Buffer.from(relabelled, 'latin1'));
  return isDamaged(again)
    ? { mail, remarks: ['Some letters of the mail could not be read; they are shown as \uFFFD.'] }
    : {
        mail: again,
        remarks: [
          'The mail says that it is written in UTF-8, and is not: it was read as Windows-1252. Check letters with accents, quotation marks and currency signs.',
        ],
      };
}

async function parseMail(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength), {
      maxNestingDepth: 30,
      maxHeadersSize: 500_000,
      forceRfc822Attachments: true,
    });
  } catch (error) {
    throw Object.assign(refused('This mail is damaged: the desk could not read all of it.'), { cause: error });
  }
}

function kindOfAttachment(attachment: Attachment): 'docx' | 'odt' | 'rtf' | 'pdf' | 'eml' | 'text' | undefined {
  if (attachment.mimeType === 'message/rfc822') return 'eml';
  const kind = kindOf(bytesOf(attachment.content));
  if (kind === 'docx' || kind === 'odt' || kind === 'rtf' || kind === 'pdf') return kind;
  const isText = attachment.mimeType === 'text/plain' && attachment.disposition === 'attachment';
  return isText && /\.(?:txt|text)$/i.test(attachment.filename ?? '') ? 'text' : undefined;
}

/** Who sent the mail, and these words of it. */
function notesOf(mail: Email, words: string): string {
  const from = cleanLine([mail.from?.name, mail.from?.address].filter(Boolean).join(', '));
  return [from, words].filter(hasWords).join('\n\n').slice(0, LONGEST_NOTES).toWellFormed();
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
