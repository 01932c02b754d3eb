// Whether a capture shows the page of the capture before, or only something that stands in its way. Pure.
import type { Unlike } from './tables.ts';

export interface PageSeen {
  text: string;
  /** Where the redirects ended. */
  final_url: string;
}

/** A page with a smaller share of the letters that were there is taken for a part, or a notice. */
const SHORTER = 0.5;
/** What a page has in common with itself, however much it was mended, of three words that follow each other. */
const IN_COMMON = 0.1;
/** Fewer words than that may all be new. */
const FEWEST_WORDS = 100;
const [BEFORE_READ, AFTER_READ] = [20_000, 100_000];
/** A page with more letters than that is more than a notice. */
const LONGEST_NOTICE = 4_000;

const IN_THE_WAY =
  /(?:^|[/._-])(?:log-?in|sign-?in|sso|oauth2?|auth|consent|cookie-?wall|subscribe|register|paywall|captcha|challenge)(?=$|[/._?-])/i;

const NOTICE = new RegExp(
  [
    String.raw`\b(?:log|sign) ?in (?:to|or|with)\b`,
    String.raw`\bcreate (?:a free |an |your )?account\b`,
    String.raw`\bsubscribe (?:now|to (?:continue|read|keep))\b`,
    String.raw`\b(?:accept|reject|manage|allow) (?:all )?(?:the )?cookies\b`,
    String.raw`\bwe (?:and our \w+ )?(?:value your privacy|use cookies)\b`,
    String.raw`\byour consent\b`,
    String.raw`\bverify (?:that )?you are (?:a )?human\b|\bnot a robot\b|\bunusual traffic\b`,
    String.raw`\b(?:enable|turn on) javascript\b|\bchecking your browser\b|\baccess denied\b`,
    String.raw`\bcookies (?:akzeptieren|zulassen)\b|\bbitte (?:melden sie sich|einloggen)\b|\beinwilligung\b`,
    String.raw`\baccepter (?:et continuer|les cookies)\b|\bconnectez-vous\b|\bvotre consentement\b`,
    String.raw`\baceptar (?:y continuar|las cookies)\b|\binicia(?:r)? sesión\b|\baceitar (?:os )?cookies\b`,
  ].join('|'),
  'iu',
);

/** What keeps the two from being held against each other; '' where nothing does. */
export function unlikeBefore(before: PageSeen, after: PageSeen): Unlike {
  if (after.text === '') return 'no_words';
  if (isInTheWay(after.final_url) && !isInTheWay(before.final_url)) return 'notice';
  const is_shorter = after.text.length < before.text.length * SHORTER;
  const is_notice = after.text.length <= LONGEST_NOTICE && NOTICE.test(after.text) && !NOTICE.test(before.text);
  const is_other = !hasInCommon(before.text, after.text);
  if (is_notice && (is_shorter || is_other)) return 'notice';
  if (is_shorter) return 'shorter';
  return is_other ? 'other' : '';
}

function isInTheWay(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && IN_THE_WAY.test(`${url.hostname.split('.')[0]}${url.pathname}`);
}

function hasInCommon(before: string, after: string): boolean {
  const was = wordsOf(before.slice(0, BEFORE_READ));
  if (was.length < FEWEST_WORDS) return true;
  const is = new Set(threesOf(wordsOf(after.slice(0, AFTER_READ))));
  const threes = threesOf(was);
  return threes.filter((three) => is.has(three)).length >= threes.length * IN_COMMON;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function threesOf(words: string[]): string[] {
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}

const STAYS = 'so passages were not looked up in it, and claims stay as they are.';

const UNLIKE_WORDS: Record<Unlike, string> = {
  '': '',
  no_words: `No words can be read in it, ${STAYS}`,
  notice: `It looks like a consent or log-in page, ${STAYS}`,
  shorter: `It has less than half of the text of the capture before, ${STAYS}`,
  other: `It has almost no words in common with the capture before, ${STAYS}`,
};

/** Why nothing was looked up in this copy, in a sentence; '' where it was. */
export function sayUnlike(unlike: Unlike): string {
  return UNLIKE_WORDS[unlike];
}
