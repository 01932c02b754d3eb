// What answers at the library of sources: the list, a new source, one card.
import type { Request, Response } from 'express';
import { Forbidden, NotFound } from '#src/errors.ts';
import { readForm } from '#src/http/form.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import { type DeskFound, listDesksOf } from '#src/people/desk-store.ts';
import { listMembers } from '#src/people/member-store.ts';
import { assertMay, may } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import { cardIn, detailsIn, type FailedForm, failedByRule, newSourceForm, sourceForm } from '../forms.ts';
import { sliceOf, sourcesPage } from './library-pages.ts';
import { librarySearchIn } from './search.ts';
import { listSourcesSeen } from './seen-library.ts';
import { sendSource } from './send-source.ts';
import { namedInNotice } from './source.ts';
import { addSource, changeSource, type SourceKept } from './source-commands.ts';
import { newSourcePage } from './source-pages.ts';
import { getSource } from './source-store.ts';

export async function showSources(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const desks = await listDesksOf(ctx);
  const search = librarySearchIn(req.query);
  const desk = desks.find((one) => one.slug === search.desk);
  if (search.desk !== '' && desk === undefined) throw new NotFound();
  const found = await listSourcesSeen(ctx, { ...search, desk_id: desk?.id, ...sliceOf(search) });
  const members = [];
  for (const { id } of desk === undefined ? desks : [desk]) members.push(...(await listMembers(ctx.db, id)));
  renderPage(res, 'evidence/sources', sourcesPage(found, { search, desks, members, now: ctx.at }));
}

export async function showNewSource(req: Request, res: Response): Promise<void> {
  const desks = await desksToKeep(res);
  renderPage(res, 'evidence/new-source', newSourcePage(desks, { desk: asked(req, 'desk'), line: asked(req, 'line') }));
}

export async function receiveNewSource(req: Request, res: Response): Promise<void> {
  const desks = await desksToKeep(res);
  const again = (failed: FailedForm) =>
    renderPage(res, 'evidence/new-source', newSourcePage(desks, { desk: String(failed.typed.desk ?? '') }, failed), {
      status: 422,
    });
  const form = readForm(newSourceForm, req.body);
  if (!form.ok) return again(form);
  try {
    const { desk, source_line } = form.value;
    const kept = await addSource(res.locals.ctx, { desk, source_line, ...detailsIn(form.value) });
    notice(req, sayKept(kept));
    res.redirect(303, url('source', { number: kept.source.number }));
  } catch (error) {
    again(failedByRule(error, req.body));
  }
}

export async function showSource(req: Request, res: Response): Promise<void> {
  const source = await getSource(res.locals.ctx, String(req.params.number));
  if (String(source.number) === req.params.number) return sendSource(res, source);
  notice(req, `Source ${req.params.number} was put together with source ${source.number}.`);
  res.redirect(303, url('source', { number: source.number }));
}

export async function receiveSource(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const source = await getSource(ctx, String(req.params.number));
  assertMay(source.role, 'keep_sources');
  const form = readForm(sourceForm, req.body);
  if (!form.ok) return sendSource(res, source, form);
  try {
    await changeSource(ctx, source.number, cardIn(form.value));
    notice(req, 'The card is saved.');
    res.redirect(303, url('source', { number: source.number }));
  } catch (error) {
    await sendSource(res, source, failedByRule(error, req.body));
  }
}

function sayKept({ source, is_new }: SourceKept): string {
  return is_new
    ? `${namedInNotice(source.title)} is in the library.`
    : `The library had it already: it is source ${source.number}. Nothing was added.`;
}

/** The desks of the person. Throws Forbidden for those who are guests in all of them. */
async function desksToKeep(res: Response): Promise<DeskFound[]> {
  const desks = await listDesksOf(res.locals.ctx);
  if (!desks.some((desk) => may(desk.role, 'keep_sources')))
    throw new Forbidden('The library is kept by the reviewers and editors of a desk.');
  return desks;
}

function asked(req: Request, name: string): string {
  const value = req.query[name];
  return typeof value === 'string' ? cleanLine(value).slice(0, 2000) : '';
}
