// Texts for property tests: anything that can be typed, and anything that looks like an article.
import fc from 'fast-check';
import { anyLetters } from '#tests/support/any-letters.ts';

const PIECES = [
  'The mayor of Ostrava said the bridge would close. ',
  '“It is not safe,” she added. ',
  'Dr. M. K. Vail, of the U.S. survey, counted more than 40 cracks in 2019. ',
  'Why now? ',
  '"We had to act!" said Ms. Oren. ',
  '1. Cement 2. Steel 3. Glass ',
  'According to the company, profits rose 3.5% last year. ',
  'TK [ ] XX ?? ',
  '… and so on ... but then ',
  '你好。今天很好！ ',
  'هذا صحيح؟ نعم. ',
  '🙂 :) ',
  "'s ",
  '(see p. 55) ',
  '\n',
  '\n\n',
  '\r\n',
  '- ',
  '• ',
  '"',
  '“',
  '”',
  '[',
  ']',
  '.',
];

/** Bits of prose in any order, with any marks between them. */
export const roughProse = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));

/** Any code units at all, half surrogates and controls included. */
export const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
  .map((units) => String.fromCharCode(...units));

/** Any well-formed text. */
export const anyText = fc.oneof(roughProse, anyLetters({ maxLength: 150 }));
