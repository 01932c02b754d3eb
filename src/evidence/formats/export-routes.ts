// What answers where the library is taken along as a file.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { Forbidden, NotFound } from '#src/errors.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { may, refusalOf } from '#src/people/permissions.ts';
import { librarySearchIn } from '../library/search.ts';
import { SOURCE_FORMATS } from './entry.ts';
import { type ExportAsked, exportSources, exportWithConfidential, type SourcesFile } from './export.ts';

export async function sendSourcesFile(req: Request, res: Response): Promise<void> {
  const { asked } = await askedIn(req, res);
  await send(res, await exportSources(res.locals.ctx, asked));
}

/** A post, because the log keeps that the confidential ones were taken along. */
export async function sendWithConfidential(req: Request, res: Response): Promise<void> {
  const { asked, keeps } = await askedIn(req, res);
  if (!keeps) throw new Forbidden(refusalOf('export_confidential'));
  await send(res, await exportWithConfidential(res.locals.ctx, asked));
}

async function askedIn(req: Request, res: Response): Promise<{ asked: ExportAsked; keeps: boolean }> {
  const format = SOURCE_FORMATS.find((one) => one === req.params.format);
  if (format === undefined) throw new NotFound();
  const search = librarySearchIn(req.query);
  const desks = await listDesksOf(res.locals.ctx);
  const desk = desks.find((one) => one.slug === search.desk);
  if (search.desk !== '' && desk === undefined) throw new NotFound();
  const keeps = (desk === undefined ? desks : [desk]).some(({ role }) => may(role, 'keep_sources'));
  return { asked: { format, search: { ...search, desk_id: desk?.id } }, keeps };
}

async function send(res: Response, file: SourcesFile): Promise<void> {
  res.set('Cache-Control', 'no-store');
  res.attachment(file.name).set('Content-Type', file.media_type);
  // Where it breaks off, the connection does, too: half a file must not look like a whole one.
  await pipeline(Readable.from(file.pieces), res);
}
