// HTTP routes for adding spreadsheets of claims: form, columns, preview, what is taken, the tray.
import { type Request, type Response, Router } from 'express';
import { addressedArticle, articleFor } from '#src/articles/addressed-article.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { fileIn } from '#src/http/file-sent.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage, paths, url } from '#src/paths.ts';
import { assertMay, may } from '#src/people/permissions.ts';
import { roleAtDesk } from '#src/people/put-away-role.ts';
import { mapColumns, mapStatuses } from '../columns/commands.ts';
import {
  type Brought,
  readBroughtForm,
  readColumnsForm,
  readStatusesForm,
  readTakingForm,
  rowPlacementForm,
} from '../forms.ts';
import { readTableFile } from '../reading/read-file.ts';
import { columnsChosen, columnsPage, hasNewStatuses } from './columns-page.ts';
import { lookAsked, lookPage } from './look-page.ts';
import { type OpenSheet, openSheet, type SheetAsked, sheetAsked } from './open-sheet.ts';
import { sayTaken } from './say-taken.ts';
import { sheetsPage } from './sheets-page.ts';
import { getStagedSheet, type StagedSheet, stageSheet } from './staged.ts';
import { takeSheet } from './take-commands.ts';
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

interface Opened {
  article: ArticleFound;
  staged: StagedSheet;
  open: OpenSheet;
}

async function opened(ctx: Context, { id, sheet }: { id: string; sheet: string }, asked: SheetAsked): Promise<Opened> {
  const article = await getArticle(ctx, id);
  // Nobody learns from a refusal whether there is such a sheet.
  if (!may(roleAtDesk(article.role), 'take_sheets_in')) throw new NotFound();
  const staged = await getStagedSheet(ctx, article, sheet);
  assertMay(article.role, 'take_sheets_in');
  return { article, staged, open: await openSheet(ctx, staged, { desk_id: article.desk_id, asked }) };
}

function askedIn({ part, header }: OpenSheet) {
  return { part, header };
}

type OnSheet = Request<{ id: string; sheet: string }>;

function mountColumns(routes: Router): void {
  routes.get(paths.claim_sheet_columns, async (req: OnSheet, res: Response) => {
    await sendColumns(res, await opened(res.locals.ctx, req.params, sheetAsked(req.query)));
  });
  const load = ({ ctx, params, req }: { ctx: Context; params: OnSheet['params']; req: Request }) =>
    opened(ctx, params, sheetAsked(req.body ?? {}));
  handleForm(routes, 'claim_sheet_columns', {
    name: 'columns',
    load,
    read: ({ req }) => readColumnsForm(req.body),
    command: async ({ ctx, found, value }) => {
      await mapColumns(ctx, found.article.id, columnsChosen(found.open, value));
      const asked = askedIn(found.open);
      const open = await openSheet(ctx, found.staged, { desk_id: found.article.desk_id, asked });
      return { is_asked: await hasNewStatuses(ctx, found.article, open) };
    },
    fieldOf: () => '',
    redirect: ({ is_asked }, { params, found }) =>
      is_asked ? `${url('claim_sheet_columns', params, askedIn(found.open))}#statuses` : lookAt(params, found),
    reshow: ({ res, found }, refused) => sendColumns(res, found, refused),
  });
  handleForm(routes, 'claim_sheet_statuses', {
    page: (params) => url('claim_sheet_columns', params),
    name: 'statuses',
    load,
    read: ({ req }) => readStatusesForm(req.body),
    command: ({ ctx, found, value }) => mapStatuses(ctx, found.article.id, value),
    fieldOf: () => '',
    redirect: (_, { params, found }) => lookAt(params, found),
    reshow: ({ res, found }, refused) => sendColumns(res, found, refused),
  });
}

function lookAt(params: { id: string; sheet: string }, { open }: Opened): string {
  return url('claim_sheet', params, askedIn(open));
}

async function sendColumns(res: Response, found: Opened, refused?: RefusedForm): Promise<void> {
  const page = { ...(await columnsPage(res.locals.ctx, found.article, found)), ...refused };
  await renderArticlePage(res, found.article, { view: 'sheets/columns', page, status: refused?.status });
}

function mountLook(routes: Router): void {
  routes.get(paths.claim_sheet, async (req: OnSheet, res: Response) => {
    const found = await opened(res.locals.ctx, req.params, sheetAsked(req.query));
    if (!found.open.is_mapped) return res.redirect(303, url('claim_sheet_columns', req.params, askedIn(found.open)));
    await sendLook(res, found, req.query);
  });
  handleForm(routes, 'claim_sheet', {
    load: ({ ctx, params, req }) => opened(ctx, params, sheetAsked(req.body ?? {})),
    read: ({ req }) => readTakingForm(req.body),
    command: ({ ctx, found: { article, staged, open }, value: { take, entry } }) => {
      if (!open.is_mapped) throw new RuleBroken('Say first what the columns of this sheet are.');
      const { name, sha256 } = staged.head;
      const only = take === 'ticked' ? new Set(entry) : undefined;
      return takeSheet(ctx, article.id, { lines: open.lines, only, file: { name, sha256 } });
    },
    notice: sayTaken,
    redirect: ({ left }, { params, found, value: { take } }) =>
      left > 0 || take === 'ticked' ? lookAt(params, found) : url('claim_sheets', { id: params.id }),
    reshow: ({ req, res, found }, refused) => sendLook(res, found, req.query, refused),
  });
}

async function sendLook(res: Response, found: Opened, query: Request['query'], refused?: RefusedForm): Promise<void> {
  const page = { ...(await lookPage(res.locals.ctx, found.article, { ...found, ...lookAsked(query) })), ...refused };
  await renderArticlePage(res, found.article, { view: 'sheets/look', page, status: refused?.status });
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
