// The rules of saved copies: their names, what is kept of an answer's head, how they are spoken of. Pure.
import type { Exchange, HeaderLines } from '#src/fetching/exchange.ts';
import { percentDecoded } from '#src/percent-decoded.ts';
import { cleanLine } from '#src/text-fields.ts';
import { type Kind, kindOfName } from './kinds.ts';
import type { SnapshotHow, SnapshotTable } from './tables.ts';

const NAME_LENGTH = 120;
const VALUE_LENGTH = 2_000;
const MOST_HEADERS = 100;
/** What lets a name be read in another order than it is written, or not be seen at all. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const UNSAFE = /[/\\?%*:|"<>]+/g;
/** Headers that speak of the visit and not of the page: kept in the record of the exchange alone. */
const OF_THE_VISIT = new Set(['set-cookie', 'set-cookie2', 'authorization', 'proxy-authenticate', 'www-authenticate']);

/** A file's name as it is kept and shown: its last part, one line, nothing unseen, not too long; '' where nothing is left. */
export function cleanCopyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const line = cleanLine(last.replace(UNSEEN, '')).replace(UNSAFE, '-').replace(/^\.+/, '');
  if (line.length <= NAME_LENGTH) return line;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(line)?.[0] ?? '';
  return (line.slice(0, NAME_LENGTH - ending.length) + ending).toWellFormed();
}

/** What a captured thing is called: as its server says, else by its address. */
export function nameOfAnswer(answer: Exchange): string {
  const said = answer.answered.find(([name]) => name.toLowerCase() === 'content-disposition')?.[1] ?? '';
  const wide = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(said)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(said);
  const url = new URL(answer.url);
  const last = percentDecoded(url.pathname.split('/').filter(Boolean).at(-1) ?? '');
  return cleanCopyName(percentDecoded(wide ?? '') || plain?.[1] || plain?.[2] || last) || cleanCopyName(url.hostname);
}

/** The name under which a copy is handed out: with its number, and ending as what it is. */
export function downloadName({ number, name }: Pick<SnapshotTable, 'number' | 'name'>, kind: Kind): string {
  const stem = kindOfName(name) || /\.[a-z0-9]{1,5}$/i.test(name) ? name.replace(/\.[a-z0-9]{1,8}$/i, '') : name;
  const given = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const ending = kind.endings.includes(given) ? given : kind.endings[0];
  return `copy-${number}${stem === '' ? '' : `-${stem}`}.${ending}`;
}

/** What is kept beside a copy of its answer's head: all that speaks of the page. */
export function headersKept(lines: HeaderLines): HeaderLines {
  return lines
    .filter(([name]) => !OF_THE_VISIT.has(name.toLowerCase()))
    .slice(0, MOST_HEADERS)
    .map(([name, value]) => [cleanLine(name).slice(0, 200), cleanLine(value).slice(0, VALUE_LENGTH).toWellFormed()]);
}

export interface Redirect {
  url: string;
  status: number;
}

/** The answers that led on to the last, as they are kept. */
export function redirectsKept(exchanges: readonly Exchange[]): Redirect[] {
  return exchanges.slice(0, -1).map(({ url, status }) => ({ url, status }));
}

/** How a copy came, as it follows a time: "captured", "uploaded", "pasted". */
export const HOW_WORDS: Record<SnapshotHow, string> = { capture: 'captured', upload: 'uploaded', paste: 'pasted' };
