// What every text passes before it is stored: both engines keep the same bytes.
import { normalised } from './piled-marks.ts';

/** Ends of lines and pages by other names: words must not grow together where one is taken out. */
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const CONTROLS_BUT_TAB_AND_NEWLINE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Well-formed UTF-16 with `\n` line ends and no control characters but tab and newline; white space stays as it was typed. */
export function cleanControls(text: string): string {
  return text.toWellFormed().replace(LINE_ENDS, '\n').replace(CONTROLS_BUT_TAB_AND_NEWLINE, '');
}

/** Text of several lines: cleaned of controls, and outer white space cut. */
export function cleanText(text: string): string {
  return cleanControls(text).trim();
}

/** Text of one line: as cleanText, with every run of white space folded to one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** The key under which two spellings of a name count as the same: compatibility-folded, lower case, single spaces. */
export function foldKey(text: string): string {
  return normalised(cleanLine(text), 'NFKC').toLowerCase();
}
