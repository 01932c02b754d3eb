// One line makes a source: an address, a call, or a title with its page. Pure; nothing typed is lost.
import { itemAt } from '#src/item-at.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { SourceType } from '../tables.ts';
import { type AskedHow, readContactLine } from './call-line.ts';
import { guessType } from './guess-type.ts';
import { placeAtEnd } from './place.ts';
import { cleanWebAddress, passageOfAddress, refusalOfLine, siteOf, titleOfAddress } from './web-address.ts';

export interface SourceLine {
  type: SourceType;
  title: string;
  url: string;
  publisher: string;
  passage: string;
  /** Page, minute, paragraph, as it was typed. */
  place: string;
  /** Whom the desk asked, where the line tells of a call, a message, a letter or a visit; else null. */
  contact: { name: string; how: AskedHow; at_words: string; put: string; answer: string } | null;
  /** A sentence where the line holds an address that the desk does not keep; else ''. */
  refused: string;
}

const ADDRESS = /(?:https?:\/\/|www\.(?=[^\s.]+\.))[^\s<>"“”„«»]+/iu;
const BARE_ADDRESS = /^(?:[\p{L}\p{N}-]+\.)+(\p{L}{2,})(?::\d+)?(?:\/\S*)?$/u;
const FILE_ENDING =
  /^(?:pdf|docx?|odt|rtf|txt|md|csv|xlsx?|ods|json|xml|html?|zip|jpe?g|png|gif|webp|tiff?|heic|mp[34]|m4a|mov|wav|avi|eml|msg)$/i;
/** Words that only point at the address beside them. */
const POINTER = /^(?:see|see also|cf|source|via|from|at|on|link|url|web)$/iu;

/**
 * Reads one line as a source. An address, with or without words around it, is a page of the web; "call NAME TIME: what was
 * said" (phoned, email, letter, visit, interview …) is a contact with its passage; all else is a title, a page or minute at
 * its end taken as the place, words in quotes after a colon or a place as the passage. Never throws.
 */
export function readSourceLine(line: string): SourceLine {
  const text = cleanLine(line);
  const refused = refusalOfLine(text);
  const address = findAddress(text);
  if (refused !== '' || address === null) return { ...readTitle(text), refused };
  const clean = cleanWebAddress(address.typed);
  if (!clean.ok) return { ...readTitle(text), refused: clean.message };
  return readWithAddress(clean.url, address);
}

interface AddressFound {
  typed: string;
  before: string;
  after: string;
}

function findAddress(text: string): AddressFound | null {
  const match = ADDRESS.exec(text);
  if (match !== null) {
    const typed = withoutTrailingMarks(match[0]);
    return { typed, before: text.slice(0, match.index), after: text.slice(match.index + typed.length) };
  }
  const bare = BARE_ADDRESS.exec(text);
  if (bare === null || (FILE_ENDING.test(itemAt(bare, 1)) && !text.includes('/'))) return null;
  return { typed: text, before: '', after: '' };
}

/** Without the comma or bracket that belongs to the sentence around the address; a bracket opened in it stays. */
function withoutTrailingMarks(address: string): string {
  let open = address.split(/[([{]/).length - address.split(/[)\]}]/).length;
  let end = address.length;
  while (/[.,;:!?'’)\]}]/u.test(address.charAt(end - 1))) {
    if (/[)\]}]/.test(address.charAt(end - 1))) {
      if (open >= 0) break;
      open += 1;
    }
    end -= 1;
  }
  return address.slice(0, end);
}

function readWithAddress(url: string, address: AddressFound): SourceLine {
  const before = address.before.replace(/[\s<([\]]+$/u, '');
  const after = address.after.replace(/^[\s>)\]]+/u, '');
  const quoted = QUOTED.exec(after.replace(/^[\s:：,–—-]+/u, ''))?.[1] ?? '';
  const whole = withoutBrackets(`${before}${/^[,;.:!?]/.test(after) ? '' : ' '}${after}`);
  const alone = quoted === '' ? null : readTitle(withoutBrackets(before));
  // What somebody said before the address and what is quoted behind it are one passage.
  const words = alone === null || alone.passage !== '' ? readTitle(whole) : alone;
  const passage = words.passage || quoted.trim() || passageOfAddress(url);
  if (words.contact !== null || words.type === 'statement') return { ...words, url, passage };
  const title = words.title.replace(/^[\s,;:–—-]+|[\s.,;:–—-]+$/gu, '');
  const named = title === '' || POINTER.test(title) ? titleOfAddress(url) : title;
  return { ...words, type: 'web', title: named, url, publisher: siteOf(url), passage };
}

function withoutBrackets(words: string): string {
  const text = words.trim();
  return /^\[[^[\]]*$/.test(text) ? text.slice(1) : text;
}

function readTitle(text: string): SourceLine {
  const contact = readContactLine(text);
  if (contact !== null) return ofContact(contact);
  const quoted = splitQuoted(text);
  const placed = placeAtEnd(quoted.rest);
  if (quoted.passage !== '' && !quoted.after_colon && placed.place === '') return plain(placeAtEnd(text), '');
  return plain(placed, quoted.passage);
}

function plain(placed: { title: string; place: string }, passage: string): SourceLine {
  return { type: guessType(placed.title), ...placed, url: '', publisher: '', passage, contact: null, refused: '' };
}

function ofContact(line: NonNullable<ReturnType<typeof readContactLine>>): SourceLine {
  const passage = withoutQuotes(line.said);
  const shared = { title: line.title, url: '', place: '', passage, refused: '' };
  if (line.how === null) {
    const title = line.put === '' ? line.title : `${line.title}, about ${line.put}`;
    return { ...shared, title, type: 'statement', publisher: line.name, contact: null };
  }
  const { name, how, at_words, put } = line;
  return { ...shared, type: 'call', publisher: '', contact: { name, how, at_words, put, answer: passage } };
}

const QUOTED = /^["“”„«‘‚‹](.+)["”“»’‘›][.,;]?$/u;

/** `Annual report, p. 14: “revenue rose”`: the quoted end of a line, and whether a colon announced it. */
function splitQuoted(text: string): { rest: string; passage: string; after_colon: boolean } {
  const match = /^(.+?)([\s,]*[:：]\s*|[\s,–—-]+)(["“”„«‘‚‹].+)$/u.exec(text);
  const inner = match === null ? null : QUOTED.exec(itemAt(match, 3));
  if (match === null || inner === null) return { rest: text, passage: '', after_colon: false };
  return {
    rest: itemAt(match, 1),
    passage: itemAt(inner, 1).trim(),
    after_colon: /[:：]/u.test(itemAt(match, 2)),
  };
}

/** What was said, without the quotation marks around the whole of it. */
function withoutQuotes(said: string): string {
  const inner = QUOTED.exec(said)?.[1];
  return inner === undefined || /["“”„«»]/u.test(inner) ? said : inner.trim();
}
