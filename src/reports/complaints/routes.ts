// HTTP routes for complaints about an article.
import { type Request, Router } from 'express';
import { articleFor } from '#src/articles/addressed-article.ts';
import type { Context } from '#src/context.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { paths, url } from '#src/paths.ts';
import type { Permission } from '#src/people/permissions.ts';
import { changeComplaint, noteComplaint } from './commands.ts';
import { OUTCOME_LABELS } from './complaint.ts';
import { correctionRoutes } from './correction-routes.ts';
import { answerComplaint, decideComplaint, settleComplaint } from './decide-commands.ts';
import { answerForm, complaintChangeForm, complaintForm, decisionForm, settlementForm } from './forms.ts';
import { sendComplaint, sendComplaints } from './render-complaints.ts';
import { getComplaint } from './store.ts';

type OfArticle = { id: string };
type OfComplaint = OfArticle & { complaint: string };

/** The routes of what comes after printing; guests read the corrections. */
export function complaintRoutes(): Router {
  const routes = Router();
  routes.get(paths.complaints, (req: Request<OfArticle>, res) => sendComplaints({ params: req.params, req, res }));
  handleForm(routes, 'complaints', {
    name: 'complaint',
    load: articleFor('note_complaints'),
    schema: complaintForm,
    command: ({ ctx, params: { id }, value }) => noteComplaint(ctx, id, value),
    notice: (number) => `Complaint ${number} is added.`,
    redirect: (complaint, { params: { id } }) => url('complaint', { id, complaint }),
    reshow: sendComplaints,
  });
  routes.get(paths.complaint, (req: Request<OfComplaint>, res) => sendComplaint({ params: req.params, req, res }));
  handleComplaint(routes);
  handleSettlement(routes);
  routes.use(correctionRoutes());
  return routes;
}

function handleComplaint(routes: Router): void {
  const page = (params: OfComplaint) => url('complaint', params);
  handleForm(routes, 'complaint', {
    name: 'complaint',
    load: complaintFor('note_complaints'),
    schema: complaintChangeForm,
    command: ({ ctx, params, value }) => changeComplaint(ctx, complaintAt(params), value),
    notice: (_, { params: { complaint } }) => `Complaint ${complaint} is saved.`,
    reshow: sendComplaint,
  });
  handleForm(routes, 'complaint_decision', {
    page,
    name: 'decision',
    load: complaintFor('decide_complaints'),
    schema: decisionForm,
    command: ({ ctx, params, value }) => decideComplaint(ctx, complaintAt(params), value),
    notice: (_, { params: { complaint }, value: { outcome } }) =>
      `Complaint ${complaint}: ${OUTCOME_LABELS[outcome].label.toLowerCase()}.`,
    reshow: sendComplaint,
  });
  handleForm(routes, 'complaint_answer', {
    page,
    name: 'answer',
    load: complaintFor('note_complaints'),
    schema: answerForm,
    command: ({ ctx, params, value }) => answerComplaint(ctx, complaintAt(params), value),
    notice: 'The answer is saved.',
    reshow: sendComplaint,
  });
}

function handleSettlement(routes: Router): void {
  handleForm(routes, 'complaint_settlement', {
    page: (params) => url('complaint', params),
    name: 'settlement',
    load: complaintFor('make_corrections'),
    schema: settlementForm,
    command: ({ ctx, params, value }) => settleComplaint(ctx, complaintAt(params), value),
    notice: (_, { params: { complaint }, value: { correction } }) =>
      `Correction ${correction} settles complaint ${complaint}.`,
    reshow: sendComplaint,
  });
}

function complaintAt({ id: article_id, complaint: number }: OfComplaint) {
  return { article_id, number };
}

function complaintFor(permission: Permission) {
  const load = articleFor(permission);
  return async ({ ctx, params }: { ctx: Context; params: OfComplaint }) => {
    const article = await load({ ctx, params });
    return getComplaint(ctx.db, article.id, params.complaint);
  };
}
