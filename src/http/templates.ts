// EJS, set up once: templates say `page.title` and are compiled once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs, { type TemplateFunction } from 'ejs';
import { dirOf } from '#src/direction.ts';
import { type Html, raw } from './html.ts';
import { projectFolder } from './project-folder.ts';

const VIEWS = projectFolder('views');
const compiled = new Map<string, TemplateFunction>();

/**
 * Fills in the view of this name (`claims/claim`, its path under views/ without the ending) with a page model. Every view can
 * ask `page.dirOf(words, language)` for the `dir` of words that are not its own.
 */
export function renderTemplate(view: string, page: object): Html {
  let template = compiled.get(view);
  if (!template) {
    const filename = join(VIEWS, `${view}.ejs`);
    template = ejs.compile(readFileSync(filename, 'utf8'), {
      filename,
      root: VIEWS,
      views: [VIEWS],
      cache: true,
      _with: false,
      localsName: 'page',
      escape: escaped,
    });
    compiled.set(view, template);
  }
  return raw(template({ dirOf, ...page }));
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };

/** What stands behind `<%=`, as EJS itself would write it, but quick also where every letter is one of the five. */
function escaped(value: unknown): string {
  let text = value === null || value === undefined ? '' : String(value);
  if (!/[&<>"']/.test(text)) return text;
  for (const [character, entity] of Object.entries(ENTITIES))
    if (text.includes(character)) text = text.split(character).join(entity);
  return text;
}
