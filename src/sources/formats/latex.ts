// BibTeX values without their LaTeX, and words as LaTeX; citation.js is loaded by the first that needs it.
import { createRequire } from 'node:module';

type Parse = (text: string, field: string) => unknown;
let parse: Parse | undefined;

/** Null where the LaTeX is broken. Braces that only keep capitals go, and white space is folded. */
export function wordsOfLatex(value: string): string | null {
  const plain = value.replace(/\s+/g, ' ').trim();
  if (!/[\\$~{}]|--|''|``/.test(plain)) return plain;
  const without = withoutFonts(plain);
  const bare = without.replace(/[{}]/g, '');
  if (!/[\\$~]|--|''|``/.test(without)) return bare.trim();
  try {
    parse ??= createRequire(import.meta.url)('@citation-js/plugin-bibtex/lib/input/value.js').parse as Parse;
    return String(parse(without, '')).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
  } catch {
    return null;
  }
}

const FONTS =
  /\\(?:emph|text(?:it|bf|sl|sc|tt|rm|sf|md|up|superscript|subscript)|mkbib(?:italic|emph|bold)|strong|uppercase)\s*(?=\{)|\\(?:it|bf|em|sc|sl|tt|rm|sf)(?:shape|series|family)?(?![a-zA-Z])\s*/g;

/** Slanted and bold letters are not kept on a card. */
function withoutFonts(value: string): string {
  return value.replace(FONTS, '');
}

const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
};

/** Words as a BibTeX value: what LaTeX would take for a command is written out. */
export function latexOf(words: string): string {
  return words
    .replace(/[\\{}~^$&%#_]/g, (letter) => ESCAPES[letter] as string)
    .replace(/-(?=-)|'(?=')|`(?=`)/g, '$&{}');
}
