// What forms of second reads, fixes, queries, contacts, accused and accounts are sent in the table.
import type { FieldsOf } from './sent.ts';
import { CLAIM } from './stocked-text.ts';

const claim = (number: number) => ({ 'claims/:number': String(number) });
const CONTACT = { name: 'Port police', how: 'call', at_words: '15:50', put: 'Is it so?' };
const ACCUSED = { name: 'Port police', accusation: 'looked away' };
const SENT = { audience: 'public', how: 'mail', sent_at: '2026-03-01T18:05' };
const COMPLAINT = { complainant: 'The port', received_at: '2026-03-01T08:42', says: 'It was never we.' };
const CORRECTION = { kind: 'corrected', was_words: 'forty', right_words: 'forty-two' };
/** A complaint that an editor has decided about. */
const DECIDED = { 'complaints/:complaint': '2' };
const ACCOUNT = { party_name: 'The guard', value: '39' };
const LATEST = { version: '2' };
const NO_REPLY = { copy_shows: 'no', copy_reason: 'It came too late.', revision: '1' };

export const FIELDS_OF_REVIEWS: FieldsOf = {
  'POST /articles/:id/second-read': ({ own }) => ({ fields: { claims: `${CLAIM.plain}:${own.given.plain_revision}` } }),
  'POST /articles/:id/claims/:number/readiness': () => ({ at: claim(CLAIM.judged) }),
  'POST /articles/:id/claims/:number/return': ({ own }) => ({
    at: claim(CLAIM.ready),
    fields: { return_line: 'Who says so?', revision: own.given.ready_revision },
  }),
  'POST /articles/:id/claims/:number/closure': ({ own }) => ({
    at: claim(CLAIM.ready),
    fields: { revision: own.given.ready_revision },
  }),
  'POST /articles/:id/claims/:number/reopening': () => ({
    at: claim(CLAIM.closed),
    fields: { reopening_reason: 'A reader called.' },
  }),

  'POST /articles/:id/findings/:finding/taking': () => ({ fields: { as: 'fix', ...LATEST } }),
  'POST /articles/:id/findings/:finding/dismissal': () => ({ fields: { reason: 'A day later.', ...LATEST } }),
  'POST /articles/:id/findings/:finding/reopening': ({ own }) => ({ at: own.others, fields: LATEST }),

  'POST /articles/:id/sign-off/:rule/reasons/:item': ({ own }) => ({
    fields: { words: 'own knowledge: it hangs there', seen: own.given.reason_seen },
  }),
  'POST /articles/:id/sign-off/:rule/waiver': ({ own }) => ({
    fields: { words: 'Nobody can be reached.', seen: own.given.waiver_seen },
  }),

  'POST /articles/:id/legal/clearance': () => ({ fields: LATEST }),
  'POST /articles/:id/legal/notes': () => ({ fields: { note: 'The mayor has sued before.' } }),
  'POST /articles/:id/claims/:number/legal-hold': () => ({ fields: { hold_reason: 'It accuses her.' } }),
  'POST /articles/:id/claims/:number/legal-clearance': () => ({
    at: claim(CLAIM.judged),
    fields: { ...LATEST, holds: '1' },
  }),

  'POST /articles/:id/erasure': () => ({ fields: { reason: 'A court said so.', is_meant: '1' } }),
  'POST /articles/:id/reports': ({ own }) => ({ fields: own.given.signing }),
  'POST /articles/:id/report/confidential/answers': ({ own }) => {
    const { article, key, covers } = own.given.leak;
    return { at: { 'articles/:id': article }, fields: { key, covers } };
  },
  'POST /articles/:id/report/confidential/withdrawal': ({ own }) => ({
    at: { 'articles/:id': own.given.leak.article },
    fields: { key: own.given.leak.stands },
  }),

  'POST /articles/:id/fixes': () => ({ fields: { old_words: 'It rained', new_words: 'It snowed' } }),
  'POST /articles/:id/claims/:number/fixes': () => ({ fields: { old_words: 'the quay', new_words: 'the pier' } }),
  'POST /articles/:id/fixes/:fix/decision': () => ({ fields: { decision: 'agreed' } }),
  'POST /articles/:id/fixes/:fix/writer-word': () => ({ fields: { word: 'agree', revision: '1' } }),

  'POST /articles/:id/queries': () => ({ fields: { to_whom: 'editor', question: 'Does it run tonight?' } }),
  'POST /articles/:id/claims/:number/queries': () => ({ fields: { to_whom: 'writer', question: 'Which ledger?' } }),
  'POST /articles/:id/queries/:query/answers': () => ({ fields: { answer: 'The guard.', from: 'writer' } }),
  'POST /articles/:id/queries/:query/asking': () => ({ fields: { question: 'And who else?', revision: '1' } }),
  'POST /articles/:id/queries/:query/drop': () => ({ fields: { drop_reason: 'It is out of the copy.' } }),
  'POST /articles/:id/package/:piece/taking': () => ({ fields: { title: 'Ledger', type: 'document' } }),
  'POST /articles/:id/package/:piece/restoration': ({ own }) => ({ at: own.others }),
  'POST /articles/:id/own-facts': ({ own }) => ({
    fields: { name: 'The mayor', sentences: '3', days: '3', version: own.given.version },
  }),
  'POST /articles/:id/own-facts/:facts/erasure': () => ({ fields: { reason: 'She asked for it.' } }),
  'POST /articles/:id/facts-answers/:answer/taking': () => ({ fields: { claim: String(CLAIM.open) } }),
  'POST /articles/:id/facts-answers/:answer/dismissal': () => ({ fields: { claim: String(CLAIM.open) } }),
  'POST /articles/:id/facts-answers/:answer/restoration': ({ own }) => ({
    at: own.others,
    fields: { claim: String(CLAIM.judged) },
  }),
  'POST /articles/:id/writer-links': () => ({ fields: { name: 'Ingrid Voss', days: '3' } }),

  'POST /articles/:id/contacts': () => ({ fields: CONTACT }),
  'POST /articles/:id/contacts/:contact': () => ({ fields: { ...CONTACT, revision: '1' } }),
  'GET /articles/:id/contacts/:contact (confidential)': ({ own }) => ({ at: own.call }),
  'POST /articles/:id/contacts/:contact (confidential)': ({ own }) => ({
    at: own.call,
    fields: { ...CONTACT, revision: '1' },
  }),
  'POST /articles/:id/contacts/:contact/withdrawal (confidential)': ({ own }) => ({
    at: own.call,
    fields: { withdrawal_reason: 'It was a wrong number.' },
  }),
  'POST /articles/:id/contacts/:contact/withdrawal': () => ({
    fields: { withdrawal_reason: 'It was a wrong number.' },
  }),
  'POST /articles/:id/contacts/:contact/restoration': ({ own }) => ({ at: own.others }),

  'POST /articles/:id/publications': () => ({ fields: { ...SENT, report: '1', to_whom: 'The mayor' } }),
  'POST /articles/:id/complaints': () => ({ fields: { ...COMPLAINT, says: 'It was not they.' } }),
  'POST /articles/:id/complaints/:complaint': () => ({ fields: { ...COMPLAINT, revision: '1' } }),
  'POST /articles/:id/complaints/:complaint/decision': () => ({
    fields: { outcome: 'stands', decision_line: 'The register says so.', revision: '1' },
  }),
  'POST /articles/:id/complaints/:complaint/settlement': () => ({ at: DECIDED, fields: { correction: '1' } }),
  'POST /articles/:id/complaints/:complaint/answer': () => ({
    at: DECIDED,
    fields: { answer: 'It stands, and here is why.', revision: '2' },
  }),
  'POST /articles/:id/corrections': () => ({ fields: { ...CORRECTION, was_words: 'forty-four' } }),
  'POST /articles/:id/corrections/:correction': () => ({ fields: { ...CORRECTION, revision: '1' } }),
  'POST /articles/:id/corrections/:correction/publication': () => ({
    fields: { since_at: '2026-03-01T11:12', revision: '1' },
  }),
  'POST /articles/:id/corrections/:correction/withdrawal': () => ({
    fields: { withdrawal_reason: 'It was right before.' },
  }),

  'POST /articles/:id/accused': () => ({ fields: ACCUSED }),
  'POST /articles/:id/accused/:accused': () => ({ fields: { accusation: 'sold them', revision: '1' } }),
  'POST /articles/:id/accused/:accused/offer': () => ({
    fields: { not_offered_reason: 'Nobody answers.', revision: '1' },
  }),
  'POST /articles/:id/accused/:accused/copy': () => ({ fields: NO_REPLY }),
  'POST /articles/:id/accused/:accused/withdrawal': () => ({
    fields: { withdrawal_reason: 'The copy says it no more.' },
  }),
  'POST /articles/:id/accused/:accused/restoration': ({ own }) => ({ at: own.others }),
  'POST /articles/:id/proposed-accused/taking': () => ({ fields: ACCUSED }),
  'POST /articles/:id/proposed-accused/dismissal': () => ({ fields: { name: 'The guard' } }),
  'POST /articles/:id/proposed-accused/restoration': () => ({ fields: { name: 'Ola Brand' } }),

  'POST /articles/:id/accounts': () => ({ fields: { point: 'Who counted them?' } }),
  'POST /articles/:id/accounts/:question': () => ({ fields: { point: 'How many crates are gone?', revision: '1' } }),
  'POST /articles/:id/accounts/:question/rule': () => ({
    fields: { rule: 'lowest', rule_sentence: 'It is the safest.', revision: '1' },
  }),
  'POST /articles/:id/accounts/:question/copy': () => ({ fields: NO_REPLY }),
  'POST /articles/:id/accounts/:question/takings': () => ({ fields: { claim: `${CLAIM.open}.1` } }),
  'POST /articles/:id/accounts/:question/withdrawal': () => ({ fields: { withdrawal_reason: 'Nobody differs.' } }),
  'POST /articles/:id/accounts/:question/restoration': ({ own }) => ({
    at: { 'accounts/:question': own.others['accounts/:question'] as string },
  }),
  'POST /articles/:id/accounts/:question/entries': () => ({ fields: ACCOUNT }),
  'POST /articles/:id/accounts/:question/entries/:entry': () => ({ fields: { ...ACCOUNT, revision: '1' } }),
  'POST /articles/:id/accounts/:question/entries/:entry/confirmation': ({ own }) => ({
    fields: { seen: own.given.seen },
  }),
  'POST /articles/:id/accounts/:question/entries/:entry/renewal': ({ own }) => ({
    fields: { seen: own.given.seen },
  }),
  'POST /articles/:id/accounts/:question/entries/:entry/withdrawal': () => ({
    fields: { withdrawal_reason: 'Heard wrong.' },
  }),
  'POST /articles/:id/accounts/:question/entries/:entry/restoration': ({ own }) => ({
    at: { 'entries/:entry': own.others['entries/:entry'] as string },
  }),
};
