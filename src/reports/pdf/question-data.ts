// Who says what, for the PDF: its table, and its plots as pictures. Pure.
import { followable } from '../followable.ts';
import type { PaperQuestion } from '../print-view-questions.ts';
import { flowOf } from './flow.ts';
import { plotPicture, plotWords } from './plot-picture.ts';

export type QuestionData = ReturnType<typeof questionData>;

/** A question with its plots as pictures: made at the desk, where plots that were drawn are kept. */
export function questionData({ number, point, plots, lines, rule, rule_sentence, copy, claims }: PaperQuestion) {
  const drawn = plots === null ? [] : [{ plot: plots.range.wide, caption: plots.caption }];
  if (plots?.over_time) drawn.push({ plot: plots.over_time.wide, caption: plots.over_time.caption });
  return {
    ...{
      id: `question-${number}`,
      point: flowOf(point),
      rule,
      rule_sentence: flowOf(rule_sentence),
      copy: flowOf(copy),
    },
    claims,
    plots: drawn.map(({ plot, caption }) => ({ svg: plotPicture(plot), alt: plotWords(plot), caption })),
    lines: lines.map(({ who, role, says, remarks, quote, source, url, changed }) => ({
      ...{ who: flowOf(who), role: flowOf(role), says: flowOf(says), remarks: flowOf(remarks), quote: flowOf(quote) },
      ...{ source: flowOf(source), url: followable(url), changed: flowOf(changed) },
    })),
  };
}
