// HTTP route for the article with its fixes tracked, at the address of the list of fixes.
import { Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { NotFound } from '#src/errors.ts';
import { sendFile } from '#src/http/send-file.ts';
import { paths } from '#src/paths.ts';
import { audienceIn } from '#src/sources/held-back/audience.ts';
import { writeRedlineFile } from './files.ts';

/** `fixes.docx?as=redline`; public unless the address says otherwise, as the list is. */
export function redlineRoutes(): Router {
  const routes = Router();
  routes.get(paths.fixes_file, async (req, res) => {
    const article = await addressedArticle(req, res);
    if (req.query.as !== 'redline' || req.params.format !== 'docx') throw new NotFound();
    const file = await writeRedlineFile(res.locals.ctx, article, audienceIn(req.query.audience));
    await sendFile(res, file, 'private, no-cache');
  });
  return routes;
}
