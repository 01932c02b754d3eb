// What answers where a source is put to use for a claim, where a use is changed and where it is taken off.
import type { Request, Response } from 'express';
import { freshnessOf } from '#src/articles/freshness.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { listChain } from '#src/claims/particulars-store.ts';
import { type ClaimFound, getClaim } from '#src/claims/store.ts';
import { readForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { addEvidence, changeEvidence, type EvidenceAdded, removeEvidence } from './commands.ts';
import { evidenceForm, type FailedForm, failedByRule, removalForm, sourceIn, useForm, useIn } from './forms.ts';
import { discretionOn, seenIn } from './held-back/discretion.ts';
import { articleSeen, claimSeen, useSeen } from './held-back/typed-words.ts';
import { namedInNotice } from './library/source.ts';
import { addEvidencePage, usePage } from './pages.ts';
import { getEvidence } from './store.ts';

export async function receiveEvidence(req: Request, res: Response): Promise<void> {
  const { article, claim } = await claimOf(req, res);
  assertMay(article.role, 'add_evidence');
  const chain = await listChain(res.locals.ctx.db, claim.id);
  const again = (failed: FailedForm) =>
    renderPage(res, 'evidence/evidence-form', addEvidencePage(article, claim, { chain, failed }), { status: 422 });
  const form = readForm(evidenceForm, req.body);
  if (!form.ok) return again(form);
  try {
    const { is_confidential, alias } = form.value;
    const input = {
      number: claim.number,
      ...sourceIn(form.value.source_line),
      ...useIn(form.value),
      is_confidential,
      alias,
    };
    notice(req, sayAdded(await addEvidence(res.locals.ctx, article.id, input)));
    res.redirect(303, claimPage(article, claim));
  } catch (error) {
    again(failedByRule(error, req.body));
  }
}

export async function showUse(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const { article, claim } = await claimOf(req, res);
  const id = String(req.params.evidence);
  if (sendFresh(req, res, freshnessOf(article, ctx.at, ['evidence', claim.number, id]))) return;
  const discretion = await discretionOn(ctx.db, article, article.role);
  const evidence = useSeen(discretion, await getEvidence(ctx.db, claim.id, { id, reader: article.role }));
  const chain = (await listChain(ctx.db, claim.id)).map((speaker) => seenIn(discretion, speaker, ['name']));
  const seen = { article: articleSeen(discretion, article), claim: claimSeen(discretion, claim) };
  renderPage(res, 'evidence/use', usePage(seen.article, seen.claim, { evidence, chain, now: ctx.at }));
}

export async function receiveUse(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const { article, claim } = await claimOf(req, res);
  assertMay(article.role, 'add_evidence');
  const evidence = await getEvidence(ctx.db, claim.id, { id: String(req.params.evidence), reader: article.role });
  const chain = await listChain(ctx.db, claim.id);
  const again = (failed: FailedForm) =>
    renderPage(res, 'evidence/use', usePage(article, claim, { evidence, chain, now: ctx.at, failed }), { status: 422 });
  const form = readForm(useForm, req.body);
  if (!form.ok) return again(form);
  try {
    const { revision } = form.value;
    await changeEvidence(ctx, article.id, {
      number: claim.number,
      evidence_id: evidence.id,
      revision,
      ...useIn(form.value),
    });
    notice(req, 'The evidence is saved.');
    res.redirect(303, claimPage(article, claim));
  } catch (error) {
    again(failedByRule(error, req.body));
  }
}

export async function receiveRemoval(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const { article, claim } = await claimOf(req, res);
  assertMay(article.role, 'add_evidence');
  const evidence = await getEvidence(ctx.db, claim.id, { id: String(req.params.evidence), reader: article.role });
  const form = readForm(removalForm, req.body);
  if (!form.ok) {
    const chain = await listChain(ctx.db, claim.id);
    const page = usePage(article, claim, { evidence, chain, now: ctx.at, failed: form });
    return renderPage(res, 'evidence/use', { ...page, failed_form: 'removal' }, { status: 422 });
  }
  const reason = form.value.removal_reason;
  await removeEvidence(ctx, article.id, { number: claim.number, evidence_id: evidence.id, reason });
  notice(req, `${namedInNotice(evidence.source_title)} is taken off the claim. The source stays in the library.`);
  res.redirect(303, claimPage(article, claim));
}

/** What was made of the line: the card, new or known, and the contact. */
function sayAdded({ source, is_new_source, contact_name }: EvidenceAdded): string {
  const card = is_new_source
    ? `${namedInNotice(source.title)} is added.`
    : `${namedInNotice(source.title)} was in the library as source ${source.number}, and is used again.`;
  return contact_name === null ? card : `${card} ${contact_name} is noted among the contacts.`;
}

async function claimOf(req: Request, res: Response): Promise<{ article: ArticleFound; claim: ClaimFound }> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  return { article, claim: await getClaim(ctx.db, article, { number: String(req.params.number) }) };
}

function claimPage(article: ArticleFound, claim: ClaimFound): string {
  return url('claim', { id: article.number, number: claim.number });
}
