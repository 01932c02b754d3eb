// HTTP routes for one spreadsheet that was brought: its columns, the look, and taking it in.
import type { Request, Response, Router } from 'express';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay, may } from '#src/people/permissions.ts';
import { roleAtDesk } from '#src/people/put-away-role.ts';
import { mapColumns, mapStatuses } from '../columns/commands.ts';
import { readColumnsForm, readStatusesForm, readTakingForm } from '../forms.ts';
import { columnsChosen, columnsPage, hasNewStatuses } from './columns-page.ts';
import { lookAsked, lookPage } from './look-page.ts';
import { type OpenSheet, openSheet, type SheetAsked, sheetAsked } from './open-sheet.ts';
import { sayTaken } from './say-taken.ts';
import { getStagedSheet, type StagedSheet } from './staged.ts';
import { takeSheet } from './take-commands.ts';

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

export function mountColumns(routes: Router): void {
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

export function mountLook(routes: Router): void {
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
