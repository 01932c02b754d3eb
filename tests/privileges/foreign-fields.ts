// Forms of this article or desk that name, in a field, what belongs to another one.
import type { Places } from './addresses.ts';
import type { Fields } from './outcome.ts';
import type { Letter } from './people.ts';
import { wantedBy } from './sent.ts';
import type { Stock } from './stocked-desk.ts';
import { CLAIM } from './stocked-text.ts';
import type { Row } from './table.ts';

/** A row, what is put into its fields, and who sends it where that is not the editor. */
type Foreign = [name: string, fields: Fields, letter?: Letter];

export interface ForeignSent {
  name: string;
  letter: Letter;
  path: string;
  fields: Fields;
}

/** Each is valid but for the one thing that belongs elsewhere. */
export function foreignFields(stock: Stock, rows: readonly Row[]): ForeignSent[] {
  return [...ofArticles(stock), ...ofReviews(stock), ...ofSources(stock)].map(([route, foreign, letter = 'E']) => {
    const row = rows.find(({ name }) => name === `POST ${route}`);
    if (row === undefined) throw new Error(`There is no row for POST ${route}.`);
    const { path, fields } = wantedBy(stock, row, letter);
    return { name: `${route} ${JSON.stringify(foreign)}`, letter, path, fields: { ...fields, ...foreign } };
  });
}

function place(places: Places, name: string): string {
  return places[name] as string;
}

function ofArticles({ desk, foreign, elsewhere, id, draft }: Stock): Foreign[] {
  const { slug } = desk.desks.weekend;
  const [profile_id, assignee_id] = [place(elsewhere, 'profiles/:profile'), id('emil')];
  const { wrong } = foreign.given;
  const claim = '/articles/:id/claims/:number';
  return [
    ['/articles', { desk: slug }],
    ['/articles', { profile_id }],
    ['/articles', { draft }],
    ['/articles/:id/details', { profile_id }],
    ['/articles/:id/versions', { draft }],
    ['/articles/:id/as-ran/initials', { as_ran: foreign.given.as_ran }],
    ['/articles/:id/as-ran/version', { as_ran: foreign.given.as_ran }],
    ['/articles/:id/assignments', { assignee_id }],
    ['/articles/:id/claim-list', { deed: 'assign', assignee_id }],
    ['/articles/:id/claims', { content_verdict: wrong }],
    [`${claim}/details`, { assignee_id }],
    [`${claim}/verdicts`, { content_verdict: wrong }],
    ['/articles/:id/suggestions/taking', { content_verdict: wrong }],
    ['/people/invitations', { desk: slug }],
  ];
}

/** Claim 8 and question 3 are only in the other two articles. */
function ofReviews({ sibling, foreign, elsewhere, parties }: Stock): Foreign[] {
  const claim = String(CLAIM.more);
  const source = place(elsewhere, 'sources/:number');
  const question = '/articles/:id/accounts/:question';
  const entries = [place(sibling.places, 'entries/:entry'), place(foreign.places, 'entries/:entry')];
  return [
    ['/articles/:id/fixes', { claim }],
    ['/articles/:id/queries', { claim }],
    ['/articles/:id/legal/notes', { claim }],
    ['/articles/:id/second-read', { claims: `${claim}:1` }],
    ['/articles/:id/claim-list', { claims: claim }],
    ['/articles/:id/contacts', { claim_number: claim }],
    ['/articles/:id/accused', { claim_number: claim }],
    ['/articles/:id/accounts', { claim_number: claim }],
    ['/articles/:id/proposed-sources/taking', { claim }],
    ...parties.map((party): Foreign => ['/articles/:id/contacts', { party }]),
    ...entries.map((preferred): Foreign => [`${question}/rule`, { rule: 'prefer', preferred }]),
    [`${question}/takings`, { claim: `${claim}.1` }],
    [`${question}/entries`, { from: `claim ${claim}` }],
    [`${question}/entries`, { from: `source ${source}` }],
    [`${question}/entries/:entry`, { from: `source ${source}` }],
  ];
}

function ofSources({ desk, elsewhere, number, parties }: Stock): Foreign[] {
  const { slug } = desk.desks.weekend;
  const source = place(elsewhere, 'sources/:number');
  const evidence = '/articles/:id/claims/:number/evidence';
  return [
    ['/sources', { desk: slug }],
    ['/sources/import', { desk: slug }],
    ['/sources/retractions', { desk: slug }],
    ['/sources/:number/merging', { other: source }],
    ['/sources/:number/derivation', { derives_from: source }],
    ['/sources/:number/identity', { readers: number('emil') }],
    ['/sources/:number/identity/readers', { reader: number('emil') }, 'R'],
    [evidence, { source_line: `#${source}` }],
    ...parties.flatMap((party): Foreign[] => [
      [evidence, { about: `attribution:${party}` }],
      [`${evidence}/:evidence`, { about: `attribution:${party}` }],
    ]),
  ];
}
