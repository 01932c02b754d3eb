// HTTP routes for the uses of sources: adding one, changing it, taking it off.
import { type Request, type Response, Router } from 'express';
import { freshnessOf } from '#src/articles/freshness.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { listChain } from '#src/claims/particulars-store.ts';
import { filterNamed, listInAddress } from '#src/claims/return-to.ts';
import { type ClaimFound, getClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { claimPage, paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { namedInNotice } from '#src/sources/card/source.ts';
import { discretionOn, seenIn } from '#src/sources/held-back/discretion.ts';
import { articleSeen, claimSeen } from '#src/sources/held-back/typed-words.ts';
import type { EvidenceAdded } from './add-commands.ts';
import { addEvidence } from './add-commands.ts';
import { changeEvidence, removeEvidence } from './commands.ts';
import { type EvidenceRow, useSeen } from './evidence-row.ts';
import { evidenceForm, removalForm, sourceIn, useForm, useIn } from './forms.ts';
import { getEvidence } from './store.ts';
import { usePage } from './use-view.ts';
import { addEvidencePage } from './view.ts';

type OfClaim = { id: string; number: string };
type OfUse = OfClaim & { evidence: string };

interface OnClaim {
  article: ArticleFound;
  claim: ClaimFound;
}

/** The page of a use, and the forms. */
export function useRoutes(): Router {
  const routes = Router();
  handleForm(routes, 'claim_evidence', {
    page: claimPage,
    name: 'evidence',
    schema: evidenceForm,
    command: ({ ctx, params: { id, number }, value }) => {
      const { is_confidential, alias } = value;
      return addEvidence(ctx, id, { number, ...useIn(value), ...sourceIn(value.source_line), is_confidential, alias });
    },
    notice: (added, { value }) =>
      [sayAdded(added), sourceIn(value.source_line).stance && 'It speaks against the claim.'].filter(Boolean).join(' '),
    reshow: async ({ ctx, params, res }, refused) => {
      const { article, claim } = await claimToWorkOn({ ctx, params });
      const chain = await listChain(ctx.db, claim.id);
      const page = addEvidencePage(article, claim, { chain, refused });
      renderPage(res, 'evidence/evidence-form', page, { status: refused.status });
    },
  });
  routes.get(paths.claim_evidence_use, (req: Request<OfUse>, res) => sendUse({ params: req.params, req, res }));
  handleUse(routes);
  return routes;
}

function handleUse(routes: Router): void {
  handleForm(routes, 'claim_evidence_use', {
    name: 'use',
    load: useToWorkOn,
    schema: useForm,
    command: ({ ctx, found: { article, claim, evidence }, value: { revision, ...value } }) => {
      const at = { number: claim.number, evidence_id: evidence.id, revision };
      return changeEvidence(ctx, article.id, { ...at, ...useIn(value) });
    },
    notice: 'The evidence is saved.',
    redirect: (_, { params, req }) => claimPage(params, listOf(req)),
    reshow: sendUse,
  });
  handleForm(routes, 'claim_evidence_removal', {
    page: (params) => url('claim_evidence_use', params),
    name: 'removal',
    load: useToWorkOn,
    schema: removalForm,
    command: ({ ctx, found: { article, claim, evidence }, value: { removal_reason: reason } }) =>
      removeEvidence(ctx, article.id, { number: claim.number, evidence_id: evidence.id, reason }),
    notice: (_, { found: { evidence } }) =>
      `${namedInNotice(evidence.source_title)} is removed from the claim. The source stays in the library.`,
    redirect: (_, { params, req }) => claimPage(params, listOf(req)),
    reshow: sendUse,
  });
}

async function sendUse(
  { params, req, res }: { params: OfUse; req: Request; res: Response },
  refused?: RefusedForm,
): Promise<void> {
  const { ctx } = res.locals;
  const { article, claim } = await claimOf(ctx, params);
  const id = params.evidence;
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, ['evidence', claim.number, id]))) return;
  const found = await getEvidence(ctx.db, claim.id, { id, reader: article.role });
  const speakers = await listChain(ctx.db, claim.id);
  const discretion = await discretionOn(ctx.db, article, article.role);
  const evidence = useSeen(discretion, found);
  const chain = speakers.map((speaker) => seenIn(discretion, speaker, ['name']));
  const seen = { article: articleSeen(discretion, article), claim: claimSeen(discretion, claim) };
  const page = usePage(seen.article, seen.claim, { evidence, chain, now: ctx.at, refused });
  renderPage(res, 'evidence/use', { ...page, list_query: listOf(req) }, { status: refused?.status });
}

/** The list of claims from which the use was opened, to lead back into it. */
function listOf(req: Request): { list?: string | undefined } {
  return listInAddress(filterNamed(req.query.list));
}

/** What was made of the line: the card, new or known, and the contact. */
function sayAdded({ source, is_new_source, contact_name }: EvidenceAdded): string {
  const card = is_new_source
    ? `${namedInNotice(source.title)} is added.`
    : `${namedInNotice(source.title)} was in the library as source ${source.number}, and is used again.`;
  return contact_name === null ? card : `${card} ${contact_name} is noted among the contacts.`;
}

async function claimOf(ctx: Context, { id, number }: OfClaim): Promise<OnClaim> {
  const article = await getArticle(ctx, id);
  return { article, claim: await getClaim(ctx.db, article, { number }) };
}

/** Before a form is read. NotFound for strangers, Forbidden for guests. */
async function claimToWorkOn({ ctx, params }: { ctx: Context; params: OfClaim }): Promise<OnClaim> {
  const on = await claimOf(ctx, params);
  assertMay(on.article.role, 'add_evidence');
  return on;
}

async function useToWorkOn({
  ctx,
  params,
}: {
  ctx: Context;
  params: OfUse;
}): Promise<OnClaim & { evidence: EvidenceRow }> {
  const on = await claimToWorkOn({ ctx, params });
  const at = { id: params.evidence, reader: on.article.role };
  return { ...on, evidence: await getEvidence(ctx.db, on.claim.id, at) };
}
