// HTTP routes for ticks, initials and who reads which paragraph.
import { Router } from 'express';
import type { z } from 'zod';
import { oneOrCounted } from '#src/counted.ts';
import type { Typed } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { url } from '#src/paths.ts';
import type { FormPages } from '../form-hooks.ts';
import { assignmentForm, selectionIn, stretchForm, tickForm } from '../forms.ts';
import { addressOf } from '../return-to.ts';
import { assignParagraphs } from './assign-commands.ts';
import { initialSentences, removeInitials, type Stretch } from './commands.ts';
import { removeTick, tickWords } from './tick-commands.ts';

/** All forms of reading. */
export function coverageRoutes(pages: FormPages): Router {
  const routes = Router();
  handleTicks(routes, pages);
  handleInitials(routes, pages);
  handleForm(routes, 'assignments', {
    page: ({ id }) => url('coverage', { id }),
    name: 'assignments',
    schema: assignmentForm,
    command: ({ ctx, params: { id }, value: { paragraphs, assignee_id, version } }) =>
      assignParagraphs(ctx, id, { paragraphs, assignee_id: assignee_id || null, version }),
    notice: (_, { value: { paragraphs } }) =>
      `${oneOrCounted(paragraphs.length, 'The paragraph is', 'paragraphs are')} assigned.`,
    reshow: pages.coverage,
  });
  return routes;
}

function page({ id }: { id: string }): string {
  return url('article', { id });
}

function handleTicks(routes: Router, pages: FormPages): void {
  handleForm(routes, 'ticks', {
    page,
    name: 'ticks',
    schema: tickForm,
    command: ({ ctx, params: { id }, value }) =>
      tickWords(ctx, id, { selection: selectionIn(value), note: value.note }),
    redirect: (_, { params: { id }, value }) => addressOf(id, value),
    reshow: pages.text,
  });
  handleForm(routes, 'tick_removal', {
    page,
    command: ({ ctx, params: { id, tick } }) => removeTick(ctx, id, tick),
    notice: 'The tick is removed.',
    redirect: (_, { params: { id }, typed }) => addressOf(id, { sentence: sentenceIn(typed) }),
  });
}

function handleInitials(routes: Router, pages: FormPages): void {
  handleForm(routes, 'initials', {
    page,
    name: 'initials',
    schema: stretchForm,
    command: ({ ctx, params: { id }, value }) => initialSentences(ctx, id, stretchIn(value)),
    notice: (count) => {
      const sentences = oneOrCounted(count, 'One sentence has', 'sentences have');
      return count === 0 ? 'They have initials already.' : `${sentences} your initials: nothing to check.`;
    },
    redirect: (_, { params: { id }, value }) => addressOf(id, value),
    reshow: pages.text,
  });
  handleForm(routes, 'initials_removal', {
    page,
    name: 'initials',
    schema: stretchForm,
    command: ({ ctx, params: { id }, value }) => removeInitials(ctx, id, stretchIn(value)),
    notice: 'The initials are removed.',
    redirect: (_, { params: { id }, value }) => addressOf(id, value),
    reshow: pages.text,
  });
}

function stretchIn(form: z.infer<typeof stretchForm>): Stretch {
  if (form.together) return { sentences: form.sentences, version: form.version };
  if (form.paragraph === undefined) return { selection: selectionIn(form) };
  return { paragraph: form.paragraph, version: form.version };
}

function sentenceIn(typed: Typed): number | undefined {
  const sentence = Number(typed.sentence);
  return Number.isInteger(sentence) && sentence > 0 ? sentence : undefined;
}
