// Numbers as lists print them: 3, c, iii. Pure.

/** A number as a list prints it, by Word's names of the ways to count; undefined where it is not known how. */
export function numbered(number: number, format: string): string | undefined {
  switch (format) {
    case 'decimal':
      return String(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number)?.toUpperCase();
    case 'lowerRoman':
      return roman(number)?.toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'none':
      return '';
    default:
      return undefined;
  }
}

/** a … z, then aa, bb … as Word goes on. */
function letters(number: number): string | undefined {
  if (number < 1 || number > 780) return undefined;
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Undefined beyond what Roman numbers count. */
function roman(number: number): string | undefined {
  if (number < 1 || number > 3999) return undefined;
  let left = number;
  let said = '';
  for (const [value, letter] of ROMAN) for (; left >= value; left -= value) said += letter;
  return said;
}
