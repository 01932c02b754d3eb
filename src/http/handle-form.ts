// The one way of a form: read, command, next page; or, refused, its own page again.
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import type { Context } from '#src/context.ts';
import { GaveUp, RuleBroken, StaleEdit, TooLarge } from '#src/errors.ts';
import { type PathName, type PathParameters, paths } from '#src/paths.ts';
import {
  type FormRefused,
  type FormResult,
  type RefusedForm,
  readForm,
  type ShownField,
  shownField,
  shownFields,
  type Typed,
  typedAgain,
} from './form.ts';
import { leadOn } from './lead-on.ts';
import { notice } from './notice.ts';
import { asItWasNarrowed } from './sent-from.ts';

/** What the address says. */
export type Params<Name extends PathName> = { [Key in keyof PathParameters<Name>]: string };

/** A form on its way: who sent it, from where, and what its `load` found. */
export interface Sent<Name extends PathName, Found> {
  ctx: Context;
  params: Params<Name>;
  found: Found;
  req: Request;
  res: Response;
}

/** The same once it was read: `value` is what the schema made of it, `typed` what comes back where a rule says no. */
export interface Taken<Name extends PathName, Found, Value> extends Sent<Name, Found> {
  value: Value;
  typed: Typed;
}

/**
 * A form, in the order in which it is handled. Of `schema` and `read`, one, or neither for a button; of `redirect` and
 * `answer`, one, or neither to lead back to the form's page. Only `command` changes anything.
 */
export interface Form<Name extends PathName, Found, Value, Done> {
  /** The address of the page on which the form stands; left out where that page is got from the very address of the post. */
  page?: (params: Params<Name>) => string;
  /** Which form of its page it is, where the page has several. */
  name?: string | ((params: Params<Name>) => string);
  /** Finds what the form is about before it is read. Throws NotFound, and Forbidden for whoever may not send it. */
  load?: (sent: Omit<Sent<Name, unknown>, 'found'>) => Promise<Found>;
  schema?: z.ZodObject & z.ZodType<Value>;
  read?: (sent: Sent<Name, Found>) => FormResult<Value> | Promise<FormResult<Value>>;
  command: (taken: Taken<Name, Found, Value>) => Promise<Done>;
  /** Which field a broken rule is shown at, '' for the form as a whole; undefined sends it to the page of refusals. */
  fieldOf?: (field: string | undefined) => string | undefined;
  /** Its own page shows what somebody else changed meanwhile, with 409: the common page of a stale edit is not for it. */
  shows_stale?: boolean;
  /** A sentence for the next page; '' for none. */
  notice?: string | ((done: Done, taken: Taken<Name, Found, Value>) => string | Promise<string>);
  redirect?: (done: Done, taken: Taken<Name, Found, Value>) => string;
  /** Sends the answer itself, where it is no redirect. */
  answer?: (done: Done, taken: Taken<Name, Found, Value>) => void | Promise<void>;
  /** Sends the form's page with what is to be mended and all that was typed. Left out for buttons. */
  reshow?: (sent: Sent<Name, Found>, refused: RefusedForm) => void | Promise<void>;
}

/**
 * Mounts a form at its address. A form that cannot be read, whose command breaks a rule that names a field, or whose text
 * was given up, is shown again with 422 (413 where it is too large) and all that was typed; any other refusal goes to the
 * pages of refusals, which show what was typed. A GET of the address leads to the form's page, for whoever reloads or shares it.
 */
export function handleForm<Name extends PathName, Found, Value, Done>(
  routes: Router,
  name: Name,
  form: Form<Name, Found, Value, Done>,
): void {
  const { page } = form;
  if (page) routes.get(paths[name], (req, res) => res.redirect(303, page(paramsOf(req))));
  routes.post(paths[name], async (req, res, next) => {
    if (form.reshow) res.locals.typed = () => whatWasTyped(req.body, form.schema);
    const from = { ctx: res.locals.ctx, params: paramsOf<Name>(req), req, res };
    const sent = { ...from, found: (await form.load?.(from)) as Found };
    const read = await readSent(form, sent);
    if (!read.ok) return await showAgain(form, sent, read);
    const taken = { ...sent, value: read.value, typed: read.typed ?? typedAgain(req.body) };
    const tried = await tryCommand(form, taken);
    if (!tried.ok) return await showAgain(form, sent, tried);
    const said = typeof form.notice === 'function' ? await form.notice(tried.done, taken) : form.notice;
    if (said) notice(req, said);
    if (form.answer) return await form.answer(tried.done, taken);
    const back = page ? asItWasNarrowed(req, page(sent.params)) : req.path;
    leadOn(res, form.redirect ? form.redirect(tried.done, taken) : back, next);
  });
}

/** For the page of a refusal that is not for the form to show. */
function whatWasTyped(body: unknown, schema: z.ZodObject | undefined): ShownField[] {
  const fields = Object.entries(typedAgain(body));
  return shownFields(Object.fromEntries(fields.filter(([name]) => !schema || shownField(name, schema) !== '')));
}

function paramsOf<Name extends PathName>(req: Request): Params<Name> {
  return req.params as Params<Name>;
}

function readSent<Name extends PathName, Found, Value>(
  { read, schema }: Pick<Form<Name, Found, Value, never>, 'read' | 'schema'>,
  sent: Sent<Name, Found>,
): FormResult<Value> | Promise<FormResult<Value>> {
  if (read) return read(sent);
  return schema ? (readForm(schema, sent.req.body) as FormResult<Value>) : { ok: true, value: undefined as Value };
}

type Tried<Done> = { ok: true; done: Done } | FormRefused;

/** Throws every refusal that is not for the form to show. */
async function tryCommand<Name extends PathName, Found, Value, Done>(
  form: Form<Name, Found, Value, Done>,
  taken: Taken<Name, Found, Value>,
): Promise<Tried<Done>> {
  try {
    return { ok: true, done: await form.command(taken) };
  } catch (error) {
    const is_stale = error instanceof StaleEdit;
    const field = is_stale && form.shows_stale ? '' : form.reshow && fieldOfRefusal(error, form);
    if (field === undefined) throw error;
    const errors = [{ field, message: (error as Error).message }];
    return { ok: false, errors, typed: taken.typed, is_too_large: error instanceof TooLarge, is_stale };
  }
}

type FieldsOfForm = { schema?: z.ZodObject; fieldOf?: (field: string | undefined) => string | undefined };

function fieldOfRefusal(error: unknown, { schema, fieldOf }: FieldsOfForm): string | undefined {
  if (error instanceof GaveUp) return '';
  if (!(error instanceof RuleBroken)) return undefined;
  if (fieldOf) return fieldOf(error.field);
  return schema && error.field !== undefined ? shownField(error.field, schema) : error.field;
}

function showAgain<Name extends PathName, Found>(
  { reshow, name }: Pick<Form<Name, Found, never, never>, 'reshow' | 'name'>,
  sent: Sent<Name, Found>,
  { errors, typed, is_too_large = false, is_stale = false }: FormRefused,
): void | Promise<void> {
  // A button's fields are the page's own: nobody typed them, so there is nothing to mend.
  if (!reshow) throw new RuleBroken(errors[0]?.message ?? '');
  const failed_form = typeof name === 'function' ? name(sent.params) : name;
  const status = is_too_large ? 413 : is_stale ? 409 : 422;
  return reshow(sent, { errors, typed, status, ...(failed_form !== undefined && { failed_form }) });
}
