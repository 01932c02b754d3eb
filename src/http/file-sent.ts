// The file that came with a form.
import type { Request } from 'express';

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
