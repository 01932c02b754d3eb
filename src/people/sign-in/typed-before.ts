// What somebody sent after the session had ended: carried by the sign-in page for them alone, never stored.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { shownFields, type Typed, typedAgain } from '#src/http/form.ts';

const carried = z.object({
  action: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  had_files: z.boolean(),
  seal: z.string(),
});

export interface TypedBefore {
  /** The path to which it was sent. */
  action: string;
  fields: Typed;
  /** Files cannot be carried. */
  had_files: boolean;
}

/** As a page carries it: the seal says to the desk, and to nobody else, whose it is. */
export type Carried = TypedBefore & { seal: string };

/** The key of these seals, from the secret that signs the cookies of sessions. */
export function typedBeforeKey(session_secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', session_secret, '', 'claimdesk typed before', 32));
}

/** What this post brought; without passwords. Undefined where nothing was typed. */
export function typedIn(req: Request): TypedBefore | undefined {
  const fields = typedAgain(req.body);
  if (shownFields(fields).length === 0) return undefined;
  const had_files = Array.isArray(req.files) && req.files.some((file) => file.size > 0);
  return { action: req.originalUrl, fields, had_files };
}

/** The same, to be offered again to this person and to nobody else. */
export function sealedFor(req: Request, person_id: string, typed: TypedBefore): Carried {
  return { ...typed, seal: sealOf(req, person_id, typed) };
}

/** Whether this person sent it, as it stands here. */
export function isTypedBy(req: Request, person_id: string, { seal, ...typed }: Carried): boolean {
  const [given, expected] = [Buffer.from(seal), Buffer.from(sealOf(req, person_id, typed))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What the sign-in form carried; undefined where it carried nothing, or something else. Whoever sends it may have changed it. */
export function readTypedBefore(text: unknown): Carried | undefined {
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

/** It names nobody to whoever reads the page. */
function sealOf(req: Request, person_id: string, { action, fields, had_files }: TypedBefore): string {
  const key = req.app.get('typed-before key') as Buffer;
  const signed = JSON.stringify([person_id, action, Object.entries(fields), had_files]);
  return createHmac('sha256', key).update(signed).digest('base64url');
}
