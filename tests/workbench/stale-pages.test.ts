// No page that a browser kept says something that is no longer so.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addAccount } from '#src/accounts/account-commands.ts';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { setRule } from '#src/accounts/rule-commands.ts';
import { getQuestion } from '#src/accounts/store.ts';
import { bringAsRan } from '#src/articles/as-ran/commands.ts';
import { changeArticleDetails } from '#src/articles/details/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { assignParagraphs } from '#src/claims/coverage/assign-commands.ts';
import { initialSentences, removeInitials } from '#src/claims/coverage/commands.ts';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { changeClaimFigures } from '#src/claims/figures/commands.ts';
import {
  changeClaimAttribution,
  changeClaimKey,
  changeClaimRange,
  markClaim,
  restoreClaim,
  takeClaim,
  withdrawClaim,
} from '#src/claims/marking/commands.ts';
import { changeClaimDetails } from '#src/claims/marking/details-commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { explainNoOffer } from '#src/contacts/accused/change-commands.ts';
import { markAccused } from '#src/contacts/accused/commands.ts';
import { withdrawContact } from '#src/contacts/contacts/change-commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import { type Context, transact } from '#src/context.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { changeEvidence, removeEvidence } from '#src/evidence/commands.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { needed } from '#src/item-at.ts';
import { forgetRemembered } from '#src/memory.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { changeDesk } from '#src/people/desks/commands.ts';
import { changeMemberRole, removeMember } from '#src/people/desks/member-commands.ts';
import { changePreferences } from '#src/people/me/commands.ts';
import { disablePerson, enablePerson } from '#src/people/persons/commands.ts';
import { getDefaultProfile } from '#src/people/profiles/store.ts';
import { noteComplaint } from '#src/reports/complaints/commands.ts';
import { makeCorrection } from '#src/reports/complaints/correction-commands.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { holdClaim } from '#src/reviews/legal/commands.ts';
import { answerQuery, askQuery } from '#src/reviews/queries/commands.ts';
import { listQueries } from '#src/reviews/queries/store.ts';
import { closeClaim, offerClaim, reopenClaim } from '#src/reviews/second-read/commands.ts';
import { makeWriterLink } from '#src/reviews/writer/link-commands.ts';
import { addCard } from '#src/sources/add-card-commands.ts';
import { cardOf, type SourceFields } from '#src/sources/card/source.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { noteDerivation } from '#src/sources/origins/commands.ts';
import { BODY, claimAt, HALF_CHECKED, type HalfChecked, HEADLINE } from '#tests/reports/half-checked.ts';
import { sign } from '#tests/reports/signed-article.ts';
import type { NewsroomDesk, PersonName } from '#tests/support/newsroom.ts';
import { keepCopy } from '#tests/support/source-verbs.ts';
import type { Visitor } from '#tests/support/visitor.ts';

/** All pages of an article that a browser may keep, and what there is on them to change. */
const PAGES = [
  '',
  '/claims?list=key',
  '/claims?list=suggested',
  '/claims/4',
  '/claims/7',
  '/sentences/3',
  '/coverage',
  '/second-read',
  '/claims/4?list=second_read',
  '/versions',
  '/versions/2/changes',
  '/versions/2/compare?with=1',
  '/details',
  '/fixes',
  '/fixes/list',
  '/queries',
  '/writer-links',
  '/contacts',
  '/contacts/CONTACT',
  '/accused/1',
  '/accounts',
  '/accounts/1',
  '/claims/4/evidence/EVIDENCE',
  '/log',
  '/report',
  '/reports/1',
  '/complaints',
  '/complaints/1',
  '/corrections/1',
  '/legal',
  '/as-ran',
];

/** Pages that show much of an article, and so may show what the desk remembers of it. */
const MADE_OF_MUCH = /\/articles\/\d+(\/(claims\/4|sentences\/3|second-read|report))?$/;

/** After every change of the article they are asked for; of the others each after one of so many. */
const EACH_TIME = /\/articles\/\d+(\/(claims\/4|sentences\/3|second-read|report|log))?$/;
const IN_TURN = 4;

/**
 * The validator and the page it stands for, how many changes its article had then, and whether it was to be shown again when it
 * was asked for last.
 */
interface Kept {
  etag: string;
  body: string;
  changed_seq: number;
  is_as_it_was: boolean;
}

