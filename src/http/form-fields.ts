// The kinds of field of forms; each cleans what was typed and says what is wrong.
import { z } from 'zod';
import { findPiledMarks, type PiledMarks, sayPiledMarks } from '#src/piled-marks.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';

/** Forms have the same fields again and again, and a field takes ten kilobytes: of the same arguments one is made. */
function shared<Given extends (string | number | undefined)[], Field>(make: (...given: Given) => Field) {
  const made = new Map<string, Field>();
  return (...given: Given): Field => {
    const key = JSON.stringify(given);
    const field = made.get(key) ?? make(...given);
    made.set(key, field);
    return field;
  };
}

/**
 * What was typed, with what is looked at before any work on it: a length within which white space may go, so a wide one, and
 * letters under more marks than any writing sets.
 */
const typed = shared((maximum: number, empty: string = 'Fill this in.') => {
  const isTooLong = `This may be ${maximum} characters long; it has`;
  return z.string({ error: empty }).check(
    z.maxLength(4 * maximum + 10_000, {
      error: ({ input }) => `${isTooLong} ${(input as string).length}. Shorten it and save again.`,
      abort: true,
    }),
    z.refine((words: string) => findPiledMarks(words) === null, {
      error: ({ input }) => sayPiledMarks(findPiledMarks(input as string) as PiledMarks),
      abort: true,
    }),
  );
});

/** One line that must be filled in; `empty` says so in words. White space is folded. */
export const line = shared((maximum: number, empty: string = 'Fill this in.') =>
  typed(maximum, empty)
    .transform(cleanLine)
    .pipe(z.string().check(z.minLength(1, empty), z.maxLength(maximum))),
);

/** One line that may be left empty: '' where nothing was typed or the field did not come. */
export const optionalLine = shared((maximum: number) =>
  typed(maximum).default('').transform(cleanLine).pipe(z.string().max(maximum)),
);

/** Several lines that must be filled in; line ends become `\n`, outer white space goes. */
export const text = shared((maximum: number, empty: string = 'Fill this in.') =>
  typed(maximum, empty)
    .transform(cleanText)
    .pipe(z.string().check(z.minLength(1, empty), z.maxLength(maximum))),
);

/** Several lines that may be left empty. */
export const optionalText = shared((maximum: number) =>
  typed(maximum).default('').transform(cleanText).pipe(z.string().max(maximum)),
);

/** One of the answers offered; `missing` says what to do where none was chosen. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values, missing = 'Choose one.') {
  return z.enum(values, { error: (issue) => (issue.input ? undefined : missing) });
}

/** One of the answers, or '' for none. */
export function optionalChoice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum([...values, ''] as const).default('' as never);
}

/** A tick box: true where it was ticked, whatever its value; browsers send nothing where it was not. */
export const tickBox = shared(() =>
  z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== '' && value !== '0' && value !== 'false'),
);

/** A whole number of up to nine digits; undefined where none was sent. */
export const optionalNumber = shared((bad: string = 'Write a whole number here.') =>
  z
    .string()
    .regex(/^\d{0,9}$/, bad)
    .optional()
    .transform((value) => (value ? Number(value) : undefined)),
);

/** A whole number in a field of text. */
export const wholeNumber = shared((minimum: number, maximum: number, missing: string = 'Write a whole number here.') =>
  z
    .string({ error: missing })
    .max(1000, missing)
    .transform(cleanLine)
    .pipe(z.string().regex(/^-?\d{1,15}$/, missing))
    .transform(Number)
    .pipe(z.number().check(z.gte(minimum), z.lte(maximum))),
);

/** A field that may come any number of times: tick boxes of one name, or several selects. */
export function several<Inner extends z.ZodType<unknown, string>>(inner: Inner) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(inner).max(1000),
  );
}

/** A password as it was typed: nothing is cut off; its length is judged by people/. */
export const password = shared((empty: string = 'Type the password.') =>
  z.string({ error: empty }).min(1, empty).max(1000),
);

const hidden_fields = new WeakSet<z.ZodType>();

/** A field without a place of its own on the page, as the page fills it in: what is wrong with it is said of the whole form. */
export function hidden<Field extends z.ZodType>(field: Field): Field {
  // One of its own, since others may show the same.
  const own = z.clone(field);
  hidden_fields.add(own);
  return own;
}

export function isHidden(field: unknown): boolean {
  return hidden_fields.has(field as z.ZodType);
}
