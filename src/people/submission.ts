// A form on its way to its command: done, or the page once more with what was typed and what is to be mended.
import type { z } from 'zod';
import { RuleBroken } from '#src/errors.ts';
import { type FormError, readForm, type Typed, typedAgain } from '#src/http/form.ts';

export interface Refused {
  errors: FormError[];
  typed: Typed;
}

export type Submission<Result> = { done: true; result: Result } | ({ done: false } & Refused);

/** Reads the form and runs the command on it. A rule that names a field is an error of that field; every other error goes on. */
export async function submit<Schema extends z.ZodObject, Result>(
  schema: Schema,
  body: unknown,
  command: (value: z.infer<Schema>) => Promise<Result>,
): Promise<Submission<Result>> {
  const form = readForm(schema, body);
  if (!form.ok) return { done: false, errors: form.errors, typed: form.typed };
  try {
    return { done: true, result: await command(form.value) };
  } catch (error) {
    if (!(error instanceof RuleBroken) || error.field === undefined) throw error;
    return { done: false, errors: [{ field: error.field, message: error.message }], typed: typedAgain(body) };
  }
}
