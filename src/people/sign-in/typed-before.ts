// What somebody sent after the session had ended: carried by the sign-in page, never stored.
import type { Request } from 'express';
import { z } from 'zod';
import { shownFields, type Typed, typedAgain } from '#src/http/form.ts';

const carried = z.object({
  action: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  had_files: z.boolean(),
});

export interface TypedBefore {
  /** The path to which it was sent. */
  action: string;
  fields: Typed;
  /** Files cannot be carried. */
  had_files: boolean;
}

/** What this post brought; without passwords. Undefined where nothing was typed. */
export function typedIn(req: Request): TypedBefore | undefined {
  const fields = typedAgain(req.body);
  if (shownFields(fields).length === 0) return undefined;
  const had_files = Array.isArray(req.files) && req.files.some((file) => file.size > 0);
  return { action: req.originalUrl, fields, had_files };
}

/** What the sign-in form carried; undefined where it carried nothing, or something else. Whoever sends it may have changed it. */
export function readTypedBefore(text: unknown): TypedBefore | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return carried.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A field for each value, as the form had them. */
export function sentFields(fields: Typed): { name: string; value: string }[] {
  return Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })));
}
