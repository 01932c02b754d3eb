// The desk's own files: styles, fonts, icons and browser modules, cached by build.
import express, { type RequestHandler, Router } from 'express';
import { browserModules } from './browser-modules.ts';
import { BUILD } from './build.ts';
import { projectFolder } from './project-folder.ts';

/** Serves public/ and the browser modules under /static/BUILD/ (kept for a year) and, asked again each time, under /static/. */
export function staticFiles(): Router {
  const router = Router();
  const files = express.static(projectFolder('public'), { index: false, redirect: false, cacheControl: false });
  router.use(`/static/${BUILD}`, keepFor('public, max-age=31536000, immutable'), browserModules(), files, noSuchFile);
  // A page of an earlier build may still be open: it gets today's file, and asks again next time.
  router.use(/^\/static\/[0-9a-f]{12}(?=\/)/, keepFor('no-cache'), browserModules(), files, noSuchFile);
  router.use('/static', keepFor('no-cache'), browserModules(), files, noSuchFile);
  return router;
}

function keepFor(cacheControl: string): RequestHandler {
  return (_req, res, next) => {
    res.set('Cache-Control', cacheControl);
    next();
  };
}

const noSuchFile: RequestHandler = (_req, res) => {
  res.set('Cache-Control', 'no-store').status(404).type('text').send('There is no such file.');
};
