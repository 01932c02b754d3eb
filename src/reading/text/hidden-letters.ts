// Letters that nobody sees: soft hyphens and spaces of no width. Pure.

/** What stands inside a word or a number and shows nothing. ZWJ and ZWNJ shape letters and are not among them. */
export const HIDDEN = '\\u00ad\\u200b\\u2060\\ufeff';

const ANY = new RegExp(`[${HIDDEN}]`, 'g');

/** The text as it shows. */
export function withoutHidden(text: string): string {
  return text.replace(ANY, '');
}
