// R8: everybody who stands among the accused was offered a reply, and the copy carries it or not. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { type CopyState, copyStateIn } from '#src/articles/article-passage.ts';
import { missingIn } from '#src/contacts/accused/accused.ts';
import { proposedAccused } from '#src/contacts/accused/proposed-accused.ts';
import type { AccusedFound } from '#src/contacts/accused/store.ts';
import { contactsOf } from '#src/contacts/cards-view.ts';
import type { ContactRow } from '#src/contacts/contacts/store.ts';
import { counted, wordFor } from '#src/counted.ts';
import { url } from '#src/paths.ts';
import type { Check, CheckGround, Missing } from '../check.ts';
import { hashOf } from '../covers.ts';

export const replyOffered: Check = {
  rule: 'R8',
  reason_hint: '',
  look(ground) {
    const standing = ground.view.accused.filter((one) => one.withdrawn_at === null);
    const { length: total } = standing;
    const offered =
      total === 0 ? 'Nobody stands among the accused' : `${counted(total, 'accused', 'accused')} offered a reply`;
    return {
      missing: standing.flatMap((accused) => missingOf(ground.view, accused)),
      holds: `${offered}${unsettled(ground, standing)}.`,
      lacks: ({ length }) =>
        `Of the reply of ${counted(length, 'accused', 'accused')} something is still to be said${unsettled(ground, standing)}.`,
    };
  },
};

function missingOf(view: ArticleView, accused: AccusedFound): Missing[] {
  const { text, sentences, version } = view.ground;
  const contacts = contactsOf(accused, view.contacts);
  const copy = copyStateIn(accused, { text, sentences, version_number: version.number });
  const missing = missingIn(accused, contacts, copy);
  if (missing.length === 0) return [];
  const said = missing.join(', ');
  return [
    {
      key: `accused:${accused.id}`,
      label: `${accused.party_name}: ${said}`,
      public_label: `Accused ${accused.number}: ${said}`,
      href: url('contacts', { id: view.article.number }),
      claim: null,
      covers: coversOf(accused, contacts, copy),
    },
  ];
}

function coversOf(accused: AccusedFound, contacts: readonly ContactRow[], copy: CopyState): string {
  const { party_id, accusation, not_offered_reason } = accused;
  const asked = contacts.map(({ id, put, until_words, outcome, answer, withdrawn_at }) => {
    return { id, put, until_words, outcome, answer, withdrawn_at };
  });
  return hashOf({ party_id, accusation, not_offered_reason, asked, copy });
}

/** The program's proposals are no accused; that nobody has looked at them is said. */
function unsettled({ view, dismissed_names }: CheckGround, standing: readonly AccusedFound[]): string {
  const accused = new Set(standing.map(({ party_id }) => party_id));
  const { length } = proposedAccused(view.accusations, { accused, dismissed: dismissed_names });
  return length === 0
    ? ''
    : `; ${counted(length, 'name')} that the program proposes ${wordFor(length, 'is', 'are')} not settled`;
}
