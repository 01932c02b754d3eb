// EJS, set up once: templates say `page.title` and are compiled once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs, { type AsyncTemplateFunction, type TemplateFunction } from 'ejs';
import { dirOf } from '#src/direction.ts';
import { othersTurn } from '#src/others-turn.ts';
import { type Html, raw } from './html.ts';
import { openedAs } from './opened-as.ts';
import { projectFolder } from './project-folder.ts';

const VIEWS = projectFolder('views');
const OF_EVERY_VIEW = { dirOf, openedAs };
const compiled = new Map<string, TemplateFunction>();

/**
 * Fills in the view of this name (`claims/claim`, its path under views/ without the ending) with a page model. Every view can
 * ask `page.dirOf(words, language)` for the `dir` of words that are not its own, and `page.openedAs(fields)` for what a form
 * says of how it was opened.
 */
export function renderTemplate(view: string, page: object): Html {
  let template = compiled.get(view);
  if (!template) {
    template = ejs.compile(withParts(textOf(view)), { ...OPTIONS, filename: fileOf(view) });
    compiled.set(view, template);
  }
  const partAtOnce = (name: string, more: object = {}) => renderTemplate(name.replace(/^\//, ''), { ...page, ...more });
  return raw(template({ ...OF_EVERY_VIEW, ...page, partAtOnce }));
}

const compiled_in_turns = new Map<string, AsyncTemplateFunction>();

/** The same for pages that may be long: others have their turn within its loops, those of its parts, too. */
export async function renderInTurns(view: string, page: object): Promise<Html> {
  const partInTurns = (name: string, more: object = {}) => renderInTurns(name.replace(/^\//, ''), { ...page, ...more });
  return raw(await templateInTurns(view)({ ...OF_EVERY_VIEW, ...page, partInTurns, othersTurn }));
}

/** The view, compiled so that it is filled in with turns. Throws for one that says markup in functions of its own. */
export function templateInTurns(view: string): AsyncTemplateFunction {
  let template = compiled_in_turns.get(view);
  if (!template) {
    template = ejs.compile(withTurns(textOf(view)), { ...OPTIONS, filename: fileOf(view), async: true });
    compiled_in_turns.set(view, template);
  }
  return template;
}

/** EJS would look on the disk for each part of each page. */
function withParts(text: string): string {
  return text.replaceAll('<%- include(', '<%- page.partAtOnce(');
}

/** Each loop asks for a turn in each of its rounds, and parts are waited for. */
function withTurns(text: string): string {
  return text
    .replace(/<% for \(.*?\) \{(?= )/g, '$& await page.othersTurn();')
    .replaceAll('<%- include(', '<%- await page.partInTurns(');
}

const OPTIONS = { root: VIEWS, views: [VIEWS], _with: false, localsName: 'page', escape: escaped };

function fileOf(view: string): string {
  return join(VIEWS, `${view}.ejs`);
}

function textOf(view: string): string {
  return readFileSync(fileOf(view), 'utf8');
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
