// Where Intl.Segmenter cuts too early: at short forms and beside quotation marks. Pure.
import type { Range } from '../text/range.ts';
import { ABROAD, SIZES_ABROAD } from './abbreviations.ts';
import { afterNoteSigns } from './sentence-ends.ts';

/** A cut at `cut` of a sentence that began at `open`; `behind` is past the marks that close it, `end` where reading ends. */
export type Cut = { open: number; cut: number; behind: number; end: number; language: string };

const CLOSING = /[\s\u00a0\u202f]*[»”’"」』》）)\]]+/y;
/** Where » opens and « closes. */
const CLOSING_INWARDS = /[\s\u00a0\u202f]*[«“‘"”’)\]]+/y;

/** Past the marks that close what was said before a cut ("… faux. »"), and the signs of notes. */
export function afterClosing(text: string, { start: cut, end }: Range, language: string): number {
  const closing = /^(?:de(?!-CH|-LI)|da|hu|cs|sk|sl|hr|pl)/i.test(language) ? CLOSING_INWARDS : CLOSING;
  closing.lastIndex = cut;
  const found = closing.exec(text);
  const behind = found && isClosing(text, found) ? closing.lastIndex : cut;
  return Math.min(end, afterNoteSigns(text, behind));
}

/** A mark that also opens closes only where nothing follows it closely. */
function isClosing(text: string, found: RegExpExecArray): boolean {
  const at = found.index + found[0].length;
  const [mark] = found[0].slice(-1);
  return (
    !/["“‘’”«]/.test(mark ?? '') || !/[\p{L}\p{N}]/u.test(text.charAt(at)) || /\p{Script=Han}/u.test(text.charAt(at))
  );
}

/** Whether the sentence goes on behind a cut. */
export function goesOnBehind(text: string, cut: Cut): boolean {
  if (cut.behind === cut.cut && endsInShortForm(text, cut)) return true;
  return isInBrackets(text, cut) || isAnswered(text, cut);
}

/** "Sr.", "z. B." or a lone initial before the cut, a number that may be an ordinal ("am 3. Mai"), a size ("1,5 Mio. Euro"). */
function endsInShortForm(text: string, { open, cut, end, language }: Cut): boolean {
  const before = text.slice(Math.max(open, cut - 26), cut);
  const last = /(?:^|[\s(„“"«])([\p{L}]{1,20}|\d{1,2})\.\s+$/u.exec(before)?.[1];
  if (!last) return false;
  const next = text.slice(cut, Math.min(end, cut + 20));
  if (SIZES_ABROAD.has(last.toLowerCase())) return !STARTS.test(next);
  // The number of a point stands with its sentence.
  if (/^\d{1,2}\.$/.test(text.slice(open, cut).trim())) return true;
  if (/^\d/.test(last)) return ORDINAL_BY_STOP.test(language) && !STARTS.test(next);
  if (/^\p{Ll}$/u.test(last) && STARTS.test(next)) return false;
  return last.length === 1 || /\p{L}str$/u.test(last) || ABROAD.has(last.toLowerCase());
}

/** "Am 3. Mai": in these a stop behind a number makes it an ordinal; elsewhere it ends the sentence. */
const ORDINAL_BY_STOP = /^(?:de|da|nb|nn|no|fi|cs|sk|sl|hr|sr|hu|pl|et|lv|lt|is|tr|eu|und)/i;

/** The small words that begin a sentence where nouns and names are written large, too. */
const STARTS =
  /^(?:Der|Die|Das|Den|Dem|Des|Ein|Eine|Er|Sie|Es|Wir|Ich|Im|In|Am|An|Auf|Aus|Bei|Mit|Nach|Von|Zu|Und|Aber|Doch|Dies\p{Ll}*|Damit|Dabei|Dazu|Laut|Danach|Dann|Dort|Heute|So|Man|Le|La|Les|Il|Elle|Ils|Elles|Un|Une|Ce|Cette|El|Los|Las|Una|Su|O|A|Os|As|Um|Uma|Ele|Ela)(?!\p{L})/u;

const PAIRS = ['《》', '「」', '『』', '〈〉', '（）'];
/** A quotation longer than this is cut into its sentences. */
const LONGEST = 160;

/** "《摔跤吧！爸爸》": a title or a short quotation is one piece. */
function isInBrackets(text: string, { open, cut, behind, end }: Cut): boolean {
  const before = text.slice(open, cut);
  // "《谁在说话？》一书": what a title ends with ends no sentence.
  if (
    /[》〉]\s*$/.test(text.slice(cut - 2, behind)) &&
    /^[\p{Script=Han}\p{Script=Hiragana}]/u.test(text.charAt(behind))
  )
    return true;
  return PAIRS.some(([opening = '', closing = '']) => {
    const opened = before.lastIndexOf(opening);
    if (opened < 0 || before.indexOf(closing, opened) >= 0) return false;
    const closed = text.indexOf(closing, cut);
    return closed >= 0 && closed < end && closed - (open + opened) <= LONGEST;
  });
}

const SAID_IN_CHINESE = /^[^。！？]{1,10}?(?:说|說|称|稱|问|問|道|喊|表示|指出|回答|强调|告诉|认为)/;

/** "「…。」と述べた", "“…。”他说", "« … » a-t-il dit": who said it belongs to what was said. */
function isAnswered(text: string, { cut, behind, end }: Cut): boolean {
  if (!/[»”’"」』«“]$/.test(text.slice(0, behind).slice(-3).trimEnd())) return false;
  const next = text.slice(behind, Math.min(end, behind + 24)).trimStart();
  if (/^[\p{Ll},;:]|^[–—-]\s?\p{Ll}/u.test(next)) return true;
  if (/[」』]\s*$/.test(text.slice(cut - 2, behind))) return /^\p{Script=Hiragana}/u.test(next);
  return SAID_IN_CHINESE.test(next) && /\p{Script=Han}/u.test(text.slice(cut - 3, cut));
}
