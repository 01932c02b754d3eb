// Raised and lowered characters as Unicode has them, so that 10⁶ never reads as 106. Pure.

const PLAIN = '0123456789+-−=()';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎';

/** Digits and signs raised, each one character for one; letters (5th, Mlle) as they are, but an n or i that stands alone. */
export function raised(text: string): string {
  if (text === 'n') return 'ⁿ';
  return text === 'i' ? 'ⁱ' : shifted(text, RAISED);
}

/** Digits and signs lowered, each one character for one; letters as they are. */
export function lowered(text: string): string {
  return shifted(text, LOWERED);
}

function shifted(text: string, to: string): string {
  // A hyphen or a bracket is raised with digits alone: "1re (b)" has none to be mistaken for.
  if (!/\d/.test(text)) return text;
  return text.replace(/[0-9+\-−=()]/g, (one) => to.charAt(PLAIN.indexOf(one)));
}

const VULGAR: Record<string, string> = {
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
  '1/5': '⅕',
  '2/5': '⅖',
  '3/5': '⅗',
  '4/5': '⅘',
  '1/6': '⅙',
  '5/6': '⅚',
  '1/8': '⅛',
  '3/8': '⅜',
  '5/8': '⅝',
  '7/8': '⅞',
};

/** Fractions that were set by hand, of raised and lowered digits: 1½, 3 7/16. */
export function withFractions(text: string): string {
  return text.replace(/(\d?)([⁰¹²³⁴-⁹]+)[⁄∕/]([₀-₉]+)/g, (_, before: string, above: string, below: string) => {
    const fraction = `${plain(above, RAISED)}/${plain(below, LOWERED)}`;
    return before + (VULGAR[fraction] ?? (before === '' ? fraction : ` ${fraction}`));
  });
}

function plain(text: string, from: string): string {
  return text.replace(/./g, (one) => PLAIN.charAt(from.indexOf(one)));
}
