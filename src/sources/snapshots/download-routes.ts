// HTTP routes for what is handed out of a saved copy: only ever a file to keep, checked before it goes.
import { type Request, type Response, Router } from 'express';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import { readFile } from '#src/files/commands.ts';
import { getFile } from '#src/files/store.ts';
import { addressPart } from '#src/http/address-part.ts';
import { asFileToKeep } from '#src/http/file-to-keep.ts';
import { renderPage } from '#src/http/render.ts';
import { sendPieces } from '#src/http/send-pieces.ts';
import { paths } from '#src/paths.ts';
import { HELD_BACK } from '../held-back/discretion.ts';
import type { Altered } from './altered.ts';
import { checkCopy } from './check-commands.ts';
import { kindOfType, typeForDownload } from './kinds.ts';
import { copyFor } from './seen-copy.ts';
import { downloadName } from './snapshot.ts';
import { alteredPage } from './snapshot-view.ts';
import { findTextOf, type SnapshotFound } from './store.ts';

/** The three files of a copy, for people who are signed in. */
export function downloadRoutes(): Router {
  const routes = Router();
  routes.get(paths.snapshot_bytes, sendBytes);
  routes.get(paths.snapshot_text, sendText);
  routes.get(paths.snapshot_record, sendRecord);
  return routes;
}

/** The bytes as they were saved. Nothing of them runs: a file to keep, of no type that a browser opens by itself. */
async function sendBytes(req: Request, res: Response): Promise<void> {
  const copy = await copyToSend(req, res, 'bytes');
  if (copy === null || copy.file_id === null) return;
  const named = copy.name === HELD_BACK ? { ...copy, name: '' } : copy;
  const name = downloadName(named, kindOfType(copy.media_type));
  await sendFile(res, copy.file_id, { name, media_type: typeForDownload(copy.media_type) });
}

/** The record of the exchange, for the programs of archives. */
async function sendRecord(req: Request, res: Response): Promise<void> {
  const copy = await copyToSend(req, res, 'record');
  if (copy === null) return;
  if (copy.warc_file_id === null) throw new NotFound();
  const name = `copy-${copy.number}.warc.gz`;
  await sendFile(res, copy.warc_file_id, { name, media_type: 'application/gzip' });
}

/** The readable text, as UTF-8. */
async function sendText(req: Request, res: Response): Promise<void> {
  const copy = await copyToSend(req, res, 'text');
  if (copy === null) return;
  const text = await findTextOf((res.locals.ctx as Context).db, copy.id);
  if (text === '') throw new NotFound();
  asFile(res, { name: `copy-${copy.number}.txt`, media_type: 'text/plain; charset=utf-8' });
  res.end(text);
}

/**
 * The copy, looked at just now. Where what is asked for is not what was saved, a page says so and nothing is handed out,
 * unless it is asked for all the same: then its name says it. Null where the page was sent.
 */
async function copyToSend(req: Request, res: Response, what: Altered): Promise<SnapshotFound | null> {
  const { ctx } = res.locals;
  const copy = await copyFor(ctx, addressPart(req, 'number'));
  if (copy.erased_at !== null) throw new NotFound();
  const altered = await checkCopy(ctx, copy);
  if (!altered.includes(what)) return copy;
  if (req.query.altered === 'yes') {
    res.locals.is_altered = true;
    return copy;
  }
  renderPage(res, 'sources/altered', alteredPage(copy, altered, what), { status: 409 });
  return null;
}

async function sendFile(res: Response, file_id: string, as: { name: string; media_type: string }): Promise<void> {
  const { db } = res.locals.ctx as Context;
  const { size } = await getFile(db, file_id);
  asFile(res, as);
  // Of altered bytes nobody knows how many there are.
  if (!res.locals.is_altered) res.set('Content-Length', String(size));
  await sendPieces(res, readFile(db, file_id));
}

function asFile(res: Response, { name, media_type }: { name: string; media_type: string }): void {
  asFileToKeep(res, { name: res.locals.is_altered ? `ALTERED-${name}` : name, media_type });
}
