// Forms with files: fields and files out of an arriving body, each within its bounds, files in memory.
import type { Request, Response } from 'express';
import multer from 'multer';
import { NotFound } from '#src/errors.ts';
import type { ArrivingBody } from './arriving-body.ts';
import { BadBody, tooLarge, tooManyFields, tooManyFiles, unreadable } from './bad-body.ts';

export const FILES = 20;

export interface FormRead {
  body: Record<string, string | string[]>;
  files: Express.Multer.File[];
}

/** Reads the body to its end. Throws BadBody. */
export function readMultipart(arriving: ArrivingBody, bounds: { bytes: number; fields: number }): Promise<FormRead> {
  const { bytes, fields } = bounds;
  const read = multer({
    storage: {
      _handleFile: (_req, file, done) => keepFile(file, arriving, done),
      _removeFile: (_req, _file, done) => done(null),
    },
    defParamCharset: 'utf8',
    limits: {
      fieldNameSize: 200,
      fieldSize: bytes,
      fields,
      fileSize: bytes,
      files: FILES,
      parts: fields + FILES,
      headerPairs: 100,
      fieldNestingDepth: 0,
    },
  }).any();
  // The parser never sees the request itself: what it hangs on to when it gives up goes with this stand-in.
  const standIn = arriving as ArrivingBody & FormRead;
  return new Promise((resolve, reject) => {
    read(standIn as unknown as Request, {} as Response, (error?: unknown) => {
      if (error) {
        arriving.destroy();
        reject(badForm(error, bytes));
      } else resolve({ body: standIn.body, files: standIn.files ?? [] });
    });
  });
}

function keepFile(
  { stream }: Express.Multer.File,
  arriving: ArrivingBody,
  done: (error: null, kept: Partial<Express.Multer.File>) => void,
): void {
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => {
    arriving.countFile(piece.length);
    pieces.push(piece);
  });
  stream.on('end', () => {
    const buffer = Buffer.concat(pieces);
    done(null, { buffer, size: buffer.length });
  });
}

/** What ended the body by itself stays what it is: refused, or not wanted any more. */
function badForm(error: unknown, limit: number): BadBody | NotFound {
  if (error instanceof BadBody || error instanceof NotFound) return error;
  if (!(error instanceof multer.MulterError)) return unreadable(error);
  if (error.code === 'LIMIT_FILE_SIZE' || error.code === 'LIMIT_FIELD_VALUE') return tooLarge(limit);
  if (error.code === 'LIMIT_FILE_COUNT') return tooManyFiles(FILES);
  const many = ['LIMIT_PART_COUNT', 'LIMIT_FIELD_COUNT'];
  return many.includes(error.code) ? tooManyFields() : unreadable(error);
}