describe('a page that the browser kept is out of date as soon as', () => {
  let desk: NewsroomDesk;
  let at: HalfChecked;
  let reader: Visitor;
  let guest: Visitor;
  /** What each has of each address. */
  let kept: Map<Visitor, Map<string, Kept>>;
  let pages: string[];
  /** How many changes the article has. */
  let changed_seq: number;

  before(async () => {
    const begun = await HALF_CHECKED.start();
    [desk, at] = [begun, begun];
    pages = await fillPages();
    reader = await desk.visitor('ada');
    guest = await desk.visitor('dina');
    kept = new Map([
      [reader, new Map()],
      [guest, new Map()],
    ]);
    await keepAll();
  });
  after(() => desk.close());

  const as = (name: PersonName): Context => desk.ctxOf(name);
  const revisionOf = async (number: number) => (await claimAt(desk, at.id, number)).revision;

  async function fillPages(): Promise<string[]> {
    const ben = as('ben');
    await askQuestion(ben, at.id, { point: 'How many gunmen landed?', first: { claim_number: 4 } });
    await markAccused(ben, at.id, { name: 'Toma Arrel', role: '', accusation: 'led the raid', claim_number: 4 });
    const { id: contact } = await addContact(ben, at.id, {
      ...{ name: 'Toma Arrel', how: 'call', at_words: '20:20', put: 'Did you?', until_words: '22:10', answer: '' },
      claim_number: 4,
    });
    await askQuery(ben, at.id, { number: 4, to_whom: 'editor', question: 'Do we print both counts?' });
    await reviseArticle(ben, at.id, { headline: HEADLINE, body: BODY.replace('at most', 'at the most'), version: 1 });
    await fillAfterSigning();
    const evidence = (await listEvidence(desk.db, at.id, 'editor')).find((one) => one.claim_number === 4);
    return PAGES.map((page) =>
      page
        .replace('CONTACT', contact)
        .replace('EVIDENCE', evidence?.id ?? '')
        .replace(/^/, `/articles/${at.number}`),
    );
  }

  /** What there is once a report is signed, and the next morning. */
  async function fillAfterSigning(): Promise<void> {
    const [ada, ben] = [as('ada'), as('ben')];
    await bringAsRan(ada, at.id, { body: BODY });
    await holdClaim(ben, at.id, { number: 5, reason: 'It accuses the militia.' });
    await sign(ada, at.id);
    const says = { complainant: 'Toma Arrel', reach: '', words: 'at most', says: 'We were ninety.' };
    const when = { received_at: '2026-03-14T20:10', claim_number: 4, decider: undefined };
    const complaint = await noteComplaint(ben, at.id, { ...says, ...when });
    const words = { kind: 'corrected', was_words: 'twenty', right_words: 'ninety', sentence: '' } as const;
    await makeCorrection(ada, at.id, { ...words, claim_number: 4, complaint });
  }

  async function countChanges(): Promise<void> {
    ({ changed_seq } = await getArticle(as('ada'), at.id));
  }

  async function keepAll(): Promise<void> {
    await countChanges();
    for (const [who, theirs] of readers()) for (const page of theirs) await keep(who, page);
  }

  /** The editor, for whom there is a page of each kind, and a guest, who is not shown all that is on it. */
  function readers(): [Visitor, string[]][] {
    return [
      [reader, pages],
      [guest, pages.filter((page) => MADE_OF_MUCH.test(page))],
    ];
  }

  async function keep(who: Visitor, page: string, headers: Record<string, string> = {}): Promise<Kept> {
    const { status } = await who.visit(page, headers);
    // What a browser is told to show again is held against what would be sent now.
    if (status === 304) await who.visit(page);
    // A guest who has left the desk is shown that nothing is there.
    assert.ok(who.status === 200 || (who === guest && who.status === 404), `${page}: ${who.status}`);
    const now = { etag: who.headers.etag ?? '', body: who.body, changed_seq, is_as_it_was: status === 304 };
    kept.get(who)?.set(page, now);
    return now;
  }

  /**
   * The validator of every page says how many changes its article had: one more, and all are others, which each page shows in
   * its turn. Of what is changed elsewhere no page need know, and each is asked for.
   */
  async function lookAfter(turn: number): Promise<void> {
    const before = changed_seq;
    await countChanges();
    const is_of_article = changed_seq !== before;
    const has_its_turn = (page: string) => EACH_TIME.test(page) || pages.indexOf(page) % IN_TURN === turn % IN_TURN;
    assert.ok(await askFor(is_of_article ? has_its_turn : () => true), 'no page shows it');
    await compareWithAnew();
  }

  /**
   * Asks for these pages as the browser does; whatever it is told to show again must be just what would be sent now. Says
   * whether any is another than it was.
   */
  async function askFor(isAsked: (page: string) => boolean): Promise<boolean> {
    let is_seen = false;
    for (const [who, theirs] of readers())
      for (const page of theirs.filter(isAsked)) {
        const before = keptBy(who, page);
        const now = await keep(who, page, before.etag === '' ? {} : { 'If-None-Match': before.etag });
        const is_to_be_anew = now.changed_seq !== before.changed_seq;
        assert.ok(!(is_to_be_anew && now.is_as_it_was), `${page} has the validator of an earlier state`);
        if (now.is_as_it_was) assertSays(now.body, before.body, `${page} was kept and is stale`);
        else is_seen ||= comparable(now.body) !== comparable(before.body);
      }
    return is_seen;
  }

  /**
   * Whatever the desk remembers of the article: members and guests are shown what an empty memory would show them. Whoever
   * asked second asks first now, so that neither is shown again what was made for the other. What is made for them so is what
   * the next change finds remembered.
   */
  async function compareWithAnew(): Promise<void> {
    forgetRemembered();
    for (const [who] of readers().reverse())
      for (const page of pages.filter((one) => MADE_OF_MUCH.test(one))) {
        const { body } = await who.visit(page);
        assertSays(keptBy(who, page).body, body, `${page} is remembered as it was`);
      }
  }

  function keptBy(who: Visitor, page: string): Kept {
    return needed(kept.get(who)?.get(page), page);
  }

  /** Most are the very same. */
  function assertSays(body: string, wanted: string, otherwise: string): void {
    if (body !== wanted) assert.equal(comparable(body), comparable(wanted), otherwise);
  }

  /**
   * The moment at which a page was made is printed for paper, and is true of what it says. So is how long the log of the desk
   * was then: the browser asks from there on for what happened to this article.
   */
  function comparable(body: string): string {
    return body
      .replace(/\d{1,2} March 2026, \d\d:\d\d/g, '')
      .replace(/(<time datetime="|data-seen="\d+\.|[" ]here=|desk_log_number:)[\w.:-]+/g, '$1');
  }

  const CHANGES: [name: string, change: () => Promise<unknown>][] = [
    ['a claim is marked', () => markClaim(as('ben'), at.id, { selection: { sentence: 2, words: 'four people' } })],
    [
      'its words are others',
      async () =>
        changeClaimRange(as('ben'), at.id, {
          ...{ number: 10, revision: await revisionOf(10) },
          selection: { sentence: 2, words: 'at least four people' },
        }),
    ],
    ['somebody takes it', () => takeClaim(as('cleo'), at.id, 10)],
    ['another is starred', () => changeClaimKey(as('ben'), at.id, { number: 5, is_key: true })],
    [
      'it has a speaker',
      () => changeClaimAttribution(as('ben'), at.id, { number: 5, chain: [{ name: 'Arrel', role: 'militia' }] }),
    ],
    ['it has a figure', () => changeClaimFigures(as('ben'), at.id, { number: 5, figures: '> 90 men' })],
    [
      'it is assigned, with a time',
      async () =>
        changeClaimDetails(as('ben'), at.id, {
          ...{ number: 5, revision: await revisionOf(5), statement: 'All left.', kind: 'event' },
          assignee_id: desk.persons.cleo.id,
          due_at: '2026-03-14T17:00:00.000Z',
        }),
    ],
    [
      'it has a verdict',
      async () =>
        setVerdicts(as('ben'), at.id, { number: 5, revision: await revisionOf(5), attribution_verdict: 'changed' }),
    ],
    ['it is dropped', () => withdrawClaim(as('ben'), at.id, { number: 5, reason: 'cut' })],
    ['it is brought back', () => restoreClaim(as('ben'), at.id, 5)],
    ['a claim is offered for second read', () => offerClaim(as('cleo'), at.id, 7)],
    ['it is closed', async () => closeClaim(as('ben'), at.id, { number: 7, revision: await revisionOf(7) })],
    ['it is opened again', () => reopenClaim(as('ben'), at.id, { number: 7, reason: 'A new statement.' })],
    ['words are ticked', () => tickWords(as('ben'), at.id, { selection: { sentence: 8, words: 'Grain' }, note: '' })],
    ['a sentence is initialled', () => initialSentences(as('cleo'), at.id, { selection: { sentence: 8 } })],
    ['initials are taken back', () => removeInitials(as('cleo'), at.id, { selection: { sentence: 8 } })],
    [
      'a paragraph is assigned',
      () => assignParagraphs(as('ada'), at.id, { paragraphs: [2], assignee_id: desk.persons.cleo.id }),
    ],
    ['a closed claim is opened again', () => reopenClaim(as('ben'), at.id, { number: 4, reason: 'More figures.' })],
    ['evidence is added', () => addEvidence(as('ben'), at.id, { number: 7, source_line: 'Ministry statement, 11:30' })],
    ['evidence is changed', () => changeFirst({ note: 'looked at twice, with Voske', place: 'page 2' })],
    ['the card of a source is changed', () => changeCard({ title: 'Bulletin 31 of the governor' })],
    ['a copy of it is kept, with the passage', () => keepCopy(as('ben'), 3, copy('twenty attackers at the very most'))],
    ['it derives from another', () => noteDerivation(as('ben'), 3, { derives_from: 'source 1', note: '' })],
    ['it becomes confidential', () => changeCard({ is_confidential: 1, alias: 'an official' })],
    ['a source of the desk is one that guests are not to read of', () => addVoske()],
    ['evidence is taken off', () => removeFirst()],
    [
      'somebody is asked',
      () =>
        addContact(as('ben'), at.id, {
          name: 'Port',
          how: 'call',
          at_words: '20:29',
          put: 'Who?',
          until_words: '21:10',
          answer: '',
          claim_number: 7,
        }),
    ],
    [
      'a contact is withdrawn',
      () => withdrawContact(as('ben'), { article_id: at.id, contact_id: contactShown() }, 'twice'),
    ],
    ['it is said why no reply was offered', () => explain()],
    [
      'another is accused',
      () => markAccused(as('ben'), at.id, { name: 'The alliance', role: '', accusation: '', claim_number: 7 }),
    ],
    [
      'an account is noted',
      () =>
        addAccount(as('ben'), { article_id: at.id, question: 1 }, account('the governor’s office', 'twenty at most')),
    ],
    ['a rule is set', () => rule()],
    [
      'a fix is asked for',
      () => askFix(as('ben'), at.id, { old_words: 'burnt', new_words: 'lost', reason: 'not all' }),
    ],
    ['it is decided', () => decideLast()],
    ['a query is asked', () => askQuery(as('ben'), at.id, { to_whom: 'writer', question: 'Who counted?' })],
    ['it is answered', () => answerLast()],
    ['the writer gets a link', () => makeWriterLink(as('ada'), at.id, { name: 'M. Voss', days: 1 })],
    [
      'a new version comes',
      () => reviseArticle(as('ben'), at.id, { headline: HEADLINE, body: BODY.replace('sixty', 'seventy'), version: 2 }),
    ],
    ['the details are changed', () => details({ title: 'The raid on Lusk', deadline_at: '2026-03-14T21:30' })],
    ['the profile of the desk is changed', () => profile()],
    ['the desk has another name and zone', () => settings()],
    [
      'somebody has another name',
      () => changePreferences(as('cleo'), { display_name: 'Cleo R. Rahimi', theme: 'system', letter_keys: true }),
    ],
    ['somebody is disabled', () => disablePerson(as('ada'), desk.persons.cleo.number)],
    ['somebody comes back', () => enablePerson(as('ada'), desk.persons.cleo.number)],
    [
      'somebody has another role',
      () => changeMemberRole(as('ada'), 'foreign-desk', { number: desk.persons.dina.number, role: 'reviewer' }),
    ],
    ['somebody leaves', () => removeMember(as('ada'), 'foreign-desk', desk.persons.dina.number)],
  ];

  for (const [turn, [name, change]] of CHANGES.entries())
    test(name, async () => {
      await change();
      await lookAfter(turn);
    });

  test('its deadline passes, or the time for an answer, or the day', async () => {
    for (const moment of [
      '2026-03-14T16:00:59.000Z',
      '2026-03-14T17:45:00.000Z',
      '2026-03-14T21:30:00.000Z',
      '2026-03-14T23:59:00.000Z',
      '2026-03-15T10:00:00.000Z',
      '2026-03-22T10:00:00.000Z',
    ]) {
      desk.at = moment;
      await askFor(() => true);
    }
    // What is remembered since the first of them is asked for last.
    await compareWithAnew();
  });

  test('but for as long as nothing happens it stays good, for hours of a day', async () => {
    desk.at = '2026-03-24T08:00:00.000Z';
    await askFor(() => true);
    desk.at = '2026-03-24T11:59:00.000Z';
    for (const page of pages.filter((one) => !/\/(log|contacts|writer-links|complaints|corrections\/1)$/.test(one))) {
      await reader.visit(page, { 'If-None-Match': keptBy(reader, page).etag });
      assert.equal(reader.status, 304, page);
    }
  });

  const evidenceShown = () =>
    pages
      .find((page) => page.includes('/evidence/'))
      ?.split('/')
      .at(-1) ?? '';
  const contactShown = () =>
    pages
      .find((page) => page.includes('/contacts/'))
      ?.split('/')
      .at(-1) ?? '';
  const copy = (words: string) => ({
    how: 'paste' as const,
    name: '',
    claimed: 'text/plain',
    bytes: Buffer.from(words),
  });
  const account = (party_name: string, value: string) => ({
    party_name,
    party_role: '',
    value,
    as_of: '',
    quote: '',
    from: '',
  });

  async function changeFirst(change: object) {
    const evidence = (await listEvidence(desk.db, at.id, 'editor')).find((one) => one.id === evidenceShown());
    assert.ok(evidence);
    const { about, speaker_id, passage, place, stance, reliability, credibility, note, revision } = evidence;
    const fields = { about, speaker_id, passage, place, stance, reliability, credibility, note };
    await changeEvidence(as('ben'), at.id, {
      ...fields,
      ...change,
      number: 4,
      evidence_id: evidence.id,
      revision,
    });
  }

  async function removeFirst() {
    await removeEvidence(as('ben'), at.id, { number: 7, evidence_id: (await usesOf(7)) ?? '' });
  }

  async function usesOf(number: number) {
    return (await listEvidence(desk.db, at.id, 'editor')).find((one) => one.claim_number === number)?.id;
  }

  async function changeCard(change: Partial<SourceFields>) {
    const source = await getSource(as('ada'), 3);
    await changeSource(as('ada'), 3, { ...cardOf(source), ...change, revision: source.revision });
  }

  /** Beside the article: what there is about it says the name by chance. */
  async function addVoske() {
    const card = cardOf(await getSource(as('ada'), 3));
    const fields: SourceFields = { ...card, title: 'Voske', is_confidential: 1, alias: 'a surveyor' };
    await transact(as('ben'), (ctx) => addCard(ctx, desk.desks.foreign.id, fields));
  }

  async function explain() {
    await explainNoOffer(
      as('ben'),
      { article_id: at.id, accused: 1 },
      {
        not_offered_reason: 'no way to reach him',
        revision: 1,
      },
    );
  }

  async function rule() {
    const { revision } = await getQuestion(desk.db, at.id, 1);
    await setRule(
      as('ben'),
      { article_id: at.id, question: 1 },
      { rule: 'range', rule_sentence: 'Both are printed.', preferred: '', revision },
    );
  }

  async function decideLast() {
    const fix = (await listFixes(desk.db, at.id)).find((one) => one.state === 'asked');
    await decideFix(as('ada'), at.id, { fix_id: fix?.id ?? '', decision: 'refused', line: 'It stands.' });
  }

  async function answerLast() {
    const query = (await listQueries(desk.db, at.id)).find((one) => one.to_whom === 'writer');
    await answerQuery(as('ben'), at.id, {
      query_id: query?.id ?? '',
      answer: 'The harbour.',
      answered_by: 'writer',
      name: 'M. Voss',
      how: 'phone',
    });
  }

  async function details(change: object) {
    const { title, byline, revision } = await getArticle(as('ada'), at.id);
    await changeArticleDetails(as('ada'), at.id, { title, byline, language: 'en', ...change, revision });
  }

  async function profile() {
    const { id } = await getDefaultProfile(desk.db, desk.desks.foreign.id);
    const ada = await desk.visitor('ada');
    await ada.visit(`/desks/foreign-desk/profiles/${id}`);
    await ada.fill('Name', 'Every day').untick('casualties').press(/^save/i);
    assert.equal(ada.status, 200);
  }

  async function settings() {
    const { revision } = await getDeskBySlug(as('ada'), 'foreign-desk');
    await changeDesk(as('ada'), 'foreign-desk', {
      name: 'World desk',
      time_zone: 'Europe/Lisbon',
      language: 'en',
      method: 'We ask.',
      revision,
    });
  }
});
