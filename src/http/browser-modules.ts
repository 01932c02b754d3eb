// The scripts of pages: src/browser/*.ts with their types taken off at start, served as modules.
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { projectFolder } from './project-folder.ts';

/** Serves /browser/NAME.js for each src/browser/NAME.ts. */
export function browserModules(): RequestHandler {
  const router = Router();
  router.get('/browser/:file', (req, res, next) => {
    const script = modules().get(req.params.file);
    if (script === undefined) return next();
    res.type('text/javascript').send(script);
  });
  return router;
}

let stripped: Map<string, string> | undefined;

function modules(): Map<string, string> {
  stripped ??= stripAll(projectFolder('src/browser'));
  return stripped;
}

function stripAll(folder: string): Map<string, string> {
  const scripts = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
    const script = stripTypeScriptTypes(readFileSync(join(folder, name), 'utf8'));
    scripts.set(name.replace(/\.ts$/, '.js'), script.replace(/((?:from|import)\s+'\.\/[\w-]+)\.ts'/g, "$1.js'"));
  }
  return scripts;
}
