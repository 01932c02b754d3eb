// The file that came with a form.
import type { Request } from 'express';
import type { FormError } from './form.ts';

export interface FileSent {
  name: string;
  /** The media type that the browser claims, in lower case. */
  claimed: string;
  bytes: Buffer;
}

/** All files of this field, in their order, without the nameless empty one that browsers send for none. */
export function filesIn(req: Request, field: string): FileSent[] {
  const files = (req.files ?? []) as Express.Multer.File[];
  return files
    .filter((one) => one.fieldname === field && (one.originalname !== '' || one.size > 0))
    .map((one) => ({ name: one.originalname, claimed: one.mimetype.toLowerCase(), bytes: one.buffer }));
}

/** The file of the field `file`; undefined where none was chosen. */
export function fileIn(req: Request): FileSent | undefined {
  return filesIn(req, 'file')[0];
}

/** Of a form that takes a file or pasted words: what is wrong where it has neither, or both. */
export function wrongOfTwo(
  { file, text }: { file: FileSent | undefined; text: string },
  { neither, both }: { neither: string; both: string },
): FormError | null {
  if (file === undefined) return text === '' ? { field: 'file', message: neither } : null;
  return text === '' ? null : { field: 'text', message: both };
}
