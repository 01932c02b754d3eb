// Forms: a body becomes a typed value, or errors beside everything that was typed.
import type { z } from 'zod';
import { isId } from '#src/ids.ts';
import { cleanControls } from '#src/text-fields.ts';
import { isHidden } from './form-fields.ts';
import { sentenceFor } from './form-sentences.ts';

/** One thing to mend. `field` is the name of the form's field, or empty for the form as a whole. */
export interface FormError {
  field: string;
  message: string;
}

/** One of the answers that a field offers. */
export interface Option {
  value: string;
  label: string;
  hint?: string;
  colour?: string;
}

export type Typed = Record<string, string | string[]>;

/** A form that cannot be taken: what is to be mended, and all that was typed. */
export interface FormRefused {
  ok: false;
  errors: FormError[];
  typed: Typed;
  is_too_large?: boolean;
  is_stale?: boolean;
}

/** `typed`: what is shown again where a rule says no later, if that is more than the body. */
export type FormResult<Value> = { ok: true; value: Value; typed?: Typed } | FormRefused;

/** What the page of a refused form gets beside its own model, to show the form again. */
export interface RefusedForm {
  errors: FormError[];
  typed: Typed;
  /** Of several forms on the page, which. */
  failed_form?: string;
  /** The status that the page is sent with. */
  status: number;
}

/**
 * Reads a form by its schema, whose keys are the names of the fields. Control characters and lone surrogates are taken
 * out first. One error a field, what is wrong with the form as a whole before the others; `typed` holds all that was typed but passwords.
 */
export function readForm<Schema extends z.ZodObject>(schema: Schema, body: unknown): FormResult<z.infer<Schema>> {
  const typed = typedIn(body);
  const result = schema.safeParse(typed, { error: sentenceFor });
  if (result.success) return { ok: true, value: result.data };
  const errors = new Map<string, FormError>();
  for (const issue of result.error.issues) {
    const field = shownField(String(issue.path[0] ?? ''), schema);
    if (!errors.has(field)) errors.set(field, { field, message: issue.message });
  }
  return { ok: false, errors: inOrderOf(Object.keys(schema.shape), errors), typed: withoutPasswords(typed) };
}

/** The field, or '' where the form has none of this name that could be pointed at. */
export function shownField(field: string, schema: z.ZodObject): string {
  const known = schema.shape[field];
  return known === undefined || isHidden(known) ? '' : field;
}

/** The typed values of a body as a form shows them again: for a page that is shown once more because a rule said no. */
export function typedAgain(body: unknown): Typed {
  return withoutPasswords(typedIn(body));
}

export interface ShownField {
  label: string;
  value: string;
}

/** The fields that a person filled in, with names to read; ids, numbers and what is empty say nothing to anybody. */
export function shownFields(fields: Typed): ShownField[] {
  return Object.entries(fields).flatMap(([name, values]) => {
    const value = [values].flat().join(', ');
    if (value.trim() === '' || isId(value) || /^\d+$/.test(value)) return [];
    return [{ label: labelOf(name), value }];
  });
}

/** The name of a field as it is read where there is no form to say it better: "Copy words" for copy_words. */
export function labelOf(name: string): string {
  const words = name.replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function typedIn(body: unknown): Typed {
  const typed: Typed = Object.create(null);
  for (const [name, value] of Object.entries(body ?? {})) {
    if (typeof value === 'string') typed[name] = cleanControls(value);
    else if (Array.isArray(value)) typed[name] = value.filter((one) => typeof one === 'string').map(cleanControls);
  }
  return typed;
}

function withoutPasswords(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.includes('password')));
}

function inOrderOf(names: string[], errors: Map<string, FormError>): FormError[] {
  const place = (error: FormError) => (error.field === '' ? -1 : names.indexOf(error.field));
  return [...errors.values()].sort((a, b) => place(a) - place(b));
}
