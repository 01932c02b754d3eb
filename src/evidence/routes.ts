// The addresses of sources, of their use as evidence, and of contacts.
import { Router } from 'express';
import { paths } from '#src/paths.ts';
import { contactRoutes } from './contacts/routes.ts';
import { receiveEvidence, receiveRemoval, receiveUse, showUse } from './evidence-routes.ts';
import { formatRoutes } from './formats/import-routes.ts';
import { identityRoutes } from './identity/routes.ts';
import { receiveMerging, showMerging } from './library/merge-routes.ts';
import { receiveNewSource, receiveSource, showNewSource, showSource, showSources } from './library/source-routes.ts';
import { derivationRoutes } from './origins/derivation-routes.ts';
import { proposedSourceRoutes } from './proposed-source-routes.ts';
import { snapshotRoutes } from './snapshots/routes.ts';

/** All pages and posts of the subject, for people who are signed in. */
export function evidenceRoutes(): Router {
  const router = Router();
  router.get(paths.sources, showSources);
  router.post(paths.sources, receiveNewSource);
  router.get(paths.source_new, showNewSource);
  router.use(formatRoutes());
  router.get(paths.source, showSource);
  router.post(paths.source, receiveSource);
  router.get(paths.source_merging, showMerging);
  router.post(paths.source_merging, receiveMerging);

  router.post(paths.claim_evidence, receiveEvidence);
  router.get(paths.claim_evidence_use, showUse);
  router.post(paths.claim_evidence_use, receiveUse);
  router.post(paths.claim_evidence_removal, receiveRemoval);

  router.use(contactRoutes());
  router.use(proposedSourceRoutes());
  router.use(derivationRoutes());
  router.use(snapshotRoutes());
  router.use(identityRoutes());
  return router;
}
