// Sends the pages of the workbench with a form that was refused.
import { getArticle } from '#src/articles/store.ts';
import type { FormPages, Refused, SentOnArticle, SentOnClaim } from '#src/claims/form-hooks.ts';
import { renderPage } from '#src/http/render.ts';
import { queryOfSender } from '#src/http/sent-from.ts';
import { claimPage } from '#src/paths.ts';
import { type View, viewIn, viewTyped } from './article/asked-view.ts';
import { pageOf } from './article/queue-or-text.ts';
import { sentencePage } from './article/sentence-page.ts';
import { coveragePage } from './coverage/page.ts';
import { claimListFilterIn } from './lists/claim-list-filter.ts';
import { claimListPage } from './lists/claim-list-page.ts';
import { trayPage } from './versions/changes-page.ts';
import { versionsPage } from './versions/page.ts';

/** What claims and reviews show again of the workbench. Each throws NotFound for strangers. */
export const formPages: FormPages = {
  text: async (sent, refused) => {
    const sentence = refused.typed?.sentence;
    if (typeof sentence === 'string' && sentence !== '') return sendSentence(sent, refused, sentence);
    await sendText(sent, { ...refused, errors: ofWholeForm(refused) }, viewTyped(refused.typed ?? {}, undefined));
  },
  claim: (sent, refused) => {
    const list = new URLSearchParams(queryOfSender(sent.res.req, claimPage(sent.params))).get('list') ?? '';
    return sendText(sent, refused, viewTyped({ list, ...refused.typed }, sent.params.number));
  },
  suggestions: (sent, refused) =>
    sendText(sent, refused, viewIn({ list: 'suggested', order: refused.typed?.order }, undefined)),
  coverage: async ({ ctx, params, res }, refused) =>
    send(res, 'workbench/coverage', await coveragePage(ctx, await getArticle(ctx, params.id)), refused),
  second_read: (sent, refused) => sendText(sent, refused, { claim_number: null, filter: 'second_read' }),
  claim_list: async ({ ctx, params, res }, refused) => {
    const filter = claimListFilterIn(refused.typed ?? {});
    send(res, 'workbench/claim-list', await claimListPage(ctx, await getArticle(ctx, params.id), filter), refused);
  },
  versions: async ({ ctx, params, res }, refused) => {
    const { draft, changes_taken } = refused.typed ?? {};
    const start = { draft: typeof draft === 'string' ? draft : '', changes: String(changes_taken ?? '') };
    send(res, 'workbench/versions', await versionsPage(ctx, await getArticle(ctx, params.id), start), refused);
  },
  tray: async ({ ctx, params, res }: SentOnClaim, refused) => {
    const page = await trayPage(ctx, await getArticle(ctx, params.id), Number(params.number));
    send(res, 'workbench/changes', page, refused);
  },
};

async function sendText({ ctx, params, res }: SentOnArticle, refused: Refused, view: View): Promise<void> {
  const shown = pageOf(view);
  send(res, shown.view, await shown.page(ctx, await getArticle(ctx, params.id)), refused);
}

/** The forms of this page share their fields, so none of them has a name. */
async function sendSentence({ ctx, params, res }: SentOnArticle, refused: Refused, number: string): Promise<void> {
  const { failed_form: _, ...shown } = refused;
  const errors = refused.errors.map((error) => (ON_SENTENCE.has(error.field) ? error : { ...error, field: '' }));
  const page = await sentencePage(ctx, await getArticle(ctx, params.id), number);
  send(res, 'workbench/sentence', page, { ...shown, errors });
}

const ON_SENTENCE = new Set(['words', 'note']);

/** The forms of the text show no fields. */
function ofWholeForm({ errors }: Refused): Refused['errors'] {
  return errors.map((error) => ({ ...error, field: '' }));
}

function send(res: SentOnArticle['res'], view: string, page: object, refused: Refused): void {
  renderPage(res, view, { ...page, ...refused }, { status: refused.status });
}
