// Sets a PDF with Typst: for screen readers where every letter has a font, else plain with a note.
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import type { Sealed } from '../sealed.ts';
import type { QuestionData } from './question-data.ts';
import { withRightLines } from './right-lines.ts';

export interface PdfGiven {
  /** The report as JSON in UTF-8. */
  bytes: Uint8Array;
  seal: Sealed | undefined;
  /** Its questions, drawn. */
  questions: QuestionData[];
}

/** The bytes of the file, or why there are none. */
export type PdfAnswer = Uint8Array | { missing: string };

interface ToSet {
  program: string;
  data: string;
  fonts: Buffer[];
}

const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** PDF/UA-1 where it can be; else the same with a note at its end. Throws Error for a mistake of the program. */
export function pdfOf({ NodeCompiler }: typeof Typst, { program, data, fonts }: ToSet): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const compile = (words: string) => {
    const compiled = compiler.compile({ mainFileContent: program, inputs: { data: words } });
    if (compiled.result === null) throw new Error(`Typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
    return compiled.result;
  };
  const read = FROM_RIGHT.test(data) ? withRightLines : (bytes: Buffer) => bytes;
  try {
    return read(compiler.pdf(compile(data), { pdfStandard: 'ua-1' }));
  } catch (error) {
    const note = noteOn(String((error as Error).message ?? error));
    return read(compiler.pdf(compile(JSON.stringify({ ...JSON.parse(data), note }))));
  }
}

const LETTERS_NAMED = 12;

/** Why the file is not one for which PDF/UA vouches. */
function noteOn(why: string): string {
  const letters = [...new Set([...why.matchAll(/the text `\\?"(.+?)\\?"` could not/g)].map(([, letter]) => letter))];
  const which = letters.length === 0 ? '' : ` No font of the desk draws ${letters.slice(0, LETTERS_NAMED).join(' ')}.`;
  return `This file is not PDF/UA, the standard for screen readers.${which} The HTML file of the same report can be read by everybody.`;
}
