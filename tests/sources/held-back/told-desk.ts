// A desk whose people wrote one source into everything they typed, and made it confidential only afterwards.
import { addAccount } from '#src/accounts/account-commands.ts';
import { withdrawAccount } from '#src/accounts/change-account-commands.ts';
import { askQuestion, withdrawQuestion } from '#src/accounts/question-commands.ts';
import { sayWhatCopyShows, setRule } from '#src/accounts/rule-commands.ts';
import { takeArticleIn } from '#src/articles/commands.ts';
import { changeArticleDetails } from '#src/articles/details/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { changeClaimAttribution, markClaim, withdrawClaim } from '#src/claims/marking/commands.ts';
import { changeClaimDetails } from '#src/claims/marking/details-commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { explainNoOffer, sayWhereReplyStands, withdrawAccused } from '#src/contacts/accused/change-commands.ts';
import { markAccused } from '#src/contacts/accused/commands.ts';
import { withdrawContact } from '#src/contacts/contacts/change-commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { removeEvidence } from '#src/evidence/commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { askFix, decideFix, noteWriterWord } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { closeClaim, offerClaim, reopenClaim, returnClaim } from '#src/reviews/second-read/commands.ts';
import { followReviews } from '#src/reviews/update-reviews-on-revision.ts';
import { cardOf } from '#src/sources/card/source.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { noteDerivation } from '#src/sources/origins/commands.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import { keepCopy } from '#tests/support/source-verbs.ts';

/** What tells who the source is. Nothing else on the desk holds any of these. */
export const MARKERS = {
  name: 'Quillon Harbottle',
  publisher: 'Saffron Quay Gazette',
  phone: '+44 20 7946 0958',
  mail: 'quillon@harbottle.example',
  address: 'vault.saffron.example/ledger/7781',
  passage: 'the ledger shows eleven crates of saffron went unpaid',
  place: 'folio 88231',
  note: 'met him behind the velodrome at dusk',
  file: 'saffron-ledger-7781.txt',
  contact: 'Ottoline Pemberwick',
  party: 'Bartholomew Quinceberry',
  quote: 'nobody at the quay counted them twice',
} as const;

const HEADLINE = 'Crates vanish from the quay at Tarn';
const FIRST = 'Forty crates vanished from the quay at Tarn, the harbour office said. The mayor called it theft.';
const LAST = 'Edda Morn denied that she had taken them. It rained all week.';

export interface Told {
  article: string;
  /** The number of the source that became confidential. */
  source: number;
  /** The hash of its saved copy. */
  sha256: string;
  /** A word in each text that names the source, by what the text is: nobody outside gets any of them. */
  tags: string[];
}

