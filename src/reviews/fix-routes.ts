// What answers at an article's fixes: the list with its form, the writer's word, the editor's decision, and the list as files.
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { freshnessOf } from '#src/articles/freshness.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { type ShowAgain, showingAgain } from '#src/claims/show-again.ts';
import type { Context } from '#src/context.ts';
import { type Audience, audienceIn, sightOfAudience } from '#src/evidence/held-back/audience.ts';
import { readForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { type ChangeList, listOfFixes } from './change-list.ts';
import { askFix, clearFix, decideFix, noteWriterWord } from './fix-commands.ts';
import { decisionForm, fixForm, selectionIn, writerWordForm } from './forms.ts';
import { gatherReviews } from './gather.ts';
import { writeListFile } from './list-files.ts';
import { failedByRule, sendFixes } from './send-pages.ts';

/** The pages, files and posts of fixes; `showAgain` sends the claim on which a fix could not be asked for. */
export function fixRoutes({ showAgain }: { showAgain: ShowAgain }): Router {
  const routes = Router();
  routes.get(paths.fixes, (req, res) => sendFixes(req, res));
  routes.post(
    paths.fixes,
    receiving(() => 'ask', fixForm, receiveFix),
  );
  routes.post(paths.claim_fixes, showingAgain(showAgain, receiveFixOnClaim));
  routes.post(paths.fix_decision, receiving(formOf('decision'), decisionForm, receiveDecision));
  routes.post(paths.fix_writer_word, receiving(formOf('word'), writerWordForm, receiveWord));
  routes.post(paths.fix_clearance, receiveClearance);
  routes.get(paths.fixes_list, showList);
  routes.get(paths.fixes_file, sendFile);
  return routes;
}

/** Each fix has forms of its own on the page: they are told apart by its id. */
function formOf(name: string) {
  return (req: Request) => `${name}-${String(req.params.fix)}`;
}

type Receiver<Value> = (req: Request, res: Response, value: Value) => Promise<string>;

function receiving<Schema extends z.ZodObject>(
  form: (req: Request) => string,
  schema: Schema,
  receive: Receiver<z.infer<Schema>>,
) {
  return async (req: Request, res: Response): Promise<void> => {
    const read = readForm(schema, req.body);
    if (!read.ok) return sendFixes(req, res, { failed_form: form(req), errors: read.errors, typed: read.typed });
    try {
      notice(req, await receive(req, res, read.value));
      res.redirect(303, url('fixes', { id: String(req.params.id) }));
    } catch (error) {
      await sendFixes(req, res, failedByRule(error, req, form(req)));
    }
  };
}

async function receiveFix(req: Request, res: Response, value: z.infer<typeof fixForm>): Promise<string> {
  const { claim, old_words, new_words, fix_reason: reason, send_anyway } = value;
  const about = { number: claim, selection: selectionIn(value) };
  const input = { ...about, old_words, new_words, reason, send_anyway };
  await askFix(res.locals.ctx, String(req.params.id), input);
  return 'The fix is asked for.';
}

async function receiveFixOnClaim(req: Request, res: Response) {
  const form = readForm(fixForm, req.body);
  if (!form.ok) return form;
  const [id, number] = [String(req.params.id), String(req.params.number)];
  const { old_words, new_words, fix_reason: reason, send_anyway } = form.value;
  await askFix(res.locals.ctx, id, { number, old_words, new_words, reason, send_anyway });
  notice(req, 'The fix is asked for.');
  res.redirect(303, url('claim', { id, number }));
  return undefined;
}

async function receiveDecision(req: Request, res: Response, value: z.infer<typeof decisionForm>): Promise<string> {
  const { decision, decision_line: line, revision } = value;
  await decideFix(res.locals.ctx, String(req.params.id), { fix_id: String(req.params.fix), decision, line, revision });
  return decision === 'agreed' ? 'The fix is agreed.' : 'The fix is refused.';
}

async function receiveWord(req: Request, res: Response, value: z.infer<typeof writerWordForm>): Promise<string> {
  const said = { ...value, name: 'the writer', fix_id: String(req.params.fix) };
  await noteWriterWord(res.locals.ctx, String(req.params.id), said);
  return 'The writer’s word is noted. The editor decides.';
}

async function receiveClearance(req: Request, res: Response): Promise<void> {
  await clearFix(res.locals.ctx, String(req.params.id), String(req.params.fix));
  notice(req, 'The writer may read this fix as it is.');
  res.redirect(303, url('fixes', { id: String(req.params.id) }));
}

async function showList(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const audience = audienceIn(req.query.audience);
  const article = await getArticle(ctx, String(req.params.id));
  sightOfAudience(audience, article.role);
  if (sendFresh(req, res, freshnessOf(article, ctx.at, ['fixes list', audience]))) return;
  const list = await listFor(ctx, article, audience);
  renderPage(
    res,
    'reviews/list',
    { ...list, files: filesOf(list), width: 'narrow', sheet: 'css/changes.css' },
    { layout: 'report' },
  );
}

async function sendFile(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  const list = await listFor(ctx, article, audienceIn(req.query.audience));
  const file = await writeListFile(list, String(req.params.format));
  res.set('Cache-Control', 'private, no-cache');
  res.attachment(file.file_name).type(file.media_type).send(file.bytes);
}

/**
 * The list for this audience. A list leaves the desk: unless it is internal, nothing in it names a confidential source, whoever
 * takes it. Forbidden where the person may not have an internal one.
 */
async function listFor(ctx: Context, article: ArticleFound, audience: Audience): Promise<ChangeList> {
  const material = await gatherReviews(ctx, article, sightOfAudience(audience, article.role));
  return listOfFixes(material, { audience, now: ctx.at });
}

/** The files of the same list. */
function filesOf({ article: { number: id }, audience }: ChangeList): { label: string; url: string }[] {
  const asked = audience === 'internal' ? { audience } : {};
  return [
    { label: 'Word', url: url('fixes_file', { id, format: 'docx' }, asked) },
    { label: 'Markdown', url: url('fixes_file', { id, format: 'md' }, asked) },
  ];
}
