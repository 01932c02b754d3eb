// What lies behind the door: the routes of every subject in their order, loaded one after the other.
import { Router } from 'express';
import type { Config } from './config.ts';
import { passedBy } from './http/passed-by.ts';
import { othersTurn } from './others-turn.ts';
import { memberRolesThatMay } from './people/permissions.ts';

type Loading = (config: Pick<Config, 'public_url'>) => Promise<Router>;

/** The order of mounts. What later subjects have to do with earlier ones is handed over here. */
const IN_ORDER: Loading[] = [
  async () => (await import('./articles/head-routes.ts')).headOfPages(await headOf(), await sincePutAway()),
  async () => (await import('./reviews/writer/routes.ts')).writerRoutes(),
  async () => (await import('./reviews/package/routes.ts')).packageRoutes(),
  async () => (await import('./reviews/own-facts/routes.ts')).factsRoutes(),
  async () => (await import('./jobs/routes.ts')).jobRoutes(memberRolesThatMay('follow_jobs')),
  async () =>
    (await import('./articles/routes.ts')).articleRoutes({
      seeArticle: await seeArticle(),
      ask_comments: await askComments(),
    }),
  async () => (await import('./articles/put-away-routes.ts')).putAwayRoutes({ still_due: await stillDue() }),
  async () =>
    (await import('./claims/marking/routes.ts')).claimRoutes(await formPages(), { on_moved: await onMoved() }),
  async () => (await import('./claims/coverage/routes.ts')).coverageRoutes(await formPages()),
  async () =>
    (await import('./claims/revision/routes.ts')).revisionRoutes(await formPages(), {
      on_revised: await onRevised(),
      ask_comments: await askComments(),
      on_moved: await onMoved(),
    }),
  async () => (await import('./claims/suggestions/routes.ts')).suggestionRoutes(await formPages()),
  async () => (await import('./claims/undo/routes.ts')).undoRoutes({ finding: await undoFinding() }),
  async () =>
    (await import('./sources/routes.ts')).sourceRoutes((await import('./evidence/source-hooks.ts')).sourceHooks),
  async () => (await import('./contacts/routes.ts')).contactRoutes(),
  async () => (await import('./evidence/routes.ts')).evidenceRoutes(),
  async () => (await import('./sheets/routes.ts')).sheetRoutes(),
  async () => (await import('./accounts/routes.ts')).accountsRoutes(),
  async ({ public_url }) =>
    (await import('./reviews/routes.ts')).reviewRoutes(await formPages(), {
      public_url,
      onCopiesChanged: (await import('./evidence/source-hooks.ts')).sourceHooks.onCopiesChanged,
    }),
  async () => (await import('./findings/routes.ts')).findingRoutes(await formPages()),
  async () => {
    // Half of all reports is how their files are written.
    await import('./reports/formats/register.ts');
    await othersTurn();
    return (await import('./reports/routes.ts')).reportRoutes();
  },
  async () => (await import('./live/routes.ts')).liveRoutes(),
  async () => (await import('./search/routes.ts')).searchRoutes(),
  async () => (await import('./workbench/routes.ts')).workbenchRoutes(),
  async () => (await import('./workbench/numbers/routes.ts')).numbersRoutes(),
  async () => (await import('./workbench/hand-over/routes.ts')).handOverRoutes(),
  async () => (await import('./workbench/versions/routes.ts')).versionsRoutes(),
  async () => (await import('./workbench/as-ran/routes.ts')).asRanRoutes({ on_revised: await onRevised() }),
];

/** All routes behind the door, and the pages of what was erased there. Others have their turn while it is loaded. */
export async function subjectRoutes(config: Pick<Config, 'public_url'>): Promise<Router> {
  const router = Router();
  const routers: Router[] = [];
  for (const load of IN_ORDER) {
    routers.push(await load(config));
    await othersTurn();
  }
  router.use(passedBy(...routers));
  const { erasedPages } = await import('./articles/render-erased.ts');
  router.use(erasedPages({ seeArticle: await seeArticle() }));
  return router;
}

async function undoFinding() {
  await othersTurn();
  return (await import('./findings/undo-commands.ts')).undoDismissal;
}

async function headOf() {
  await othersTurn();
  return (await import('./workbench/head-of-page.ts')).headOfPage;
}

async function sincePutAway() {
  await othersTurn();
  return (await import('./evidence/set-back/said-page.ts')).changesSince;
}

async function seeArticle() {
  await othersTurn();
  return (await import('./sources/held-back/see-article.ts')).seeArticle;
}

async function stillDue() {
  await othersTurn();
  return (await import('./reports/complaints/gather-still-due.ts')).complaintsStillDue;
}

async function formPages() {
  await othersTurn();
  return (await import('./workbench/render-refused-forms.ts')).formPages;
}

/** What later subjects do with a new version, in their order. */
async function onRevised() {
  await othersTurn();
  const { followReplies } = await import('./contacts/accused/update-replies-on-revision.ts');
  const { followReviews } = await import('./reviews/update-reviews-on-revision.ts');
  const { liftClearances } = await import('./reviews/legal/update-legal-on-revision.ts');
  const { noteReturned } = await import('./reviews/returned/take-commands.ts');
  return [followReplies, noteReturned, followReviews, liftClearances];
}

/** And with comments of its document that are to be queries. */
async function askComments() {
  return (await import('./reviews/queries/comment-commands.ts')).askCommentQueries;
}

/** And when a person puts a claim on other words. */
async function onMoved() {
  return [(await import('./reviews/legal/update-legal-on-revision.ts')).liftMoved];
}
