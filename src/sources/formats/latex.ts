// BibTeX values without their LaTeX, and words as LaTeX; citation.js is loaded by the first that needs it.
import { createRequire } from 'node:module';
import { lowered, raised } from '#src/articles/documents/raised.ts';

type Parse = (text: string, field: string) => unknown;
let parse: Parse | undefined;

/** Null where the LaTeX is broken. Braces that only keep capitals go, and white space is folded. */
export function wordsOfLatex(value: string): string | null {
  const plain = value.replace(/\s+/g, ' ').trim();
  if (!/[\\$~{}]|--|''|``/.test(plain)) return plain;
  const without = withoutFonts(withSigns(plain));
  const bare = without.replace(/[{}]/g, '');
  if (!/[\\$~]|--|''|``/.test(without)) return bare.trim();
  try {
    parse ??= createRequire(import.meta.url)('@citation-js/plugin-bibtex/lib/input/value.js').parse as Parse;
    const words = String(parse(without, '')).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
    // An accent over an i stands over its dot: í is one letter.
    return words.replace(/\u0131(?=[\u0300-\u036f])/g, 'i').normalize('NFC');
  } catch {
    return null;
  }
}

const SIGNS: Record<string, string> = {
  pounds: '£',
  euro: '€',
  texteuro: '€',
  S: '§',
  P: '¶',
  copyright: '©',
  degree: '°',
  aa: 'å',
  AA: 'Å',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  ldots: '…',
  dots: '…',
  sim: '~',
  approx: '≈',
  geq: '≥',
  ge: '≥',
  leq: '≤',
  le: '≤',
  times: '×',
  pm: '±',
  cdot: '·',
  mu: 'μ',
  alpha: 'α',
  beta: 'β',
};
/** Behind money and sections the space before a figure is none: it only ends the command. */
const SIGN = new RegExp(
  `\\\\(?:(pounds|euro|texteuro|S|P)(?![a-zA-Z])(?:\\{\\})?(?: (?=\\d))?|(${Object.keys(SIGNS).join('|')})(?![a-zA-Z])(?:\\{\\})?)`,
  'g',
);

/** Formulas as letters of their own, raised and lowered figures, money and other signs. A dollar that begins no formula is money. */
function withSigns(value: string): string {
  return value
    .replace(/\\textsuperscript\s*\{([^{}]*)\}/g, (_, inner: string) => raised(inner))
    .replace(/\\textsubscript\s*\{([^{}]*)\}/g, (_, inner: string) => lowered(inner))
    .replace(/(?<!\\)\$([^$]*)\$/g, (whole, inner: string) =>
      isFormula(inner) ? formula(inner) : whole.replaceAll('$', '\\$'),
    )
    .replace(/(?<!\\)\$/g, '\\$')
    .replace(SIGN, (_, money: string | undefined, name = '') => signOf(money ?? name))
    .replace(/(?<=^|[\s([])`(?!\{\})([^`']+)'(?![\p{L}'])/gu, '‘$1’');
}

function signOf(name: string): string {
  return SIGNS[name] === '~' ? '\\textasciitilde{}' : (SIGNS[name] ?? '');
}

function isFormula(inner: string): boolean {
  return /[\\^_{}<>=]/.test(inner) || /^\s*[-+−]?[\d.,]*\s*[a-zA-Z]?\s*$/.test(inner);
}

function formula(inner: string): string {
  return inner
    .replace(/\^(?:\{([^{}]*)\}|(.))/g, (_, group: string | undefined, one = '') => raised(group ?? one))
    .replace(/_(?:\{([^{}]*)\}|(.))/g, (_, group: string | undefined, one = '') => lowered(group ?? one))
    .replace(/\{,\}/g, ',');
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
  return words.replace(/[\\{}~^$&%#_]/g, (letter) => ESCAPES[letter] as string).replace(/-(?=-)|'(?=')|`/g, '$&{}');
}
