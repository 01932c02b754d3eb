// The style of a report file: report.css with its imports and fonts, in one text.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#src/http/project-folder.ts';
import { wholeSheet } from '#src/http/style-sheets.ts';

const FOLDER = projectFolder('public/css');

interface Face {
  rule: string;
  /** The file of the font, from the folder of the style. */
  file: string;
  ranges: { first: number; last: number }[];
}

let read: { rules: string; faces: Face[] } | undefined;
const fonts = new Map<string, string>();

/**
 * The style for a file that shows these texts. It loads nothing: fonts are data in it, and of each typeface only the
 * alphabets in which the text is written, so that an English report stays small enough for a letter.
 */
export function standaloneStyle(texts: readonly string[]): string {
  read ??= {
    rules: wholeSheet('report.css', ['fonts.css']),
    faces: facesIn(readFileSync(join(FOLDER, 'fonts.css'), 'utf8')),
  };
  const letters = lettersIn(texts);
  const needed = read.faces.filter(({ ranges }) =>
    letters.values().some((letter) => ranges.some(({ first, last }) => first <= letter && letter <= last)),
  );
  return needed.map(embedded).join('\n') + read.rules;
}

/** The code points of the texts. What was met is asked of a table: a set would be asked for each letter of a long report. */
function lettersIn(texts: readonly string[]): Set<number> {
  const met = new Uint8Array(0x1_0000);
  const letters = new Set<number>();
  for (const text of texts)
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      const is_half = (unit & 0xf800) === 0xd800;
      if (met[unit] === 1 && !is_half) continue;
      met[unit] = 1;
      letters.add(text.codePointAt(at) as number);
    }
  return letters;
}

function facesIn(style: string): Face[] {
  return [...style.matchAll(/@font-face \{[^}]+\}/g)].map(([rule]) => ({
    rule: rule.replace(/\s*\n\s*/g, '\n'),
    file: /url\("([^"]+)"\)/.exec(rule)?.[1] ?? '',
    ranges: [...rule.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first = '', last = first]) => ({
      first: Number.parseInt(first, 16),
      last: Number.parseInt(last, 16),
    })),
  }));
}

function embedded({ rule, file }: Face): string {
  let data = fonts.get(file);
  if (data === undefined) {
    data = readFileSync(join(FOLDER, file)).toString('base64');
    fonts.set(file, data);
  }
  return rule.replace(/url\("[^"]+"\)/, `url("data:font/woff2;base64,${data}")`);
}