/** Seeds it. `told(what)` is a sentence that names the source, each time by another marker. */
export async function toldDesk(desk: NewsroomDesk): Promise<Told> {
  const [ada, ben, cleo] = [desk.ctxOf('ada'), desk.ctxOf('ben'), desk.ctxOf('cleo')];
  const slug = desk.desks.foreign.slug;
  const tags: string[] = [];
  const markers = Object.values(MARKERS);
  const told = (what: string) => {
    // Long enough to stand in no file by chance, in base64 either.
    const tag = `zq${what.replaceAll(/[^a-z]/g, '')}x`.padEnd(15, 'x');
    tags.push(tag);
    return `${tag} as ${markers[tags.length % markers.length]} has it`;
  };

  const { id, number } = await takeArticleIn(ben, slug, {
    headline: HEADLINE,
    body: `${FIRST}\n\n${MARKERS.name} saw the crates go.\n\n${LAST}`,
    byline: told('byline'),
    outlet: told('outlet'),
    place: told('place of dispatch'),
    asked_by: told('asked by'),
    asked_why: told('asked why'),
  });
  const article = String(number);
  const mark = (sentence: number, words: string) => markClaim(ben, id, { selection: { sentence, words } });
  await mark(2, 'Forty crates vanished from the quay at Tarn');
  await mark(3, 'The mayor called it theft');
  await mark(4, 'saw the crates go');
  await mark(5, 'Edda Morn denied that she had taken them');
  await mark(6, 'It rained all week');

  const card = { title: MARKERS.name, publisher: MARKERS.publisher, url: `https://${MARKERS.address}`, author: '' };
  const { source } = await addSource(ben, { desk: slug, source_line: MARKERS.name, type: 'document', ...card });
  const use = { passage: MARKERS.passage, place: MARKERS.place, note: `${MARKERS.note}, ${MARKERS.phone}` };
  await addEvidence(ben, id, { number: 1, source_number: source.number, stance: 'against', ...use });
  const bytes = Buffer.from(`${MARKERS.mail} wrote it.`);
  const { snapshot } = await keepCopy(ben, source.number, {
    how: 'upload',
    name: MARKERS.file,
    claimed: 'text/plain',
    bytes,
  });
  const call = await addEvidence(ben, id, {
    number: 2,
    source_line: `call ${MARKERS.contact} 15:40: write to ${MARKERS.mail}`,
  });
  const { number: question } = await askQuestion(ben, id, { point: 'How many crates?' });
  const said = { party_name: MARKERS.party, party_role: '', value: '41', as_of: '', quote: MARKERS.quote };
  await addAccount(ben, { article_id: id, question }, { ...said, from: `source ${source.number}` });

  await writeEverywhere();
  await makeConfidential(source.number, 'Papers of the quay');
  await makeConfidential(call.source.number, 'A call');
  const { sha256 } = snapshot;
  return { article, source: source.number, sha256: String(sha256), tags };

  async function writeEverywhere(): Promise<void> {
    await writeOnClaims();
    await writeInLibrary();
    await writeOnPeople();
    await writeOnAccounts();
    await writeOnFixes();
    const at = await getArticle(ben, id);
    await changeArticleDetails(ben, id, { ...at, title: told('title'), revision: at.revision, ...asTyped(at) });
    await reviseArticle(ada, id, {
      headline: HEADLINE,
      body: `${FIRST} Nobody was seen.\n\nA clerk saw the crates go.\n\n${LAST}`,
      version: 1,
      note: told('version note'),
      on_revised: [followReviews],
    });
  }

  async function revisionOf(claim: number): Promise<number> {
    return (await getClaim(desk.db, { id }, { number: claim })).revision;
  }

  async function writeOnClaims(): Promise<void> {
    const verdicts = await listVerdicts(desk.db, desk.desks.foreign.id);
    const wrong = verdicts.find((one) => one.meaning === 'wrong')?.id as string;
    const at = async (claim: number) => ({ number: claim, revision: await revisionOf(claim) });
    const judge = async (claim: number, verdict_sentence: string) =>
      setVerdicts(ben, id, { ...(await at(claim)), content_verdict: wrong, verdict_sentence });
    for (const claim of [1, 2, 4]) await changeClaimAttribution(ben, id, { number: claim, chain: [] });
    await changeClaimDetails(ben, id, {
      ...(await at(1)),
      statement: told('statement'),
      kind: 'number',
      assignee_id: null,
      due_at: null,
    });
    await changeClaimAttribution(ben, id, {
      number: 5,
      chain: [{ name: told('speaker'), role: told('speaker role') }],
    });
    await judge(1, told('verdict sentence'));
    await offerClaim(ben, id, 1);
    await closeClaim(cleo, id, await at(1));
    await judge(2, told('verdict of two'));
    await offerClaim(ben, id, 2);
    await returnClaim(cleo, id, { ...(await at(2)), line: told('return line') });
    await judge(4, 'Nobody else says so.');
    await offerClaim(ben, id, 4);
    await closeClaim(cleo, id, await at(4));
    await reopenClaim(cleo, id, { number: 4, reason: told('reopening') });
    await withdrawClaim(ben, id, { number: 5, reason: told('dropped') });
    await tickWords(ben, id, { selection: { sentence: 1, words: 'Tarn' }, note: told('tick') });
  }

  async function writeInLibrary(): Promise<void> {
    const open = {
      title: told('open title'),
      publisher: told('open publisher'),
      author: told('open author'),
      interest: told('open interest'),
    };
    const { source: letter } = await addSource(ben, { desk: slug, source_line: 'Letter', type: 'document' });
    await changeSource(ben, letter.number, { ...cardOf(await getSource(ben, letter.number)), ...open, revision: 1 });
    const { source: log } = await addSource(ben, { desk: slug, source_line: 'Harbour log', type: 'document' });
    const used = { passage: told('open passage'), place: told('open place'), note: told('open note') };
    await addEvidence(ben, id, { number: 4, source_number: letter.number, ...used });
    const off = await addEvidence(ben, id, { number: 2, source_line: 'Weather report', note: told('taken off') });
    await removeEvidence(ben, id, { number: 2, evidence_id: off.id, reason: told('removal') });
    await noteDerivation(ben, letter.number, { derives_from: String(log.number), note: told('derivation') });
    const copy = { how: 'upload', claimed: 'text/plain', bytes: Buffer.from('It rained at the quay.') } as const;
    await keepCopy(ben, letter.number, {
      ...copy,
      name: `${told('copy name').replaceAll(/[^\w.+@-]/g, '-')}-${MARKERS.file}`,
    });
  }

  async function writeOnPeople(): Promise<void> {
    const asked = {
      name: told('contact name'),
      body: told('contact body'),
      how: 'call' as const,
      at_words: '15:40',
      put: told('put'),
      until_words: '17:00',
      answer: told('contact answer'),
      claim_number: 4,
    };
    await addContact(ben, id, asked);
    const { id: contact_id } = await addContact(ben, id, {
      ...asked,
      name: 'Harbour office',
      body: '',
      put: '',
      answer: 'no',
    });
    await withdrawContact(ben, { article_id: id, contact_id }, told('contact withdrawn'));
    const accused = { name: 'Edda Morn', role: told('accused role'), accusation: told('accusation'), claim_number: 4 };
    await markAccused(ben, id, accused);
    await explainNoOffer(ben, { article_id: id, accused: 1 }, { not_offered_reason: told('no offer'), revision: 1 });
    const copy = {
      copy_shows: 'no' as const,
      copy_sentence: null,
      copy_words: '',
      copy_reason: told('reply left out'),
    };
    await sayWhereReplyStands(ben, { article_id: id, accused: 1 }, { ...copy, revision: 2 });
    await markAccused(ben, id, {
      name: 'The mayor',
      role: '',
      accusation: told('taken off accusation'),
      claim_number: null,
    });
    await withdrawAccused(ben, { article_id: id, accused: 2 }, told('accused withdrawn'));
  }

  async function writeOnAccounts(): Promise<void> {
    const at = { article_id: id, question };
    const entry = { party_role: told('account role'), as_of: '', from: 'claim 1' };
    await addAccount(ben, at, {
      ...entry,
      party_name: told('account party'),
      value: told('account value'),
      quote: told('account quote'),
    });
    const { id: account } = await addAccount(ben, at, {
      party_name: 'The mayor',
      party_role: '',
      value: '40',
      as_of: '',
      quote: '',
      from: '',
    });
    await withdrawAccount(ben, { ...at, account }, told('account withdrawn'));
    await setRule(ben, at, { rule: 'lowest', rule_sentence: told('rule'), preferred: '', revision: 1 });
    const copy = {
      copy_shows: 'no' as const,
      copy_sentence: null,
      copy_words: '',
      copy_reason: told('accounts left out'),
    };
    await sayWhatCopyShows(ben, at, { ...copy, revision: 2 });
    const { number: other } = await askQuestion(ben, id, { point: told('point') });
    await withdrawQuestion(ben, { article_id: id, question: other }, told('question withdrawn'));
  }

  async function writeOnFixes(): Promise<void> {
    const fix = async (input: { number?: number; old_words: string; new_words: string; reason: string }) => {
      const asked = await askFix(ben, id, input);
      return (await listFixes(desk.db, id)).find((one) => one.number === asked)?.id as string;
    };
    const out = await fix({ old_words: MARKERS.name, new_words: 'A clerk', reason: 'Ingrid Voss wants it so' });
    await decideFix(ada, id, { fix_id: out, decision: 'agreed' });
    const refused = await fix({
      number: 1,
      old_words: 'Forty crates',
      new_words: told('new words'),
      reason: told('reason'),
    });
    await decideFix(ada, id, { fix_id: refused, decision: 'refused', line: told('refusal') });
    const { revision } = (await listFixes(desk.db, id)).find((one) => one.id === out) as { revision: number };
    const word = { word: 'refuse', line: told('writer line'), name: 'the writer', how: 'phone', revision } as const;
    await noteWriterWord(ben, id, { fix_id: out, ...word });
    await askQuery(ben, id, { number: 1, to_whom: 'writer', question: told('query') });
    await askQuery(ben, id, { to_whom: 'editor', question: told('query to the editor') });
  }

  async function makeConfidential(number: number, title: string): Promise<void> {
    const open = await getSource(ben, number);
    await changeSource(ben, number, { ...cardOf(open), title, is_confidential: 1, alias: '', revision: open.revision });
  }
}

/** The details as their form sends them back. */
function asTyped(article: Awaited<ReturnType<typeof getArticle>>) {
  const { dated_on, dated_zone, deadline_at } = article;
  return { dated_on: dated_on ?? '', dated_zone: dated_zone ?? '', deadline_at: deadline_at ?? '', needs_legal: false };
}
