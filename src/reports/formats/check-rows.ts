// The sign-off checks as rows of a table, each followed by the reasons and waivers given to it. Pure.
import type { ReportAnswer, ReportCheck, ReportSignOff } from '../report-sign-off.ts';
import type { COLUMNS, RowCell } from './sheet-columns.ts';

type CheckRow = Record<(typeof COLUMNS.checks)[number], RowCell>;

const NO_ANSWER = { answer: null, words: null, by: null, at: null, at_words: null, of: null };
const NO_CHECK = { asks: null, level: null, state: null, sentence: null, missing: null };

export function* checkRows({ checks, answers }: ReportSignOff): Generator<CheckRow> {
  for (const check of checks) {
    yield checkRow(check);
    for (const answer of answers) if (answer.rule === check.rule) yield answerRow(answer);
  }
}

function checkRow({ missing, ...check }: ReportCheck): CheckRow {
  return { ...check, missing: missing.join('; '), ...NO_ANSWER };
}

function answerRow({ rule, kind, words, by, at, of }: ReportAnswer): CheckRow {
  return { rule, ...NO_CHECK, answer: kind, words, by, at: at.at, at_words: at.words, of: of.join('; ') };
}
