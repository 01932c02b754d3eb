// HTTP routes for what the writer handed in, on the desk's side.
import { type Request, type Response, Router } from 'express';
import { articleFor } from '#src/articles/addressed-article.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { readFile } from '#src/files/commands.ts';
import { isAsKept } from '#src/files/verify.ts';
import { asFileToKeep } from '#src/http/file-to-keep.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { noStore } from '#src/http/render.ts';
import { sendPieces } from '#src/http/send-pieces.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import type { OnCopiesChanged } from '#src/sources/hooks.ts';
import { typeForDownload } from '#src/sources/snapshots/kinds.ts';
import { piecesPage } from './desk-view.ts';
import { erasePiece } from './erase-commands.ts';
import { takingForm } from './forms.ts';
import { getPiece, listPieces } from './store.ts';
import { leavePiece, restorePiece, type Taken, takePiece } from './take-commands.ts';

type OfPiece = { id: string; piece: string };

/** The page, the files and the forms, for people who are signed in. */
export function pieceRoutes(onCopiesChanged: OnCopiesChanged): Router {
  const routes = Router();
  routes.get(paths.package, (req: Request<{ id: string }>, res) => sendPackage({ params: req.params, res }));
  routes.get(paths.piece_file, sendFile);
  const page = ({ id }: OfPiece) => url('package', { id });
  handleForm(routes, 'piece_taking', {
    page,
    name: ({ piece }) => `taking-${piece}`,
    load: articleFor('keep_copies'),
    schema: takingForm,
    command: ({ ctx, params: { piece }, found, value }) =>
      takePiece(ctx, { article: found, piece_id: piece }, value, onCopiesChanged),
    fieldOf: (field) => (field === undefined ? undefined : (FIELDS[field] ?? '')),
    notice: sayTaken,
    reshow: sendPackage,
  });
  handleForm(routes, 'piece_leaving', {
    page,
    command: ({ ctx, params: { id, piece } }) => leavePiece(ctx, id, piece),
    notice: 'It is left, and will be erased in a month. Until then it is under “Decided”.',
  });
  handleForm(routes, 'piece_restoration', {
    page,
    command: ({ ctx, params: { id, piece } }) => restorePiece(ctx, id, piece),
    notice: 'It waits again.',
  });
  handleForm(routes, 'piece_erasure', {
    page,
    command: ({ ctx, params: { id, piece } }) => erasePiece(ctx, id, piece),
    notice: 'It is erased. What was taken of it before stays where it is.',
  });
  return routes;
}

/** By what a rule calls it, the field of the form; what it names besides is said of the form as a whole. */
const FIELDS: Record<string, string> = { title: 'title', alias: 'alias', claim: 'claim', claim_number: 'claim' };

function sayTaken({ kind, source_number, claim }: Taken): string {
  if (kind === 'contact') return 'They are among those to call, on the page of contacts.';
  if (kind === 'note')
    return claim === undefined ? 'The note was taken already.' : `The note is background of claim ${claim}.`;
  return `The file is a saved copy of source ${source_number}. No claim rests on it yet.`;
}

async function sendPackage({ params, res }: { params: { id: string }; res: Response }, refused?: RefusedForm) {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, params.id);
  assertMay(article.role, 'read_queries');
  noStore(res);
  const pieces = await listPieces(ctx.db, article.id);
  const ground = await getVersionText(ctx.db, article);
  const page = await piecesPage({ article, ground, pieces, now: ctx.at }, refused);
  await renderArticlePage(res, article, { view: 'reviews/handed-in', page, status: refused?.status });
}

/** The bytes as they came. Nothing of them runs: a file to keep, of no type that a browser opens by itself. */
async function sendFile(req: Request<OfPiece>, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const article: ArticleFound = await getArticle(ctx, req.params.id);
  assertMay(article.role, 'read_queries');
  const { name, file_id, sha256, size, media_type } = await getPiece(ctx.db, {
    id: req.params.piece,
    article_id: article.id,
  });
  if (file_id === null) throw new NotFound();
  if (!(await isAsKept(ctx.db, { id: file_id, sha256 }))) throw new RuleBroken(NOT_AS_KEPT);
  asFileToKeep(res, { name, media_type: typeForDownload(media_type) });
  res.set('Content-Length', String(size));
  await sendPieces(res, readFile(ctx.db, file_id));
}

const NOT_AS_KEPT =
  'This file is not as it was handed in: its bytes are others than those whose hash was taken. Ask the writer for it again, and whoever runs the desk to look into it.';
