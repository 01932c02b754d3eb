// HTTP routes for complaints about an article and for its corrections.
import { type Request, Router } from 'express';
import { articleFor } from '#src/articles/addressed-article.ts';
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay, type Permission } from '#src/people/permissions.ts';
import { changeComplaint, noteComplaint } from './commands.ts';
import { OUTCOME_LABELS } from './complaint.ts';
import { changeCorrection, makeCorrection, notePublication, withdrawCorrection } from './correction-commands.ts';
import { getCorrection } from './correction-store.ts';
import { answerComplaint, decideComplaint, settleComplaint } from './decide-commands.ts';
import {
  answerForm,
  complaintChangeForm,
  complaintForm,
  correctionChangeForm,
  correctionForm,
  correctionWithdrawalForm,
  decisionForm,
  publicationForm,
  settlementForm,
} from './forms.ts';
import { sendComplaint, sendComplaints, sendCorrection } from './render-complaints.ts';
import { getComplaint } from './store.ts';

type OfArticle = { id: string };
type OfComplaint = OfArticle & { complaint: string };
type OfCorrection = OfArticle & { correction: string };

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
  routes.get(paths.correction, (req: Request<OfCorrection>, res) => sendCorrection({ params: req.params, req, res }));
  handleCorrections(routes);
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

function handleCorrections(routes: Router): void {
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

function complaintFor(permission: Permission) {
  const load = articleFor(permission);
  return async ({ ctx, params }: { ctx: Context; params: OfComplaint }) => {
    const article = await load({ ctx, params });
    return getComplaint(ctx.db, article.id, params.complaint);
  };
}

async function correctionToChange({ ctx, params }: { ctx: Context; params: OfCorrection }) {
  const article = await getArticle(ctx, params.id);
  const correction = await getCorrection(ctx.db, article.id, params.correction);
  assertMay(article.role, 'make_corrections');
  return correction;
}
