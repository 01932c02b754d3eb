// When somebody was asked, as people write it in one line: "15:40", "yesterday 15:40". Pure.
import { itemAt } from '#src/item-at.ts';

const ZONE = String.raw`(?:\s?(?:hrs|hours|h|UTC|GMT|CES?T|EE?S?T|BST|EDT|[PCM][SD]T|local(?:\stime)?)(?![\p{L}\p{N}]))?`;
const CLOCK = [
  String.raw`(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m(?![\p{L}\p{N}])\.?)?${ZONE}`,
  String.raw`(?:1[0-2]|0?[1-9])\s?[ap]\.?m(?![\p{L}\p{N}])\.?${ZONE}`,
  String.raw`(?:[01]\d|2[0-3])[0-5]\d\s?(?:hrs|hours|h|UTC|GMT)`,
  'noon|midday|midnight',
].join('|');
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const DATE = [
  String.raw`\d{1,2}(?:st|nd|rd|th)?\.?\s${MONTH}\.?(?:,?\s\d{4})?`,
  String.raw`${MONTH}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{1,2}[./]\d{1,2}[./]\d{2,4}`,
].join('|');
const PART_OF_DAY = String.raw`(?:\s(?:morning|afternoon|evening|night))?`;
const DAY = [
  String.raw`(?:${WEEKDAY},?\s)?(?:${DATE})`,
  String.raw`(?:last\s)?${WEEKDAY}${PART_OF_DAY}`,
  `(?:yesterday|tomorrow)${PART_OF_DAY}`,
  String.raw`today|tonight|(?:this|last)\s(?:morning|afternoon|evening|night)`,
].join('|');
const TIME = String.raw`(?:(?:${DAY})(?:,?\s(?:at\s)?(?:${CLOCK}))?|(?:${CLOCK})(?:,?\s(?:on\s)?(?:${DAY}))?)(?![\p{L}\p{N}])`;

const AT_START = new RegExp(String.raw`^(?:at\s|on\s)?(${TIME})[\s,]+(?=\S)`, 'iu');
const AT_END = new RegExp(String.raw`(?:^|[\s,(])(?:at\s|on\s)?(${TIME})\)?$`, 'iu');
const ANYWHERE = new RegExp(String.raw`(?<=^|[\s,(])(?:at\s|on\s)?(${TIME})\)?`, 'iu');
const HAS_CLOCK = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${CLOCK})(?![\p{L}\p{N}])`, 'iu');

/** Words with a time taken out of them: what stands before it, the time as it was written, what stands after it. */
export interface TimeFound {
  before: string;
  time: string;
  after: string;
}

/** A time with which the words begin ("15:40 call Sorov"), or null. */
export function timeAtStart(words: string): TimeFound | null {
  return found(AT_START.exec(words), words);
}

/** A time with which the words end ("Sorov, yesterday 15:40"), or null. */
export function timeAtEnd(words: string): TimeFound | null {
  return found(AT_END.exec(words), words);
}

/** The first time in the words, wherever it stands, or null. */
export function timeAnywhere(words: string): TimeFound | null {
  return found(ANYWHERE.exec(words), words);
}

/** Does the time name an hour, and not only a day? */
export function hasClock(time: string): boolean {
  return HAS_CLOCK.test(time);
}

function found(match: RegExpExecArray | null, words: string): TimeFound | null {
  if (match === null) return null;
  const time = itemAt(match, 1);
  return { before: words.slice(0, match.index), time, after: words.slice(match.index + match[0].length) };
}
