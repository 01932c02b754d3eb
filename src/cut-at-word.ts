// Words that are too long for their place, cut after one of them. Pure.

const LETTERS = new Intl.Segmenter();
/** Letters and signs of which each stands for itself, whatever follows it among them. */
const PLAIN = /^[\x20-\u02ff\u2010-\u2027\u20a0-\u20bf]*$/;
const HANGING = ' \n\t,;:–—-(“‘';

/** At most so many characters: cut after a word where one ends in the second half, and never inside a letter with its marks. */
export function cutAtWord(line: string, longest: number): string {
  if (line.length <= longest) return line;
  const cut = PLAIN.test(line.slice(0, longest)) ? line.slice(0, longest - 1) : cutAtLetter(line, longest - 1);
  const lastSpace = cut.lastIndexOf(' ');
  return `${withoutHanging(lastSpace > longest / 2 ? cut.slice(0, lastSpace) : cut)}…`;
}

/** No comma, dash or opening bracket is left at the end. */
function withoutHanging(words: string): string {
  let end = words.length;
  while (end > 0 && HANGING.includes(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}

function cutAtLetter(line: string, longest: number): string {
  let cut = '';
  for (const { segment } of LETTERS.segment(line.slice(0, longest * 2))) {
    if (cut.length + segment.length > longest) break;
    cut += segment;
  }
  return cut;
}
