// HTTP routes for new versions and for placing lost claims; their pages are the workbench's.
import { Router } from 'express';
import type { AskComments } from '#src/articles/hooks.ts';
import { keepDocument } from '#src/articles/intake/commands.ts';
import { FETCH_JOB, type FetchInput } from '#src/articles/intake/job.ts';
import { assertNotPutAway } from '#src/articles/put-away.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { counted, wordFor } from '#src/counted.ts';
import { fileIn } from '#src/http/file-sent.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { newId } from '#src/ids.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { claimPage, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import type { FormPages } from '../form-hooks.ts';
import type { OnMoved } from '../marking/hooks.ts';
import { type Revised, reviseArticle } from './commands.ts';
import { placementForm, readVersionForm, standingForm, typedBeside, type VersionTyped } from './forms.ts';
import type { OnRevised } from './hooks.ts';
import { placeClaim } from './placement-commands.ts';
import { type StoodOutcome, standClaims } from './stand-commands.ts';

export interface RevisionHooks {
  /** What later subjects do when a version has come, */
  on_revised: readonly OnRevised[];
  /** with comments of its document that are to be queries, */
  ask_comments: AskComments;
  /** and when a claim has its place. */
  on_moved: readonly OnMoved[];
}

/** Both forms. */
export function revisionRoutes(pages: FormPages, { on_revised, on_moved, ask_comments }: RevisionHooks): Router {
  const routes = Router();
  handleForm(routes, 'versions', {
    name: 'versions',
    read: ({ req }) => readVersionForm(req.body, fileIn(req)),
    command: async ({ ctx, params: { id }, value }) => {
      if (value.way !== 'typed') return { leads_to: await lookFirst(ctx, id, value), said: '' };
      const revised = await reviseArticle(ctx, id, { ...value.input, on_revised, ask_comments });
      return { leads_to: url('version_changes', { id, number: revised.number }), said: sayRevised(revised) };
    },
    notice: ({ said }) => said,
    redirect: ({ leads_to }) => leads_to,
    reshow: pages.versions,
  });
  handleForm(routes, 'claim_placement', {
    page: claimPage,
    name: 'placement',
    schema: placementForm,
    command: ({ ctx, params: { id, number }, value }) => placeClaim(ctx, id, { number, ...value, on_moved }),
    notice: (_, { params: { number } }) => `Claim ${number} has its place again.`,
    reshow: pages.tray,
  });
  handleStanding(routes);
  return routes;
}

function handleStanding(routes: Router): void {
  handleForm(routes, 'still_standing', {
    page: ({ id }) => url('versions', { id }),
    schema: standingForm,
    command: async ({ ctx, params: { id }, value: { claims } }) => {
      const chosen = claims.map((one) => one.split(':').map(Number) as [number, number]);
      const outcome = await standClaims(
        ctx,
        id,
        chosen.map(([number, revision]) => ({ number, revision })),
      );
      return { ...outcome, latest: (await getArticle(ctx, id)).latest_version_number };
    },
    notice: sayStood,
    redirect: ({ latest }, { params: { id } }) => url('version_changes', { id, number: latest }),
  });
}

function sayStood({ stood, left }: StoodOutcome): string {
  const waits = wordFor(stood.length, 'It waits for its second read', 'They wait for their second read');
  const done = stood.length === 0 ? 'Nothing was stored.' : `Still standing: ${stood.join(', ')}. ${waits}.`;
  return [done, ...left.map(({ number, why }) => `Claim ${number} ${why}.`)].join(' ');
}

/** Keeps a document for a look, or asks for a page to be fetched; gives back where the look, or the job, is. */
async function lookFirst(
  ctx: Context,
  article_id: string,
  way: VersionTyped & { way: 'document' | 'address' },
): Promise<string> {
  const article = await getArticle(ctx, article_id);
  assertMay(article.role, 'revise_article');
  assertNotPutAway(article);
  const { id, number, desk_id } = article;
  const typed = typedBeside(way.typed, await getVersionText(ctx.db, article));
  if (way.way === 'document') {
    const draft = await keepDocument(ctx, { desk_id, article_id: id, document: way.file, typed });
    return url('versions', { id: number }, { draft });
  }
  const job = newId();
  const input: FetchInput = { address: way.address, desk_id, article: { id, number }, typed };
  await askForJob(ctx, {
    id: job,
    kind: FETCH_JOB,
    desk_id,
    title: `Fetching a new version of article ${number} from ${new URL(way.address).host}`,
    back: url('versions', { id: number }, { job }),
    input,
  });
  return url('job', { id: job });
}

function sayRevised({ number, is_new, check_again, lost, said: also }: Revised): string {
  if (!is_new) return `Version ${number} already has this text.`;
  const said = [
    check_again.length > 0 && `${counted(check_again.length, 'claim')} to check again`,
    lost > 0 && `${counted(lost, 'claim')} whose words are gone`,
  ].filter(Boolean);
  return [`Version ${number} is added: ${said.join(', ') || 'every claim keeps its verdict'}.`, ...also].join(' ');
}
