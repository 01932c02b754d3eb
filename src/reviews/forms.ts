// The forms of the second read, of fixes and queries, and of links for the writer.
import { z } from 'zod';
import { placeFields } from '#src/claims/return-to.ts';
import type { Selection } from '#src/claims/selection.ts';
import type { Actor } from '#src/context.ts';
import {
  choice,
  hidden,
  line,
  optionalLine,
  optionalNumber,
  several,
  text,
  tickBox,
  wholeNumber,
} from '#src/http/form-fields.ts';

const revision = hidden(wholeNumber(1, 1e9));

/** The revision that the page showed; a form without one is taken as it comes. */
export const offerForm = z.object({ revision: hidden(revision.optional()) });

export const closureForm = z.object({ revision });

export const returnForm = z.object({ revision, return_line: line(500, 'Say in a line why it goes back.') });

export const reopeningForm = z.object({
  reopening_reason: line(500, 'Say in a line why it is reopened.'),
});

/** `claims` are tick boxes whose values are "number:revision", as the reader saw them. */
export const togetherForm = z.object({
  claims: hidden(several(z.string().regex(/^[1-9]\d{0,8}:[1-9]\d{0,8}$/, 'Tick the claims in the list.'))),
});

/** What was pointed at, on the pages of fixes and queries: a claim, words of a version, or a sentence. */
const pointed = {
  claim: hidden(optionalNumber()),
  start: hidden(optionalNumber()),
  end: hidden(optionalNumber()),
  sentence: hidden(optionalNumber()),
  version: hidden(optionalNumber()),
  /** Whether the words were selected in the text, beside which claim, in which list: asking leads back there. */
  from_text: hidden(tickBox()),
  in_hand: placeFields.in_hand,
  list: placeFields.list,
};

export const fixForm = z.object({
  ...pointed,
  old_words: text(4000, 'Say which words should change.'),
  new_words: text(4000, 'Write the new words.'),
  fix_reason: optionalLine(500),
  send_anyway: tickBox(),
});

/** The editor's decision; a refusal wants a line, which the verb asks for. */
export const decisionForm = z.object({
  decision: choice(['agreed', 'refused']),
  decision_line: optionalLine(500),
  revision: hidden(revision.optional()),
});

export const queryForm = z.object({
  ...pointed,
  to_whom: choice(['writer', 'editor'], 'Say whom you ask.'),
  question: text(2000, 'Write the question.'),
  send_anyway: tickBox(),
});

export const queryAgainForm = z.object({
  question: text(2000, 'Write the question.'),
  revision,
  send_anyway: tickBox(),
});

/** How an answer reached whoever notes it. */
const HEARD = ['phone', 'message', 'in_person'] as const;

export const answerForm = z.object({
  answer: text(5000, 'Write what was answered.'),
  from: choice(['me', 'writer', 'editor'], 'Say who answered.'),
  how: choice(HEARD).default('phone'),
  name: optionalLine(100),
});

/** The answer, and by whom it was given: one's own is written on the page. */
export function answerIn({ from, how, name, answer }: z.infer<typeof answerForm>, actor: Actor) {
  if (from !== 'me') return { answer, name: name || `the ${from}`, answered_by: from, how } as const;
  const own = actor.kind === 'person' ? actor.display_name : 'the operator';
  return { answer, name: own, answered_by: 'other', how: 'page' } as const;
}

export const dropForm = z.object({ drop_reason: line(500, 'Say in a line why it needs no answer.') });

export const writerWordForm = z.object({
  word: choice(['agree', 'refuse'], 'Say what the writer said.'),
  line: optionalLine(500),
  how: choice(HEARD).default('phone'),
  revision,
});

export const LINK_DAYS = ['1', '3', '7', '14'] as const;

export const linkForm = z.object({
  name: line(100, 'Say whom the link is for.'),
  days: choice(LINK_DAYS, 'Say for how long the link is valid.'),
});

/** The selection of a form that pointed at words; undefined where it pointed at none. */
export function selectionIn({
  start,
  end,
  sentence,
  version,
}: {
  [name in 'start' | 'end' | 'sentence' | 'version']: number | undefined;
}): Selection | undefined {
  if (sentence !== undefined) return { sentence, version };
  return start === undefined || end === undefined ? undefined : { start, end, version };
}
