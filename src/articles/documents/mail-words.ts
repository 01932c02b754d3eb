// The words of a mail apart: what covers a forwarded one, the article, older mail, the signature. Pure.
import { hasWords } from '../article.ts';

export interface MailWords {
  /** The paragraphs that are the article. */
  article: string[];
  /** What the sender says before what is forwarded. */
  covering: string[];
  /** The lines at the foot of a mail that say who sent it. */
  signature: string[];
  /** Earlier mails that hang on an answer. */
  older: string[];
  /** Who wrote what is forwarded; '' where nothing is, or it does not say. */
  from: string;
}

const FORWARDS = /^(?:(?:re|aw)\s*:\s*)*(?:fwd?|wg|tr|rv|enc|i|vs|doorst)\s*:/i;
const MARKER =
  /^[\s>_*-]*(?:begin forwarded message|forwarded message|original message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|ursprüngliche nachricht|message transféré|début du message (?:réexpédié|transféré)|message d.origine|mensaje (?:reenviado|original)|inicio del mensaje reenviado|mensagem (?:encaminhada|original))\s*:?[\s_*-]*$/i;
const FROM = /^[\s>*]*(?:from|von|de|da|van)\s*\*?\s*:\s*\*?\s*(.*)$/i;
const FIELD =
  /^[\s>*]*(?:from|sent|to|cc|date|subject|reply-to|von|gesendet|an|datum|betreff|de|envoyé|à|objet|para|enviado|asunto|fecha|assunto|data|a|oggetto)\s*\*?\s*:/i;
const WROTE = /^(?:On|Am|Le|El|Em)\s.{6,200}(?:wrote|schrieb\b.*|a écrit|escribió|escreveu)\s*:\s*$/is;

/** `paragraphs` as they stand, lines apart by `\n`; `subject` tells a forward from an answer. */
export function mailWords(paragraphs: string[], subject: string): MailWords {
  const words: MailWords = { article: [], covering: [], signature: [], older: [], from: '' };
  const head = headOfOlder(paragraphs);
  // A mail that says nothing of its own hands on what stands in it.
  const isForward =
    head !== undefined &&
    (FORWARDS.test(subject) || head.is_marked_forward || !hasWords(paragraphs.slice(0, head.start).join(' ')));
  if (head === undefined) words.article = paragraphs;
  else if (isForward) {
    words.covering = paragraphs.slice(0, head.start);
    words.article = paragraphs.slice(head.end).map(unquoted);
    words.from = head.from;
  } else {
    words.article = paragraphs.slice(0, head.start);
    words.older = paragraphs.slice(head.end).map(unquoted);
  }
  cutAnswered(words);
  cutSignature(words);
  words.article = words.article.map(unquoted).filter((one) => one.trim() !== '');
  return words;
}

/** The line that says who wrote what is quoted below it, and all that is quoted. */
function cutAnswered(words: MailWords): void {
  const at = words.article.findIndex((one) => WROTE.test(one.split('\n').at(-1) ?? '') || WROTE.test(one));
  if (at < 0 || words.article.slice(at + 1).some((one) => !one.startsWith('>'))) return;
  words.older.push(...words.article.splice(at).map(unquoted));
}

function cutSignature(words: MailWords): void {
  const at = words.article.findIndex((one) => /^--\s*(?:\n|$)/.test(one));
  if (at <= 0) return;
  words.signature = words.article.splice(at).map((one) => one.replace(/^--[ \t]*\n?/, ''));
}

interface Head {
  start: number;
  end: number;
  from: string;
  is_marked_forward: boolean;
}

/** Where the fields of an earlier mail stand among the paragraphs, with the line that announces it. */
function headOfOlder(paragraphs: string[]): Head | undefined {
  for (const [at, paragraph] of paragraphs.entries()) {
    const head = headAt(paragraphs, at, paragraph.split('\n'));
    if (head) return head;
  }
  return undefined;
}

/** The fields may be lines of one paragraph, or a paragraph each; at least three tell a mail from a list of names. */
function headAt(paragraphs: string[], at: number, lines: string[]): Head | undefined {
  const first = lines.findIndex((line) => FROM.test(line));
  const isAnnounced = first === 1 && MARKER.test(lines[0] ?? '');
  if (first !== 0 && !isAnnounced) return undefined;
  let end = at + 1;
  let fields = lines.filter((line) => FIELD.test(line)).length;
  for (; fields < 8 && FIELD.test(paragraphs[end] ?? ''); end++) fields += 1;
  if (fields < 3) return undefined;
  const before = paragraphs[at - 1] ?? '';
  const marker = isAnnounced ? (lines[0] ?? '') : MARKER.test(before) ? before : '';
  return {
    start: marker !== '' && !isAnnounced ? at - 1 : at,
    end,
    from: nameIn(FROM.exec(lines[first] ?? '')?.[1] ?? ''),
    is_marked_forward: marker !== '' && !/original|ursprünglich|origine/i.test(marker),
  };
}

/** The name of a sender without the address. */
function nameIn(field: string): string {
  return field
    .replace(/[<[(]?\S+@\S+[>\])]?/g, '')
    .replace(/["*]/g, '')
    .trim();
}

/** A paragraph without the marks of quoting at its lines. */
function unquoted(paragraph: string): string {
  if (!paragraph.startsWith('>')) return paragraph;
  // Where flowing lines were joined, the marks of the later ones stand inside.
  return paragraph.replace(/^(?:>[ \t]?)+/gm, '').replace(/ >+ ?(?=\S)/g, ' ');
}

/** A plain mail in paragraphs; a line that quotes nothing but an empty line parts them, too. */
export function paragraphsOfMail(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[>\s]*\n)+/)
    .map((one) => one.replace(/^\n+|\s+$/g, ''))
    .filter((one) => one.trim() !== '');
}
