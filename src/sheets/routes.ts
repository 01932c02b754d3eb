// All HTTP routes of spreadsheets: claims from them, what they suggest, and the list of claims as one.
import { Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { addressPart } from '#src/http/address-part.ts';
import { sendFile } from '#src/http/send-file.ts';
import { paths } from '#src/paths.ts';
import { sheetEntryRoutes } from './entries/routes.ts';
import { sheetIntakeRoutes } from './intake/routes.ts';
import { writeClaimSheet } from './leaving/files.ts';

export function sheetRoutes(): Router {
  const routes = Router();
  routes.get(paths.claims_file, async (req, res) => {
    const article = await addressedArticle(req, res);
    await sendFile(
      res,
      await writeClaimSheet(res.locals.ctx, article, addressPart(req, 'format')),
      'private, no-cache',
    );
  });
  routes.use(sheetIntakeRoutes());
  routes.use(sheetEntryRoutes());
  return routes;
}
