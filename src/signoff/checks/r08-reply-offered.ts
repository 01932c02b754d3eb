// R8: all accused were offered a reply, and names proposed as accused are taken or dismissed. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { type CopyState, copyStateIn } from '#src/articles/article-passage.ts';
import { missingIn } from '#src/contacts/accused/accused.ts';
import { type AccusedProposed, proposedAccused } from '#src/contacts/accused/proposed-accused.ts';
import type { AccusedFound } from '#src/contacts/accused/store.ts';
import { contactsOf } from '#src/contacts/contact-lines-view.ts';
import { nameKey } from '#src/contacts/contacts/party-named.ts';
import type { ContactRow } from '#src/contacts/contacts/store.ts';
import { counted, wordFor } from '#src/counted.ts';
import { url } from '#src/paths.ts';
import type { Check, CheckGround, Missing } from '../check.ts';
import { hashOf } from '../covers.ts';

/** With what the label of a name begins that nobody took or dismissed. */
export const PROPOSED_LABEL = 'Proposed as accused: ';
const PROPOSED_KEY = 'proposed:';

export const replyOffered: Check = {
  rule: 'R8',
  reason_hint: '',
  look(ground) {
    const standing = ground.view.accused.filter((one) => one.withdrawn_at === null);
    const { length: total } = standing;
    const offered =
      total === 0
        ? 'Nobody is among the accused'
        : `${counted(total, 'accused', 'accused')} ${wordFor(total, 'was', 'were')} offered a reply`;
    return {
      missing: [
        ...standing.flatMap((accused) => missingOf(ground.view, accused)),
        ...unsettled(ground, standing).map((name) => proposedMissing(ground.view, name)),
      ],
      holds: `${offered}.`,
      lacks: lacksSaid,
    };
  },
};

function lacksSaid(left: readonly Missing[]): string {
  const proposed = left.filter(({ key }) => key.startsWith(PROPOSED_KEY)).length;
  const accused = left.length - proposed;
  const said = [
    accused > 0 &&
      `${wordFor(accused, 'The reply', 'The replies')} of ${counted(accused, 'accused', 'accused')} ${wordFor(accused, 'is', 'are')} not settled`,
    proposed > 0 &&
      `${counted(proposed, 'name')} that the program proposes as accused ${wordFor(proposed, 'is', 'are')} neither added nor dismissed`,
  ];
  return `${said.filter(Boolean).join('; ')}.`;
}

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

/** The program's suggestions are no accused: a person takes each or dismisses it. */
function unsettled({ view, dismissed_names }: CheckGround, standing: readonly AccusedFound[]): AccusedProposed[] {
  const accused = new Set(standing.map(({ party_id }) => party_id));
  return proposedAccused(view.accusations, { accused, dismissed: dismissed_names });
}

function proposedMissing(view: ArticleView, { name, claims }: AccusedProposed): Missing {
  const key = nameKey(name);
  const beside = `beside ${wordFor(claims.length, 'claim', 'claims')} ${claims.join(', ')}`;
  return {
    key: `${PROPOSED_KEY}${hashOf({ key })}`,
    label: `${PROPOSED_LABEL}${name}, ${beside}`,
    public_label: `${PROPOSED_LABEL}a name ${beside}`,
    href: url('contacts', { id: view.article.number }),
    claim: null,
    covers: hashOf({ key, claims }),
  };
}
