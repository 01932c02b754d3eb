// HTTP routes for the corrections of an article; guests read them.
import { type Request, Router } from 'express';
import { articleFor } from '#src/articles/addressed-article.ts';
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { changeCorrection, makeCorrection, notePublication, withdrawCorrection } from './correction-commands.ts';
import { getCorrection } from './correction-store.ts';
import { correctionChangeForm, correctionForm, correctionWithdrawalForm, publicationForm } from './forms.ts';
import { sendComplaints, sendCorrection } from './render-complaints.ts';

type OfCorrection = { id: string; correction: string };

/** The page of a correction and its forms; the list stands on the page of complaints. */
export function correctionRoutes(): Router {
  const routes = Router();
  routes.get(paths.correction, (req: Request<OfCorrection>, res) => sendCorrection({ params: req.params, req, res }));
  handleForm(routes, 'corrections', {
    page: ({ id }) => url('complaints', { id }),
    name: 'correction',
    load: articleFor('make_corrections'),
    schema: correctionForm,
    command: ({ ctx, params: { id }, value }) => makeCorrection(ctx, id, value),
    notice: (number) => `Correction ${number} is added. It appears at the top of the report.`,
    redirect: (correction, { params: { id } }) => url('correction', { id, correction }),
    reshow: sendComplaints,
  });
  handleForm(routes, 'correction', {
    name: 'correction',
    load: correctionToChange,
    schema: correctionChangeForm,
    command: ({ ctx, params, value }) => changeCorrection(ctx, correctionAt(params), value),
    notice: (_, { params: { correction } }) => `Correction ${correction} is saved.`,
    reshow: sendCorrection,
  });
  handleAfterCorrection(routes);
  return routes;
}

function handleAfterCorrection(routes: Router): void {
  const page = (params: OfCorrection) => url('correction', params);
  handleForm(routes, 'correction_publication', {
    page,
    name: 'publication',
    load: correctionToChange,
    schema: publicationForm,
    command: ({ ctx, params, value }) => notePublication(ctx, correctionAt(params), value),
    notice: 'The date is saved.',
    reshow: sendCorrection,
  });
  handleForm(routes, 'correction_withdrawal', {
    page,
    name: 'withdrawal',
    load: correctionToChange,
    schema: correctionWithdrawalForm,
    command: ({ ctx, params, value }) => withdrawCorrection(ctx, correctionAt(params), value),
    notice: (_, { params: { correction } }) => `Correction ${correction} is withdrawn. It stays on record.`,
    reshow: sendCorrection,
  });
}

function correctionAt({ id: article_id, correction: number }: OfCorrection) {
  return { article_id, number };
}

async function correctionToChange({ ctx, params }: { ctx: Context; params: OfCorrection }) {
  const article = await getArticle(ctx, params.id);
  const correction = await getCorrection(ctx.db, article.id, params.correction);
  assertMay(article.role, 'make_corrections');
  return correction;
}
