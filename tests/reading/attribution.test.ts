// Who said what, as a reader would tell it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NOT_CLEAR } from '#src/reading/attribution/attributed.ts';
import { attributionsOf } from '#src/reading/attribution/attribution.ts';
import { readClaim, statementsOf } from '#src/reading/check-worthiness/claim-reading.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { anyText } from './arbitrary-texts.ts';

function said(text: string): [string | null, string][] {
  return attributionsOf(text, sentencesOf(text)).map(({ speaker, content }) => [
    speaker,
    text.slice(content.start, content.end),
  ]);
}

describe('attribution', () => {
  it('reads indirect speech', () => {
    assert.deepEqual(said('Port spokeswoman Ilse Maren said the ferry had been late for years.'), [
      ['Port spokeswoman Ilse Maren', 'the ferry had been late for years'],
    ]);
  });

  it('reads the speaker before, behind and inside a quotation', () => {
    assert.deepEqual(said('Ilse Maren said: “The ferry is late.”'), [['Ilse Maren', '“The ferry is late.”']]);
    assert.deepEqual(said('“The ferry is late,” said Ilse Maren.'), [['Ilse Maren', '“The ferry is late,”']]);
    assert.deepEqual(said('“The ferry,” Ilse Maren said, “is late.”'), [
      ['Ilse Maren', '“The ferry,”'],
      ['Ilse Maren', '“is late.”'],
    ]);
  });

  it('hands nothing over to whoever declined to comment, did not answer or would not say', () => {
    for (const text of [
      'Ilse Maren declined to comment on 40 complaints.',
      'The port did not respond to a request for comment.',
      'The port would not say how many boats left.',
      'The port has not confirmed that 40 boats left.',
      'The port refused to discuss the claim that 40 boats left.',
    ]) {
      const claim = readClaim(text, { start: 0, end: text.length }, statementsOf(text, sentencesOf(text)));
      assert.deepEqual(claim.attribution, [], text);
    }
    assert.deepEqual(said('The port denied that 40 boats left.'), [['The port', 'that 40 boats left']]);
  });

  it('says nobody of two people with one last name, unless a title or an office tells', () => {
    const two = 'Mayor Paul Maren and his sister, nurse Ilse Maren, came.';
    assert.deepEqual(said(`${two} Maren said it rained.`), [[null, 'it rained']]);
    assert.deepEqual(said(`${two} Mayor Maren said it rained.`), [['Mayor Paul Maren', 'it rained']]);
    assert.deepEqual(said(`${two} Ms Maren said it rained.`), [['nurse Ilse Maren', 'it rained']]);
    assert.deepEqual(said('Paul Maren said it rained. P. Maren said it snowed. Maren said it was late.'), [
      ['Paul Maren', 'it rained'],
      ['Paul Maren', 'it snowed'],
      ['Paul Maren', 'it was late'],
    ]);
  });

  it('reads "according to" on both sides', () => {
    assert.deepEqual(said('According to the harbour office, 40 boats left.'), [
      ['the harbour office', '40 boats left'],
    ]);
    assert.deepEqual(said('Forty boats left, according to the harbour office.'), [
      ['the harbour office', 'Forty boats left'],
    ]);
  });

  it('knows who "he", a last name and a role stand for', () => {
    const text =
      'Fishermen’s leader Tomas Reik said the ferry was late. He said 40 boats had left. Reik added that the rest would follow.';
    assert.deepEqual(
      said(text).map(([speaker]) => speaker),
      ['Fishermen’s leader Tomas Reik', 'Fishermen’s leader Tomas Reik', 'Fishermen’s leader Tomas Reik'],
    );
  });

  it('names nobody for the pronoun of whoever asks behind an unnamed speaker', () => {
    const speakers = said('“It is late,” the harbour master said. “Did he say so?” she asked. She added that it was.');
    assert.deepEqual(
      speakers.map(([speaker]) => speaker),
      ['the harbour master', null, 'the harbour master'],
    );
  });

  it('keeps an unnamed crowd as it is printed', () => {
    assert.deepEqual(said('Adair and Norwegian captains have said they were asleep.'), [
      ['Adair and Norwegian captains', 'they were asleep'],
    ]);
  });

  it('names the one who spoke and not the one spoken for', () => {
    const text = '“It is late,” Ilse Maren, spokeswoman for harbour master Tomas Reik, said on the pier.';
    const [first] = attributionsOf(text, sentencesOf(text));
    assert.equal(first?.speaker_name, 'Ilse Maren');
    assert.equal(first?.speaker_role, 'spokeswoman for harbour master Tomas Reik');
  });

  it('names the role that a comma sets before a name', () => {
    const [first] = attributionsOf(
      'The mayor of Adair, Jana Kolb, said it was late.',
      sentencesOf('The mayor of Adair, Jana Kolb, said it was late.'),
    );
    assert.deepEqual([first?.speaker_name, first?.speaker_role], ['Jana Kolb', 'mayor of Adair']);
  });

  it('hears whoever speaks in a relative clause, by the pronoun that is printed', () => {
    const text = 'The mayor met a diver who said the hull was torn. The mayor held a report that shows two cracks.';
    const [diver, report] = attributionsOf(text, sentencesOf(text));
    assert.deepEqual([diver?.speaker, text.slice(diver?.source?.start, diver?.source?.end)], ['a diver', 'who']);
    assert.deepEqual([report?.speaker, text.slice(report?.source?.start, report?.source?.end)], ['a report', 'that']);
  });

  it('goes on to the verb over what is set between, and stops where others speak', () => {
    const speakersOf = (text: string) => said(text).map(([speaker]) => speaker);
    assert.deepEqual(speakersOf('Ida Moor, 59, of Ostrel, Md., said the pier shook.'), ['Ida Moor']);
    assert.deepEqual(speakersOf('Moor -- a nurse at the harbour clinic -- said the pier shook.'), [
      'Moor -- a nurse at the harbour clinic',
    ]);
    assert.deepEqual(speakersOf('“The pier shook,” said Ida Moor, who has lived there since 1995.'), ['Ida Moor']);
    assert.deepEqual(said('Kolb said the pier was safe, and two divers warned that it was not.'), [
      ['Kolb', 'the pier was safe'],
      ['two divers', 'that it was not'],
    ]);
    assert.deepEqual(speakersOf('Ida Moor, the mayor’s sister, noted the crack.'), ['Ida Moor, mayor’s sister']);
    assert.deepEqual(speakersOf('In August, several groups granted it more time, saying the pier was safe.'), [
      'several groups',
    ]);
    assert.deepEqual(
      speakersOf('The pier -- which Kolb says she knows -- and the rules that could close it are old.'),
      ['Kolb', 'Kolb'],
    );
    assert.deepEqual(speakersOf('“It is late,” council leader Ida Moor, R-Ky., said Tuesday.'), [
      'council leader Ida Moor',
    ]);
    assert.deepEqual(speakersOf('Following a swiftly called meeting, the council rose.'), []);
  });

  it('hears verbs at the end, in a headline, in the passive and behind a participle', () => {
    assert.deepEqual(said('Two piers are unsafe, Jana Kolb told the Ostrel Courier on Friday.'), [
      ['Jana Kolb', 'Two piers are unsafe'],
    ]);
    assert.deepEqual(said('Two piers are unsafe, The Courier has learned.'), [['Courier', 'Two piers are unsafe']]);
    assert.deepEqual(said('“Why were both of the piers left open?” Kolb demanded.'), [
      ['Kolb', '“Why were both of the piers left open?”'],
    ]);
    assert.deepEqual(said('Kolb Says Harbour Museum Will Open After All'), [
      ['Kolb', 'Harbour Museum Will Open After All'],
    ]);
    assert.deepEqual(said('Reik was called a fraud by harbour officials.'), [['harbour officials', 'a fraud']]);
    assert.deepEqual(said('Claiming the pier was safe, Kolb told divers that they could go.'), [
      ['Kolb', 'the pier was safe'],
      ['Kolb', 'that they could go'],
    ]);
    assert.deepEqual(said('Said Kolb: “The pier is safe for all of us.”'), [
      ['Kolb', '“The pier is safe for all of us.”'],
    ]);
    assert.deepEqual(said('Kolb appeared to suggest that both piers would close.'), [
      ['Kolb', 'that both piers would close'],
    ]);
  });

  it('gives no words to what is told of a speaker, to a court that heard them, or to a wish not to be named', () => {
    assert.deepEqual(
      said('The mayor of Ostrel, Jana Kolb, who remembers the flood of 1987, said it was worse.').at(-1),
      ['Jana Kolb, mayor of Ostrel', 'it was worse'],
    );
    assert.deepEqual(said('The jury heard that the pilot slept.'), [[null, 'that the pilot slept']]);
    assert.deepEqual(said('“It shook,” said Ida, a nurse who asked that her name not be used.').length, 1);
    assert.deepEqual(said('The fire was first reported by the Courier. Receipts from value added tax rose.'), []);
    assert.deepEqual(said('Reik warned the firm twice. Ida Moor wrote about it..'), []);
  });

  it('hears voices right behind a quotation, and numbers that somebody reckons with', () => {
    assert.deepEqual(said('“A pier is a pier,” Kolb laughed. Kolb laughed at the pier.'), [
      ['Kolb', '“A pier is a pier,”'],
    ]);
    assert.deepEqual(said('Kolb put the loss at 11 million crowns.'), [['Kolb', 'the loss at 11 million crowns']]);
    assert.deepEqual(said('Boats could fill the gap, warns economist Ida Quinn.'), [
      ['economist Ida Quinn', 'Boats could fill the gap'],
    ]);
    assert.deepEqual(said('“Nothing grows here any more.”\n-- Farmer Ida Moor').at(0)?.[0], 'Farmer Ida Moor');
    assert.deepEqual(said('The fund, citing court papers, reported two thefts.').at(-1)?.[0], 'court papers');
    assert.deepEqual(said('Divers claimed to have seen two cracks.'), [['Divers', 'to have seen two cracks']]);
    assert.deepEqual(said('The defence said so. “Six years and no end,” he said.').at(-1)?.[0], null);
    assert.deepEqual(said('Divers had expected 0.4 metres.'), [['Divers', '0.4 metres']]);
    assert.deepEqual(said('Marks rose in a trial at Bexley, said head teacher Ida Moor, who took part.'), [
      ['head teacher Ida Moor', 'Marks rose in a trial at Bexley'],
    ]);
    assert.deepEqual(said('Then, from coach Ida Moor: “They ran well in the rain.”'), [
      ['coach Ida Moor', '“They ran well in the rain.”'],
    ]);
    assert.deepEqual(said('“We were promised a pier by them.”\n— Ida Moor'), [
      ['Ida Moor', '“We were promised a pier by them.”'],
    ]);
    assert.deepEqual(
      said('The fund, quoting the army, said two piers fell.').map(([speaker]) => speaker),
      ['The fund', 'the army'],
    );
  });

  it('takes a pronoun for whom the sentence before it is about, and "it" for nobody of flesh and blood', () => {
    const speakersOf = (text: string) => said(text).map(([speaker]) => speaker);
    const told = 'Her niece, Ida Moor, said she died. Jana Kolb left school at 14. “I saw the sea,” she told a friend.';
    assert.deepEqual(speakersOf(told), ['Ida Moor, Her niece', 'Jana Kolb']);
    assert.deepEqual(speakersOf('Diver Ida Moor said she still wakes. “I hear the hull,” it said.'), [
      'Diver Ida Moor',
      null,
    ]);
    assert.deepEqual(
      speakersOf(
        'The health trust spoke up. The health trust said no. A letter warned of rain. The trust is wrong: nobody, it says, fell.',
      ).at(-1),
      'The health trust',
    );
  });

  it('tells a charge and a clause from what somebody did or went through', () => {
    const isAct = (text: string) => attributionsOf(text, sentencesOf(text)).map(({ is_act }) => is_act);
    assert.deepEqual(isAct('Kolb accused the mayor of lying.'), [false]);
    assert.deepEqual(isAct('Kolb called the plan a fraud.'), [false]);
    assert.deepEqual(isAct('A panel found the pier was unsafe.'), [false]);
    assert.deepEqual(isAct('Kolb learned that according to divers the pier was unsafe.').at(0), false);
    assert.deepEqual(isAct('Kolb declined that offer and left.'), [true]);
    assert.deepEqual(isAct('Kolb continues her tour of the piers.'), []);
    assert.deepEqual(isAct('The most well known effects are cracks.'), []);
  });

  it('gives a sentence that two share to the one who says more of it', () => {
    const text = 'Kolb said the old pier was safe, and two divers warned that it was not.';
    const statements = statementsOf(text, sentencesOf(text));
    const { attribution } = readClaim(text, { start: 0, end: text.length }, statements);
    assert.deepEqual(attribution, [{ name: 'Kolb', role: null }]);
  });

  it('takes what is cited for a source only where it can be asked', () => {
    assert.deepEqual(said('Kolb said the pier would close, citing the risk of fire.'), [
      ['Kolb', 'the pier would close'],
      ['Kolb', 'the risk of fire'],
    ]);
    assert.deepEqual(said('Kolb said the pier would close, citing harbour officials.'), [
      ['Kolb', 'the pier would close'],
      ['harbour officials', 'the pier would close'],
    ]);
  });

  it('hears speakers that only a label, a signature or a colon announces', () => {
    assert.deepEqual(said('JANA KOLB: It is late.'), [['JANA KOLB', 'It is late.']]);
    assert.deepEqual(said('“It is late and nobody has come.” — Jana Kolb'), [
      ['Jana Kolb', '“It is late and nobody has come.”'],
    ]);
    assert.deepEqual(said('Jana Kolb said:\n\n“It is late and nobody has come to the pier.”'), [
      ['Jana Kolb', '“It is late and nobody has come to the pier.”'],
    ]);
  });

  it('hears who is quoted as saying, inside who quotes', () => {
    const text = 'The Herald quoted the harbour master as saying 40 boats had left.';
    const inner = attributionsOf(text, sentencesOf(text)).find((each) => each.speaker === 'the harbour master');
    assert.equal(inner?.chain.length, 2);
  });

  it('hears a claim that a noun hands over', () => {
    assert.deepEqual(said('Forty boats left despite Jana Kolb’s claim that the pier was closed.'), [
      ['Jana Kolb', 'that the pier was closed'],
    ]);
  });

  it('tells an act from a statement', () => {
    const text = 'The court rejected the appeal. The court said the appeal was late.';
    assert.deepEqual(
      attributionsOf(text, sentencesOf(text)).map(({ is_act }) => is_act),
      [true, false],
    );
  });

  it('follows a chain, outermost first', () => {
    const text = 'The Adair Herald reported that Ilse Maren said the ferry was late.';
    const inner = attributionsOf(text, sentencesOf(text)).find((each) => each.speaker_name === 'Ilse Maren');
    assert.deepEqual(
      inner?.chain.map(({ name }) => name),
      ['Adair Herald', 'Ilse Maren'],
    );
  });

  it('gives a quotation that goes on to the same speaker', () => {
    const text = '“We waited,” Ilse Maren said. “Nobody came to the pier at night.”\n\n“Nobody ever comes to us here.”';
    assert.deepEqual(
      said(text).map(([speaker]) => speaker),
      ['Ilse Maren', 'Ilse Maren', 'Ilse Maren'],
    );
  });

  it('names whom a relative clause tells apart, whole', () => {
    const speaker = (text: string) => said(text).at(-1)?.[0];
    assert.equal(
      speaker('The company that owns the ship said that 190 people had bought tickets.'),
      'The company that owns the ship',
    );
    assert.equal(
      speaker('A spokesman for the firm that built the bridge said it was safe.'),
      'A spokesman for the firm that built the bridge',
    );
    assert.equal(speaker('Two men who were hurt said the bridge had shaken.'), 'Two men who were hurt');
    assert.equal(
      speaker('Officials who asked not to be named said the bridge was safe.'),
      'Officials who asked not to be named',
    );
    assert.equal(speaker('The woman who told police said nothing had burned.'), 'The woman who told police');
    assert.equal(speaker('Police said they had met the man who said he was the owner.'), 'the man');
    // The same small word opens what was said.
    assert.equal(speaker('She told the mayor that firemen said the bridge was safe.'), 'firemen');
    assert.equal(speaker('The mayor confirmed that workers at the plant said it was late.'), 'workers at the plant');
  });

  it('hears no speech of nobody', () => {
    for (const words of [
      'Nobody has explained the difference.',
      'No one had claimed the boats.',
      'Neither side has confirmed the deaths.',
      'None of them has admitted the theft.',
      'No official has said that the bridge is safe.',
      'Few have explained how it happened.',
      'Nothing suggests that the ship was overloaded.',
    ])
      assert.deepEqual(said(words), [], words);
    assert.deepEqual(
      ['No fewer than 20 witnesses said it was late.', 'Some have said that it was late.'].map(
        (words) => said(words)[0]?.[0],
      ),
      ['20 witnesses', 'Some'],
    );
  });

  it('hears nobody where a thing or a place went through something', () => {
    assert.deepEqual(said('The town has seen no fire like it.'), []);
    assert.deepEqual(said('The town has seen fires like it before.'), []);
    assert.deepEqual(said('The region has known only drought.'), []);
    assert.deepEqual(said('The mayor said that the town has seen no fire like it.'), [
      ['The mayor', 'that the town has seen no fire like it'],
    ]);
    assert.deepEqual(said('Residents saw that the ship was burning.'), [['Residents', 'that the ship was burning']]);
  });

  it('hears nobody in the article’s own voice', () => {
    assert.deepEqual(said('The ferry sank at noon. At least 24 people drowned.'), []);
  });

  it('hears no speech in a rise, an attack, a unit that is called something, or votes', () => {
    for (const text of [
      'Fares rose 0.6 percentage points to 4.1 percent.',
      'Boats fell 9 points to close at 310.',
      'A guard from a unit called the Grey Post was persuaded to travel back to the pier.',
      'The book, written by Ilse Maren, was banned.',
      'The bill got 31 votes to 9.',
      'Nine sailors saw it.',
    ])
      assert.deepEqual(said(text), [], text);
  });

  it('keeps the verb of an outer clause, the hearer and what somebody does meanwhile out of a name', () => {
    const speakers = (text: string) => said(text).map(([speaker]) => speaker);
    assert.deepEqual(speakers('Maren noted the records show 40 boats sank.'), ['Maren', 'the records']);
    assert.deepEqual(
      speakers('Ilse Maren, a spokeswoman for the port, told the Evening Post in a statement that it sank.'),
      ['Ilse Maren, spokeswoman for the port'],
    );
    assert.deepEqual(speakers('According to a letter seen by the Post, the firm owes $4m.'), [
      'a letter seen by the Post',
    ]);
    assert.deepEqual(speakers('“No,” said Maren, 41, a pilot from Adair who has lived there for nine years.'), [
      'Maren, pilot from Adair',
    ]);
    assert.deepEqual(speakers('“We thank you,” said Maren to the crowd.'), ['Maren']);
    assert.deepEqual(
      speakers('Doctor Ilse Maren, Director of the Sea Survey, and Chair of the Centre for Tides, says 40 were ill.'),
      ['Doctor Ilse Maren'],
    );
    assert.deepEqual(speakers('Mayor Maren, opening the bridge on Monday, said it was safe.'), ['Mayor Maren']);
    assert.deepEqual(speakers('WHO say 40 people died. “Late,” Maren sighed. Sailors theorised that it burned.'), [
      'WHO',
      'Maren',
      'Sailors',
    ]);
    assert.deepEqual(
      speakers('And from Chairwoman Oren: “She brings forty years of work to the port.” Maren added: “No.”'),
      ['Chairwoman Oren', 'Maren'],
    );
    assert.deepEqual(speakers('Anna Lynch said it sank. Anna’s father Karl Lynch said it burned.'), [
      'Anna Lynch',
      'Anna’s father Karl Lynch',
    ]);
  });

  it('gives words to whoever is cited by another', () => {
    const chains = (text: string) =>
      attributionsOf(text, sentencesOf(text)).map(({ chain }) => chain.map(({ printed }) => printed).join(' > '));
    assert.deepEqual(chains('The Post, citing police, said 12 men died.'), ['Post', 'Post > police']);
    assert.deepEqual(chains('Radio Adair reported, citing the port office, that 40 sank.'), [
      'Radio Adair',
      'Radio Adair > the port office',
    ]);
  });

  it('makes nobody both he and she, and nobody of a pronoun that could be anybody', () => {
    const speakers = (text: string) => said(text).map(([speaker]) => speaker);
    const text =
      'Omar Reik, the pilot, met Anna Kolb, the judge. She said he lied. He said nine men drowned. “I never met her,” he added.';
    assert.deepEqual(speakers(text), ['Anna Kolb', 'Omar Reik', 'Omar Reik']);
    assert.deepEqual(speakers('Anna Kolb said: “It is safe.” He said the town had lost two boats.'), [
      'Anna Kolb',
      null,
    ]);
    const unclear = 'Anna Kolb left. He said it sank.';
    assert.deepEqual(attributionsOf(unclear, sentencesOf(unclear))[0]?.chain, [
      { name: null, role: null, printed: NOT_CLEAR },
    ]);
  });

  it('stays inside the text, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { content, cue, source } of attributionsOf(text, sentencesOf(text))) {
          for (const range of [content, cue, ...(source ? [source] : [])]) {
            assert.ok(0 <= range.start && range.start < range.end && range.end <= text.length);
          }
        }
      }),
    );
  });
});

describe('a claim marked with nothing but its words', () => {
  const text = 'Port spokeswoman Ilse Maren said more than 40 boats had left. The pier was closed at noon.';
  const mark = (words: string) => {
    const start = text.indexOf(words);
    return readClaim(text, { start, end: start + words.length }, statementsOf(text, sentencesOf(text)));
  };

  it('is given statement, kind, speaker and figure', () => {
    const claim = mark('more than 40 boats had left');
    assert.equal(claim.statement, 'more than 40 boats had left');
    assert.equal(claim.kind, 'number');
    assert.deepEqual(claim.attribution, [{ name: 'Ilse Maren', role: 'Port spokeswoman' }]);
    assert.equal(claim.figures[0]?.comparator, '>');
  });

  it('has no speaker in the article’s own voice', () => {
    const claim = mark('The pier was closed at noon');
    assert.deepEqual([claim.kind, claim.attribution], ['event', []]);
  });
});
