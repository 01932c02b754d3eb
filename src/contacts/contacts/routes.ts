// HTTP routes for contacts: the list with its forms, and one contact.
import { type Request, type Response, Router } from 'express';
import { articleFor } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { contactPage } from '../contact-view.ts';
import { contactChangeForm, contactForm, contactIn, withdrawalForm } from '../forms.ts';
import { gatherContacts } from '../gather-contacts.ts';
import { sendContacts } from '../render-contacts.ts';
import { contactSeen } from '../seen.ts';
import { removeToCall } from '../to-call/commands.ts';
import { changeContact, restoreContact, withdrawContact } from './change-commands.ts';
import { addContact } from './commands.ts';
import { type ContactRow, getContact } from './store.ts';

type OfContact = { id: string; contact: string };

/** The pages and forms, for people who are signed in. */
export function contactsRoutes(): Router {
  const routes = Router();
  routes.get(paths.contacts, (req: Request<{ id: string }>, res) => sendContacts({ params: req.params, req, res }));
  handleForm(routes, 'contacts', {
    load: articleFor('note_contacts'),
    schema: contactForm,
    command: ({ ctx, found, value }) => addContact(ctx, found.id, { ...contactIn(value), to_call: value.to_call }),
    notice: ({ is_new }, { value: { name } }) => (is_new ? `${name} is added.` : `${name} was here already.`),
    redirect: (_, { found }) => url('contacts', { id: found.number }),
    reshow: sendContacts,
  });
  routes.get(paths.contact, (req: Request<OfContact>, res) => sendContact({ params: req.params, req, res }));
  handleForm(routes, 'contact', {
    load: contactToWorkOn,
    schema: contactChangeForm,
    command: ({ ctx, found: { article, contact }, value }) =>
      changeContact(ctx, article.id, { ...contactIn(value), contact_id: contact.id, revision: value.revision }),
    notice: (_, { value: { name } }) => `${name} is saved.`,
    redirect: (_, { found: { article } }) => url('contacts', { id: article.number }),
    reshow: sendContact,
  });
  handleStates(routes);
  return routes;
}

function handleStates(routes: Router): void {
  handleForm(routes, 'to_call_removal', {
    page: ({ id }) => url('contacts', { id }),
    command: ({ ctx, params: { id, row } }) => removeToCall(ctx, id, row),
    notice: 'They are off the list of those to call.',
  });
  const page = (params: OfContact) => url('contact', params);
  handleForm(routes, 'contact_withdrawal', {
    page,
    name: 'withdrawal',
    load: contactToWorkOn,
    schema: withdrawalForm,
    command: ({ ctx, found: { article, contact }, value: { withdrawal_reason } }) =>
      withdrawContact(ctx, { article_id: article.id, contact_id: contact.id }, withdrawal_reason),
    notice: (_, { found: { contact } }) =>
      `The contact with ${contact.name} is withdrawn. It stays on record and can be restored.`,
    redirect: (_, { found: { article } }) => url('contacts', { id: article.number }),
    reshow: sendContact,
  });
  handleForm(routes, 'contact_restoration', {
    page,
    load: ({ ctx, params }) => contactAt(ctx, params),
    command: ({ ctx, found: { article, contact } }) =>
      restoreContact(ctx, { article_id: article.id, contact_id: contact.id }),
    notice: (_, { found: { contact } }) => `The contact with ${contact.name} is restored.`,
    redirect: (_, { found: { article } }) => url('contacts', { id: article.number }),
  });
}

type SentFrom = { params: OfContact; req: Request; res: Response };

async function sendContact({ params, req, res }: SentFrom, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, params.id);
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, ['contact', params.contact]))) return;
  const material = await gatherContacts(ctx, article);
  const { contact } = await contactAt(ctx, params);
  const page = contactPage(material, contactSeen(material.discretion, contact), refused);
  renderPage(res, 'contacts/contact', page, { status: refused?.status });
}

interface ContactAt {
  article: ArticleFound;
  contact: ContactRow;
}

async function contactAt(ctx: Context, { id, contact }: OfContact): Promise<ContactAt> {
  const article = await getArticle(ctx, id);
  return { article, contact: await getContact(ctx.db, article.id, { id: contact, reader: article.role }) };
}

/** Before a form is read. NotFound for strangers, Forbidden for guests. */
async function contactToWorkOn({ ctx, params }: { ctx: Context; params: OfContact }): Promise<ContactAt> {
  const at = await contactAt(ctx, params);
  assertMay(at.article.role, 'note_contacts');
  return at;
}
