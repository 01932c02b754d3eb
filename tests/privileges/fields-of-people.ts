// What forms at the door, of people, desks and profiles are sent in the table of privileges.
import { emailOf, PASSWORD } from '#tests/support/newsroom.ts';
import type { FieldsOf } from './sent.ts';

const NEW_PASSWORD = 'wet paper under the north bridge';
const LEDGER = { file_name: 'ledger.csv', content: Buffer.from('crates\n40\n'), type: 'text/csv' };
const DESK = { name: 'Night desk', time_zone: 'UTC', language: 'en' };

export const FIELDS_OF_PEOPLE: FieldsOf = {
  'POST /sign-in': () => ({ fields: { email: emailOf('ben'), password: PASSWORD } }),
  'POST /setup': () => ({
    fields: {
      token: 'made-up',
      display_name: 'Eve',
      email: 'eve@evil.example',
      password: NEW_PASSWORD,
      desk_name: 'Mine',
      time_zone: 'UTC',
      language: 'en',
    },
  }),
  'POST /invitations/:token': () => ({ fields: { display_name: 'Ivo Lund', password: NEW_PASSWORD } }),
  'POST /reset/:token': () => ({ fields: { password: NEW_PASSWORD } }),
  'POST /writer/:token/package/files': () => ({ fields: { files: LEDGER } }),
  'POST /writer/:token/package/contacts': () => ({ fields: { name_1: 'Ulla Dahl' } }),
  'POST /writer/:token/package/notes': () => ({ fields: { words: 'Nobody counted.' } }),
  'POST /facts/:token': () => ({ fields: { verdict_1: 'wrong', says_1: 'Thirty.' } }),
  'POST /writer/:token': () => ({ fields: { answer_1: 'The guard did.', word_1: 'agree' } }),

  'POST /me/preferences': () => ({ fields: { display_name: 'Somebody Else', theme: 'dark' } }),
  'POST /me/password': () => ({ fields: { current_password: PASSWORD, new_password: NEW_PASSWORD } }),

  'POST /people/:number/administration': () => ({ fields: { is_administrator: '1' } }),
  'POST /people/:number/enablement': ({ number }) => ({ at: { 'people/:number': number('gus') } }),
  'POST /people/invitations': ({ desk }) => ({
    fields: { email: 'new@newsroom.example', display_name: 'Nina', desk: desk.desks.foreign.slug, role: 'reviewer' },
  }),

  'POST /desks': () => ({ fields: DESK }),
  'POST /desks/:slug': () => ({ fields: { ...DESK, method: 'Two sources each.', revision: '1' } }),
  'POST /desks/:slug/statement': () => ({
    fields: { complaints_to: 'desk@newsroom.example', answer_days: '10', revision: '0' },
  }),
  'POST /desks/:slug/members': () => ({ fields: { email: emailOf('emil'), role: 'guest' } }),
  'POST /desks/:slug/members/:number/role': () => ({ fields: { role: 'guest' } }),
  'POST /desks/:slug/profiles': () => ({ fields: { name: 'Obituary' } }),
  'POST /desks/:slug/profiles/:profile': () => ({ fields: { name: 'Obituary', revision: '1' } }),
  'POST /desks/:slug/profiles/:profile/restoration': ({ others }) => ({ at: others }),
};
