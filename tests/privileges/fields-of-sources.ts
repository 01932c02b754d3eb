// What forms of sources, copies, identity records and evidence are sent in the table of privileges.
import type { FieldsOf } from './sent.ts';

const card = (title: string) => ({ title, type: 'document', revision: '1' });
const LIST = 'TY  - RPRT\nTI  - Bulletin 31\nER  - \n';

export const FIELDS_OF_SOURCES: FieldsOf = {
  'POST /sources': ({ desk }) => ({ fields: { desk: desk.desks.foreign.slug, source_line: 'Minutes of the council' } }),
  'POST /sources/import': ({ desk }) => ({ fields: { desk: desk.desks.foreign.slug, format: 'ris', text: LIST } }),
  'POST /sources/import/:id': () => ({ fields: { take: 'all' } }),
  'POST /sources/retractions': ({ desk }) => ({
    fields: { desk: desk.desks.foreign.slug, name: 'More', text: '10.1000/b' },
  }),
  'POST /sources/:number': () => ({ fields: card('Letter from the mayor') }),
  'POST /sources/:number (confidential)': () => ({ fields: { ...card('Memo, two pages'), is_confidential: '1' } }),
  'POST /sources/:number (opened)': ({ cards }) => ({ at: cards.paper, fields: card('Paper of the council') }),
  'POST /sources/:number/merging': ({ cards }) => ({
    fields: { other: cards.wire['sources/:number'], revision: '1', other_revision: '1' },
  }),
  'POST /sources/:number/derivation': ({ cards }) => ({
    at: cards.wire,
    fields: { derives_from: cards.log['sources/:number'] },
  }),
  'POST /sources/:number/snapshots': () => ({ fields: { text: 'They are still gone.' } }),
  'POST /sources/:number/snapshots (confidential)': () => ({ fields: { text: 'They are still gone.' } }),
  'POST /snapshots/:number/erasure': () => ({ fields: { reason: 'It names a child.' } }),
  'POST /snapshots/:number/erasure (confidential)': () => ({ fields: { reason: 'It names a child.' } }),

  'GET /sources/:number/identity/reading': ({ cards }) => ({ at: cards.memo }),
  'GET /sources/:number/identity/readers': ({ cards }) => ({ at: cards.memo }),
  'GET /sources/:number/identity/destruction': ({ cards }) => ({ at: cards.memo }),
  'POST /sources/:number/identity': ({ cards }) => ({ at: cards.paper, fields: { identity: 'Thaddeus Wrenfield' } }),
  'POST /sources/:number/identity/reading': ({ cards }) => ({ at: cards.memo }),
  'POST /sources/:number/identity/readers': ({ cards, number }) => ({
    at: cards.memo,
    fields: { reader: number('ben') },
  }),
  'POST /sources/:number/identity/destruction': ({ cards }) => ({
    at: cards.memo,
    fields: { reason: 'She asked for it.' },
  }),

  'POST /articles/:id/claims/:number/evidence': () => ({ fields: { source_line: 'Ledger of the port' } }),
  'POST /articles/:id/claims/:number/evidence/:evidence': () => ({ fields: { stance: 'against', revision: '1' } }),
  'POST /articles/:id/claims/:number/evidence/:evidence (confidential)': () => ({
    fields: { stance: 'against', revision: '1' },
  }),
  'POST /articles/:id/claims/:number/evidence/:evidence/removal': () => ({
    fields: { removal_reason: 'Not about this.' },
  }),
  'POST /articles/:id/proposed-sources/taking': () => ({ fields: { proposed: '1.1' } }),
  'POST /articles/:id/proposed-sources/dismissal': () => ({ fields: { proposed: '1.1' } }),
  'POST /articles/:id/proposed-sources/restoration': () => ({ fields: { proposed: '1.2' } }),

  'POST /articles/:id/sheets': () => ({ fields: { text: 'Claim,Status\nIt rained all week,OK' } }),
  'POST /articles/:id/sheets/:sheet': () => ({ fields: { take: 'all' } }),
  'POST /articles/:id/sheets/:sheet/columns': () => ({ fields: { column_1: 'words', column_2: 'note' } }),
  'POST /articles/:id/sheets/:sheet/statuses': ({ own }) => ({
    fields: { status_1: 'nonsense', verdict_1: own.given.wrong },
  }),
  'POST /articles/:id/claims/:number/suggested/:entry/restoration': ({ own }) => ({
    at: { 'suggested/:entry': own.others['suggested/:entry'] as string },
  }),
  'POST /articles/:id/sheet-rows/:row/placement': () => ({ fields: { words: 'So it goes.' } }),
};
