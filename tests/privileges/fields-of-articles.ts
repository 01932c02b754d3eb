// What forms of articles, versions and claims are sent in the table of privileges.
import type { FieldsOf } from './sent.ts';
import { bodyWith, CLAIM, HEADLINE } from './stocked-text.ts';

const claim = (number: number) => ({ 'claims/:number': String(number) });

export const FIELDS_OF_ARTICLES: FieldsOf = {
  'GET /articles/:id/live': () => ({ query: '?page=page-of-the-table&seen=1.0' }),
  'POST /articles/:id/live': () => ({ fields: { page: 'page-of-the-table', claim: '1' } }),
  'POST /articles': ({ desk }) => ({
    fields: { desk: desk.desks.foreign.slug, headline: 'Fog', body: 'Fog lay on Tarn.' },
  }),
  'GET /articles/new (draft)': ({ draft }) => ({ query: `?draft=${draft}` }),
  'GET /articles/new (job)': ({ places }) => ({ query: `?job=${places['jobs/:id']}` }),
  'GET /articles/:id/versions (job)': ({ places }) => ({ query: `?job=${places['jobs/:id']}` }),
  'POST /articles/:id/details': () => ({ fields: { title: 'Crates, gone', revision: '1', needs_legal: 'on' } }),
  'POST /articles/:id/versions': () => ({
    fields: { version: '2', headline: HEADLINE, body: bodyWith('It is over.') },
  }),

  'POST /articles/:id/as-ran': () => ({ fields: { headline: HEADLINE, body: 'It ran otherwise.' } }),
  'POST /articles/:id/as-ran/initials': ({ own }) => ({
    fields: { as_ran: own.given.as_ran, version: '2', reason: 'A line was cut for space.' },
  }),
  'POST /articles/:id/as-ran/version': ({ own }) => ({ fields: { as_ran: own.given.as_ran, version: '2' } }),

  'POST /hand-over': ({ spare, number }) => ({
    fields: { what: `foreign-desk/${spare.in_work['articles/:id']}`, to: number('ben') },
  }),
  'POST /articles/:id/putting-away': ({ spare }) => ({ at: spare.in_work, fields: { reason: 'It ran.' } }),
  'POST /articles/:id/bringing-back': ({ spare }) => ({ at: spare.put_away }),

  'POST /articles/:id/standing': () => ({ fields: { claims: `${CLAIM.judged}:1` } }),

  // The document came with the first version.
  'GET /articles/:id/versions/:number/original': ({ own }) => ({ at: own.others }),

  'POST /articles/:id/assignments': ({ id }) => ({ fields: { paragraphs: '2', assignee_id: id('cleo') } }),
  'POST /articles/:id/initials': () => ({ fields: { sentence: '12' } }),
  'POST /articles/:id/initials/removal': () => ({ fields: { sentence: '11' } }),
  'POST /articles/:id/ticks': () => ({ fields: { sentence: '1', words: 'quay', note: 'the map' } }),

  'POST /articles/:id/suggestions/taking': ({ own }) => ({ fields: own.given.suggestion }),
  'POST /articles/:id/suggestions/takings': () => ({ fields: { above: '0' } }),
  'POST /articles/:id/suggestions/dismissal': ({ own }) => ({ fields: own.given.suggestion }),
  'POST /articles/:id/suggestions/restoration': ({ own }) => ({ fields: own.given.dismissed_suggestion }),

  'POST /articles/:id/claims': () => ({ fields: { sentence: '6', words: 'two boats' } }),
  'POST /articles/:id/claim-list': () => ({ fields: { claims: String(CLAIM.open), deed: 'star' } }),
  'POST /articles/:id/claims/:number/attribution': ({ own }) => ({
    fields: { attribution: 'The port, an authority', revision: own.given.open_revision },
  }),
  'POST /articles/:id/claims/:number/details': ({ own }) => ({
    fields: { statement: 'Forty crates are gone.', kind: 'number', revision: own.given.open_revision },
  }),
  'POST /articles/:id/claims/:number/figures': () => ({ fields: { figures: '41' } }),
  'POST /articles/:id/claims/:number/key': () => ({ fields: { is_key: '1' } }),
  'POST /articles/:id/claims/:number/own-check': ({ spare }) => ({ at: { ...spare.in_work, ...claim(2) } }),
  'POST /articles/:id/claims/:number/same-as': () => ({
    at: claim(CLAIM.plain),
    fields: { same_as: String(CLAIM.closed) },
  }),
  'POST /articles/:id/claims/:number/placement': () => ({ at: claim(CLAIM.lost), fields: { words: 'They wait' } }),
  'POST /articles/:id/claims/:number/range': ({ own }) => ({
    fields: { sentence: '2', words: 'Forty crates', revision: own.given.open_revision },
  }),
  'POST /articles/:id/claims/:number/verdicts': ({ own }) => ({
    fields: { content_verdict: own.given.wrong, verdict_sentence: 'Nobody saw it.', revision: own.given.open_revision },
  }),
  'POST /articles/:id/claims/:number/withdrawal': () => ({ fields: { withdrawal_reason: 'It is said twice.' } }),
  'POST /articles/:id/claims/:number/restoration': () => ({ at: claim(CLAIM.dropped) }),
};
