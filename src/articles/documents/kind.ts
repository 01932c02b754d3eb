// Which kind of document some bytes are, judged by the bytes and not by a name. Pure.
import type { DocumentKind } from './draft.ts';

const START = 4_096;
const MAIL_FIELD =
  /^(from|to|cc|date|subject|message-id|mime-version|received|return-path|delivered-to|dkim-signature|content-type|reply-to|x-[\w-]+|arc-[\w-]+|authentication-results|snapshot-content-location|content-transfer-encoding|in-reply-to|references|thread-[\w-]+|user-agent|list-[\w-]+|sender|importance|accept-language|content-language|autocrypt|feedback-id|received-spf):/i;

/** The kind of document; undefined for plain text, and for what the desk reads in no way. */
export function kindOf(bytes: Uint8Array): DocumentKind | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, START));
  const latin = start.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  if (/^\s{0,20}%PDF-/.test(latin)) return 'pdf';
  // An OpenDocument text says what it is in its first file, which is not packed.
  if (/^PK\u0003\u0004[\s\S]{26,80}mimetypeapplication\/vnd\.oasis\.opendocument\.text(?!-web)/.test(latin))
    return 'odt';
  if (latin.startsWith('PK\u0003\u0004')) return 'docx';
  if (/^\s{0,20}\{\\rtf/.test(latin)) return 'rtf';
  const text = /^\u00ff\u00fe|^\u00fe\u00ff/.test(latin) ? latin.replaceAll('\u0000', '').slice(2) : latin;
  if (isPage(text)) return 'html';
  return isMail(text) ? 'eml' : undefined;
}

function isPage(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html[\s>])/i.test(text);
}

/** The first lines are fields of a mail's head, who sent it among them. */
function isMail(text: string): boolean {
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.replace(/^From \S.*\r?\n/, '').split(/\r?\n/);
  if (!MAIL_FIELD.test(lines[0] ?? '')) return false;
  // The last line may have been cut.
  const complete = head.length === text.length ? lines.slice(0, -1) : lines;
  const areFields = complete.every((line) => /^[ \t]/.test(line) || /^[!-9;-~]+:/.test(line));
  // "From: our correspondent" and a date head many a text: a mail names an address, or who carried it.
  const isCarried = /^(message-id|mime-version|received):/im.test(head);
  return (
    areFields &&
    (isCarried ? /^from:/im : /^from:.*@/im).test(head) &&
    /^(date|message-id|mime-version|received):/im.test(head)
  );
}
