// HTTP routes for own facts, on the desk's side: links, and what came back.
import { type Request, type Response, Router } from 'express';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { listClaims } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { type RefusedForm, readForm, typedAgain } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { sayDays } from '../days.ts';
import { listFactsAnswers, listFactsUses } from './answer-store.ts';
import { SENTENCES_OF } from './chosen-view.ts';
import { ownFactsPage } from './desk-view.ts';
import { eraseFactsLink } from './erase-commands.ts';
import { factsErasureForm, factsLinkForm } from './forms.ts';
import { makeFactsLink, withdrawFactsLink } from './link-commands.ts';
import { listFactsLinks, listFactsSentences } from './store.ts';
import { factsUseRoutes } from './use-routes.ts';

type OfArticle = { id: string };
type Sent = { params: OfArticle; req: Request; res: Response };

/** The pages and forms; `public_url` is the origin that browsers see, null: scheme and Host of the request. */
export function ownFactsRoutes(public_url: string | null): Router {
  const routes = Router();
  routes.get(paths.own_facts, (req: Request<OfArticle>, res) =>
    sendOwnFacts({ params: req.params, req: req as Request, res }),
  );
  handleLinks(routes, (req) => public_url ?? `${req.protocol}://${req.get('Host') ?? ''}`);
  routes.use(factsUseRoutes());
  return routes;
}

const page = ({ id }: OfArticle) => url('own_facts', { id });

function handleLinks(routes: Router, origin: (req: Request) => string): void {
  handleForm(routes, 'own_facts', {
    name: 'facts-link',
    // Other sentences to choose from: what is typed and ticked stays, and nothing of it stands in an address.
    read: ({ req: { body } }) =>
      ofIn(body) === undefined ? readForm(factsLinkForm, body) : { ok: false, errors: [], typed: typedAgain(body) },
    command: ({ ctx, params: { id }, value: { days, sentences, ...rest } }) =>
      makeFactsLink(ctx, id, { ...rest, days: Number(days), sentences: sentences.map(Number) }),
    // The link is shown on the answer itself, since after a redirect it would have to be kept somewhere in between.
    answer: ({ token, words }, { req, res, params: { id }, value: { name, days, note } }) => {
      noStore(res);
      const link = origin(req) + url('facts', { token });
      const made = { id, name, their_line: note, words, link, good_for: sayDays(days), scripts: ['copy-link'] };
      const frame = { title: 'A link for own facts', nav: 'articles', width: 'narrow' };
      renderPage(res, 'reviews/facts-link-made', { ...frame, ...made });
    },
    reshow: (sent, refused) => sendOwnFacts(sent, ofIn(sent.req.body) ? { ...refused, status: 200 } : refused),
  });
  handleForm(routes, 'own_facts_withdrawal', {
    page,
    command: ({ ctx, params: { id, facts } }) => withdrawFactsLink(ctx, id, facts),
    notice: 'The link is withdrawn and no longer works. What was answered is kept.',
  });
  handleForm(routes, 'own_facts_erasure', {
    page,
    name: ({ facts }) => `erasure-${facts}`,
    schema: factsErasureForm,
    command: ({ ctx, params: { id, facts }, value: { reason } }) => eraseFactsLink(ctx, id, { link_id: facts, reason }),
    notice: 'It is erased: who was asked, and what they answered. What was used as evidence is still there.',
    reshow: sendOwnFacts,
  });
}

async function sendOwnFacts({ params, req, res }: Sent, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, params.id);
  assertMay(article.role, 'read_queries');
  noStore(res);
  const model = { ...ownFactsPage(...(await gathered(ctx, article)), askedIn(req)), ...refused };
  await renderArticlePage(res, article, { view: 'reviews/own-facts', page: model, status: refused?.status });
}

async function gathered(ctx: Context, article: ArticleFound) {
  const ground = await getVersionText(ctx.db, article);
  const claims = await listClaims(ctx.db, { article_id: article.id, version_id: ground.version.id });
  const found = {
    links: await listFactsLinks(ctx.db, article.id),
    sentences: await listFactsSentences(ctx.db, article.id),
    answers: await listFactsAnswers(ctx.db, article.id),
    uses: await listFactsUses(ctx.db, article.id),
  };
  return [found, { article, ground, claims, now: ctx.at }] as const;
}

/** What the form had ticked stays in sight where it comes back. */
function askedIn({ query, body }: Request) {
  const sent = (body as { sentences?: unknown } | undefined)?.sentences;
  const ticked = [query.sentence, sent]
    .flat(2)
    .map(Number)
    .filter((number) => Number.isInteger(number) && number > 0);
  return { of: ofIn(body) ?? ofIn(query), ticked };
}

function ofIn(sent: unknown) {
  const { of } = (sent ?? {}) as { of?: unknown };
  return SENTENCES_OF.find((one) => one === of);
}
