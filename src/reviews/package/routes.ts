// HTTP routes for what the writer hands in by the link, without signing in.
import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { RuleBroken } from '#src/errors.ts';
import { BadBody } from '#src/http/bad-body.ts';
import { readBody } from '#src/http/body.ts';
import { filesIn } from '#src/http/file-sent.ts';
import { type RefusedForm, readForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { readOn } from '#src/http/read-on.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { openWriterLink } from '../writer/link-commands.ts';
import { forNobodyElse, linkOver } from '../writer/render-link-over.ts';
import { limitsOf, packageBody } from './body.ts';
import { LIST_BYTES, readContactFile } from './contact-file.ts';
import type { ContactTyped } from './contact-lines.ts';
import { type ContactsSent, filesForm, noteForm, readContactsForm } from './forms.ts';
import { type HandedIn, handInContacts, handInNote } from './hand-in-commands.ts';
import { handInFiles } from './hand-in-files-commands.ts';
import { listBrought } from './store.ts';
import { packagePage, sayFiles } from './view.ts';

type OfLink = { token: string };
type Opened = { params: OfLink; res: Response };
type Shown = RefusedForm | { said: string[]; not_kept?: string[] };

/** The page with its three forms, for whoever holds a link. */
export function packageRoutes(): Router {
  const routes = Router();
  routes.use(paths.writer_package, forNobodyElse);
  routes.get(paths.writer_package, (req: Request<OfLink>, res) =>
    showPage({ params: req.params, res }, { said: KEPT[String(req.query.kept)] ?? [] }),
  );
  handleFiles(routes);
  const page = ({ token }: OfLink) => url('writer_package', { token });
  const kept = (what: string, { token }: OfLink) => url('writer_package', { token }, { kept: what });
  routes.use(paths.writer_contacts, readBody(packageBody(LIST_BYTES)), badBody('contacts', 'list'));
  handleForm(routes, 'writer_contacts', {
    page,
    name: 'contacts',
    load: ({ ctx, params: { token } }) => openWriterLink(ctx, token),
    read: ({ req }) => readContactsForm(req.body, filesIn(req, 'list')[0]),
    command: async ({ ctx, params: { token }, value }) =>
      handInContacts(ctx, token, [...value.people, ...(await listedIn(value))]),
    fieldOf: (field) => (field === undefined || field === 'list' ? field : ''),
    redirect: (done, { params }) => kept(whatOf(done, 'people'), params),
    reshow: showPage,
  });
  handleForm(routes, 'writer_notes', {
    page,
    name: 'note',
    load: ({ ctx, params: { token } }) => openWriterLink(ctx, token),
    schema: noteForm,
    command: ({ ctx, params: { token }, value }) => handInNote(ctx, token, value),
    fieldOf: (field) => (field === undefined ? undefined : ''),
    redirect: (done, { params }) => kept(whatOf(done, 'note'), params),
    reshow: showPage,
  });
  routes.use(paths.writer_package, linkOver('writer'));
  return routes;
}

const KEPT: Record<string, string[]> = {
  people: ['The desk has whom you named. Add more, or close this page.'],
  note: ['The desk has your note. Add more, or close this page.'],
  again: ['The desk had that already: nothing was added.'],
  held: ['The desk had that already. From now on it is confidential.'],
};

function whatOf({ fresh, raised }: HandedIn, kept: 'people' | 'note'): string {
  if (fresh > 0) return kept;
  return raised > 0 ? 'held' : 'again';
}

async function listedIn({ list, list_is_confidential }: ContactsSent): Promise<ContactTyped[]> {
  const people = list === undefined ? [] : await readContactFile(list);
  return list_is_confidential ? people.map((one) => ({ ...one, is_confidential: 1 as const })) : people;
}

function handleFiles(routes: Router): void {
  routes.use(paths.writer_files, readBody(packageBody()), badBody('files', 'files'));
  handleForm(routes, 'writer_files', {
    page: ({ token }) => url('writer_package', { token }),
    name: 'files',
    load: ({ ctx, params: { token } }) => openWriterLink(ctx, token),
    read: ({ req }) => {
      const files = filesIn(req, 'files');
      const form = readForm(filesForm, req.body);
      if (!form.ok || files.length > 0) return form.ok ? { ok: true, value: { ...form.value, files } } : form;
      return { ok: false, errors: [{ field: 'files', message: 'Choose a file.' }], typed: req.body };
    },
    command: async ({ ctx, params: { token }, value, req }) => {
      const told = await handInFiles(ctx, token, value, limitsOf(req.app));
      const { said, not_kept } = sayFiles(told);
      if (said.length === 0) throw new RuleBroken(not_kept.join(' '), 'files');
      return { said, not_kept };
    },
    fieldOf: (field) => field,
    // What became of each file is said on the answer: after a redirect it would have to stand in the address.
    answer: (told, opened) => showPage(opened, told),
    reshow: showPage,
  });
}

/** What was too large, too slow or cut off costs the writer no other form of the page. */
function badBody(form: string, field: string): ErrorRequestHandler<OfLink> {
  return async (error, req, res, next) => {
    if (!(error instanceof BadBody)) return next(error);
    await readOn(req as Request, { bytes: 2_000_000, milliseconds: 2_000 });
    if (res.headersSent || res.destroyed) return;
    const errors = [{ field, message: error.message }];
    await showPage({ params: req.params, res }, { errors, typed: {}, failed_form: form, status: error.status });
  };
}

async function showPage({ params: { token }, res }: Opened, shown: Shown = { said: [] }): Promise<void> {
  const { ctx } = res.locals;
  const open = await openWriterLink(ctx, token);
  const brought = await listBrought(ctx.db, open.link.id);
  const [told, refused] = 'errors' in shown ? [{}, shown] : [shown, undefined];
  const page = packagePage(open, brought, { now: ctx.at, limits: limitsOf(res.app), ...told }, refused);
  renderPage(res, 'reviews/package', { ...page, token }, { status: refused?.status, layout: 'plain' });
}
