// What answers at an article's contacts: the list with its forms, one contact with its own.
import { type Request, type Response, Router } from 'express';
import { freshnessOf } from '#src/articles/freshness.ts';
import { getArticle } from '#src/articles/store.ts';
import { readForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { type FailedForm, failedByRule } from '../forms.ts';
import { contactSeen } from '../held-back/typed-words.ts';
import { accusedRoutes } from './accused-routes.ts';
import { addContact, changeContact, restoreContact, withdrawContact } from './commands.ts';
import { contactChangeForm, contactForm, contactIn, withdrawalForm } from './forms.ts';
import { type ContactsMaterial, gatherContacts } from './gather.ts';
import { contactPage } from './pages.ts';
import { sendContacts } from './send-contacts.ts';
import { type ContactRow, getContact } from './store.ts';

/** All pages and posts of contacts and of the accused, for people who are signed in. */
export function contactRoutes(): Router {
  const router = Router();
  router.get(paths.contacts, (req, res) => sendContacts(req, res));
  router.post(paths.contacts, receiveContact);
  router.get(paths.contact, (req, res) => sendContact(req, res));
  router.post(paths.contact, receiveContactChange);
  router.post(paths.contact_withdrawal, receiveWithdrawal);
  router.post(paths.contact_restoration, receiveRestoration);
  router.use(accusedRoutes());
  return router;
}

async function receiveContact(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  assertMay(article.role, 'note_contacts');
  const form = readForm(contactForm, req.body);
  if (!form.ok) return sendContacts(req, res, form);
  try {
    const { is_new } = await addContact(ctx, article.id, contactIn(form.value));
    notice(req, is_new ? `${form.value.name} is noted.` : `${form.value.name} was noted already.`);
    res.redirect(303, url('contacts', { id: article.number }));
  } catch (error) {
    await sendContacts(req, res, failedByRule(error, req.body));
  }
}

async function sendContact(req: Request, res: Response, failed?: FailedForm & { form?: string }): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  const shows = ['contact', String(req.params.contact)];
  if (!failed && sendFresh(req, res, freshnessOf(article, ctx.at, shows))) return;
  const { material, contact } = await contactAt(req, res);
  renderPage(res, 'evidence/contact', contactPage(material, contact, failed), { status: failed ? 422 : 200 });
}

async function receiveContactChange(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const { material, contact } = await contactAt(req, res);
  assertMay(material.article.role, 'note_contacts');
  const form = readForm(contactChangeForm, req.body);
  if (!form.ok) return sendContact(req, res, form);
  try {
    const { revision } = form.value;
    const input = { ...contactIn(form.value), contact_id: contact.id, revision };
    await changeContact(ctx, material.article.id, input);
    notice(req, `${form.value.name} is saved.`);
    res.redirect(303, url('contacts', { id: material.article.number }));
  } catch (error) {
    await sendContact(req, res, failedByRule(error, req.body));
  }
}

async function receiveWithdrawal(req: Request, res: Response): Promise<void> {
  const { material, contact } = await contactAt(req, res);
  assertMay(material.article.role, 'note_contacts');
  const form = readForm(withdrawalForm, req.body);
  if (!form.ok) return sendContact(req, res, { ...form, form: 'withdrawal' });
  const at = { article_id: material.article.id, contact_id: contact.id };
  await withdrawContact(res.locals.ctx, at, form.value.withdrawal_reason);
  notice(req, `The contact with ${contact.name} is withdrawn. It stays on record, and can be brought back.`);
  res.redirect(303, url('contacts', { id: material.article.number }));
}

async function receiveRestoration(req: Request, res: Response): Promise<void> {
  const { material, contact } = await contactAt(req, res);
  await restoreContact(res.locals.ctx, { article_id: material.article.id, contact_id: contact.id });
  notice(req, `The contact with ${contact.name} is back.`);
  res.redirect(303, url('contacts', { id: material.article.number }));
}

async function contactAt(req: Request, res: Response): Promise<{ material: ContactsMaterial; contact: ContactRow }> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  const material = await gatherContacts(ctx, article);
  const { id, role } = article;
  const contact = await getContact(ctx.db, id, { id: String(req.params.contact), reader: role });
  return { material, contact: contactSeen(material.discretion, contact) };
}
