// The file that came with a form.
import type { Request } from 'express';

export interface FileSent {
  name: string;
  /** The media type that the browser claims, in lower case. */
  claimed: string;
  bytes: Buffer;
}

/** The file of the field `file`; undefined where none was chosen, for which browsers send a nameless empty one. */
export function fileIn(req: Request): FileSent | undefined {
  const files = (req.files ?? []) as Express.Multer.File[];
  const file = files.find((one) => one.fieldname === 'file' && (one.originalname !== '' || one.size > 0));
  return file && { name: file.originalname, claimed: file.mimetype.toLowerCase(), bytes: file.buffer };
}
