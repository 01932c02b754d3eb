// HTTP routes for spreadsheets of claims: bringing one, and the tray of rows without a place.
import { type Response, Router } from 'express';
import { addressedArticle, articleFor } from '#src/articles/addressed-article.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { fileIn } from '#src/http/file-sent.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage, paths, url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { type Brought, readBroughtForm, rowPlacementForm } from '../forms.ts';
import { readTableFile } from '../reading/read-file.ts';
import { mountColumns, mountLook } from './sheet-routes.ts';
import { sheetsPage } from './sheets-page.ts';
import { stageSheet } from './staged.ts';
import { dropSheetRow, placeSheetRow } from './tray-commands.ts';

export function sheetIntakeRoutes(): Router {
  const routes = Router();
  mountBringing(routes);
  mountColumns(routes);
  mountLook(routes);
  mountTray(routes);
  return routes;
}

function mountBringing(routes: Router): void {
  routes.get(paths.claim_sheets, async (req, res) => sendSheets(res, await addressedArticle(req, res)));
  handleForm(routes, 'claim_sheets', {
    name: 'bring',
    load: articleFor('take_sheets_in'),
    read: ({ req }) => readBroughtForm(req.body, fileIn(req)),
    command: ({ ctx, found, value }) => stageBrought(ctx, found, value),
    redirect: (sheet, { params: { id } }) => url('claim_sheet', { id, sheet }),
    reshow: ({ res, found }, refused) => sendSheets(res, found, refused),
  });
}

/** Reads the file and keeps it for the look. What is wrong with it is wrong with the field it came by. */
async function stageBrought(ctx: Context, article: ArticleFound, { field, name, bytes }: Brought): Promise<string> {
  try {
    return await stageSheet(ctx, article, { name, bytes, read: await readTableFile({ bytes }) });
  } catch (error) {
    throw error instanceof RuleBroken ? new RuleBroken(error.message, field) : error;
  }
}

async function sendSheets(res: Response, article: ArticleFound, refused?: RefusedForm): Promise<void> {
  if (!may(article.role, 'see_sheets')) throw new NotFound();
  const page = { ...(await sheetsPage(res.locals.ctx, article)), ...refused };
  await renderArticlePage(res, article, { view: 'sheets/sheets', page, status: refused?.status });
}

function mountTray(routes: Router): void {
  handleForm(routes, 'sheet_row_placement', {
    page: ({ id }) => url('claim_sheets', { id }),
    name: ({ row }) => `row-${row}`,
    load: articleFor('take_sheets_in'),
    schema: rowPlacementForm,
    command: ({ ctx, params: { id, row }, value }) => placeSheetRow(ctx, id, { row, ...value }),
    notice: ({ number }) => `The row is at claim ${number}.`,
    redirect: ({ number }, { params: { id } }) => claimPage({ id, number }),
    reshow: ({ res, found }, refused) => sendSheets(res, found, refused),
  });
  handleForm(routes, 'sheet_row_removal', {
    page: ({ id }) => url('claim_sheets', { id }),
    command: ({ ctx, params: { id, row } }) => dropSheetRow(ctx, id, row),
    notice: 'The row is dropped. In a sheet that comes again it adds nothing.',
  });
}
