// What answers at an article's contacts: the list with its form, one contact with its own.
import type { Request, Response } from 'express';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { readForm } from '#src/http/form.ts';
import { notice, renderPage, sendFresh } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import { contactChangeForm, contactForm, contactIn, type FailedForm, failedByRule } from '../forms.ts';
import { assertMayNoteContacts } from '../policy.ts';
import { addContact, changeContact } from './commands.ts';
import { contactPage, contactsPage } from './pages.ts';
import { getContact, listContacts } from './store.ts';

export async function showContacts(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  const minute = ctx.at.slice(0, 16);
  if (sendFresh(req, res, ['contacts', article.id, article.role, article.changed_seq, minute])) return;
  await sendContacts(res, article);
}

export async function receiveContact(req: Request, res: Response): Promise<void> {
  const article = await getArticle(res.locals.ctx, String(req.params.id));
  assertMayNoteContacts(article.role);
  const form = readForm(contactForm, req.body);
  if (!form.ok) return sendContacts(res, article, form);
  try {
    await addContact(res.locals.ctx, article.id, contactIn(form.value));
    notice(req, `${form.value.name} is noted.`);
    res.redirect(303, url('contacts', { id: article.number }));
  } catch (error) {
    await sendContacts(res, article, failedByRule(error, req.body));
  }
}

export async function showContact(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  const contact = await getContact(ctx.db, article.id, { id: String(req.params.contact), reader: article.role });
  if (sendFresh(req, res, ['contact', contact.id, article.role, article.changed_seq])) return;
  renderPage(res, 'evidence/contact', contactPage(article, contact));
}

export async function receiveContactChange(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  assertMayNoteContacts(article.role);
  const contact = await getContact(ctx.db, article.id, { id: String(req.params.contact), reader: article.role });
  const again = (failed: FailedForm) =>
    renderPage(res, 'evidence/contact', contactPage(article, contact, failed), { status: 422 });
  const form = readForm(contactChangeForm, req.body);
  if (!form.ok) return again(form);
  try {
    const { revision } = form.value;
    await changeContact(ctx, article.id, { ...contactIn(form.value), contact_id: contact.id, revision });
    notice(req, `${form.value.name} is saved.`);
    res.redirect(303, url('contacts', { id: article.number }));
  } catch (error) {
    again(failedByRule(error, req.body));
  }
}

async function sendContacts(res: Response, article: ArticleFound, failed?: FailedForm): Promise<void> {
  const { ctx } = res.locals;
  const contacts = await listContacts(ctx.db, article.id, article.role);
  const page = contactsPage(article, contacts, { now: ctx.at, ...(failed && { failed }) });
  renderPage(res, 'evidence/contacts', page, { status: failed ? 422 : 200 });
}
