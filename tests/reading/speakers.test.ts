// Speakers of English news whom another sentence, verb or last name could be taken for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributionsOf } from '#src/reading/attribution/attribution.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';

type Row = readonly [text: string, ...said: string[]];

/** "Speaker: what they said", of each attribution, "?" for somebody who is not clear; acts are left out. */
function allSay(rows: readonly Row[]): void {
  for (const [text, ...wanted] of rows) {
    const said = attributionsOf(text, sentencesOf(text))
      .filter(({ is_act }) => !is_act)
      .map(({ speaker, content }) => `${speaker ?? '?'}: ${text.slice(content.start, content.end)}`);
    assert.deepEqual(said, wanted, text);
  }
}

test('of two with one last name the text is about one, a title tells, or nobody is named', () => {
  const paul = 'Mayor Paul Reik drove to Ostrel for his wife, Ilse Reik.';
  const both = ['Ilse Reik: it rained', 'Paul Reik: it snowed'];
  allSay([
    [`${paul} Reik said it rained.`, 'Mayor Paul Reik: it rained'],
    [`${paul} “It rained,” Reik told the crowd.`, 'Mayor Paul Reik: “It rained,”'],
    [`${paul} Mrs Reik said it rained.`, 'Ilse Reik: it rained'],
    ['Ilse Reik said it rained. Paul Reik said it snowed. Reik said it was late.', ...both, '?: it was late'],
    [
      'Ilse Reik said it rained. Mr Reik said it snowed. Ms. Reik said it was late.',
      'Ilse Reik: it rained',
      'Mr Reik: it snowed',
      'Ilse Reik: it was late',
    ],
    ['Jonas Quill came. Mr. Quill said it rained.', 'Jonas Quill: it rained'],
  ]);
});

test('a quotation in a sentence about another is not that of whoever spoke before', () => {
  const tan = 'Port spokesman Greg Tann said the quay was shut.';
  const shut = 'Port spokesman Greg Tann: the quay was shut';
  allSay([
    [
      `${tan}\n\nUnion leader Luis Baran shot back that the port “couldn’t find a crane on a map.”`,
      shut,
      'Union leader Luis Baran: that the port “couldn’t find a crane on a map.”',
    ],
    [
      `${tan} Union leader Luis Baran hit back: “Shut your own quay, then.”`,
      shut,
      'Union leader Luis Baran: “Shut your own quay, then.”',
    ],
    [
      `${tan} Union leader Luis Baran stormed past the press: “He never could find a crane.”`,
      shut,
      '?: “He never could find a crane.”',
    ],
    [
      `${tan} “Nobody told us in time about any of this.”`,
      shut,
      `${shut.split(':')[0]}: “Nobody told us in time about any of this.”`,
    ],
    ['The guards fired back with tear gas.'],
  ]);
});

test('who is told something, or answers a charge, did not say it', () => {
  allSay([
    ['The skipper was told: “Turn round at once and go home.”', '?: “Turn round at once and go home.”'],
    [
      'A skipper who asked it about the flood was told, “Let us talk about the weather.”',
      'A skipper: about the flood',
      '?: “Let us talk about the weather.”',
    ],
    [
      'Quill called the mayor “blind to all of it”, a charge the mayor, Ian Moor, rejected.',
      'Quill: the mayor “blind to all of it”',
    ],
    ['Quill called the plan “a fraud”, a claim the port denies.', 'Quill: the plan “a fraud”'],
    ['Quill called the plan “a fraud”, an accusation that Mayor Ian Moor dismissed.', 'Quill: the plan “a fraud”'],
    ['Mayor Ian Moor rejected the claim.'],
    [
      'Quill said Moor fell back on “taunts and insults” because he cannot defend his record.',
      'Quill: Moor fell back on “taunts and insults” because he cannot defend his record',
    ],
  ]);
});

test('"they" and "he" are whom the text is about, and neither who was asked nor a third', () => {
  allSay([
    [
      'Researchers at Kiel tested 400 sailors. Only 1 in 5 of those who were ill knew they were infected, they found.',
      '1 in 5 of those who were ill: they were infected',
      'Researchers: Only 1 in 5 of those who were ill knew they were infected',
    ],
    [
      'Two thirds of the sailors felt they were healthy, they found.',
      'Two thirds of the sailors: they were healthy',
      '?: Two thirds of the sailors felt they were healthy',
    ],
    [
      'Geologists have found a cave below Ostrel, they report today.',
      'Geologists: Geologists have found a cave below Ostrel',
    ],
    [
      'Luis Baran said no. Ruth Callow and Ben Hutch said the vote was lost. “We stay,” he joked.',
      'Luis Baran: no',
      'Ruth Callow and Ben Hutch: the vote was lost',
      'Ben Hutch: “We stay,”',
    ],
    [
      'Luis Baran said no. Callow and Hutch came. Ruth Callow and Ingrid Hutch said the vote was lost. “We stay,” he joked.',
      'Luis Baran: no',
      'Ruth Callow and Ingrid Hutch: the vote was lost',
      '?: “We stay,”',
    ],
    ['The firm behind it claims to have built it in a week.', 'The firm behind it: to have built it in a week'],
  ]);
});

test('whoever stands behind "says" says it, over asides before the comma', () => {
  allSay([
    [
      'The mast, due in 2029, could settle it, says co-author Dieter Vogt. He puts the odds at one in ten.',
      'co-author Dieter Vogt: The mast, due in 2029, could settle it',
      'co-author Dieter Vogt: the odds at one in ten',
    ],
    [
      'The mast, built in Kiel and due to rise next year, could settle it, says team leader Ida Moor.',
      'team leader Ida Moor: The mast, built in Kiel and due to rise next year, could settle it',
    ],
    ['Quill, the mayor’s brother, said many of them came.', 'Quill, mayor’s brother: many of them came'],
    ['Sailors felt safe there, said Ida Moor.', 'Ida Moor: Sailors felt safe there'],
  ]);
});

test('adding to a bill, keeping a rule, showing support and pleading guilty are no speech; a report is', () => {
  allSay([
    ['The fee rises by 4.99 percent, adding £1.62 a week to a bill.'],
    ['When skippers add the free berth, they pay more.'],
    ['Sweden and Norway have maintained a policy of turning boats round.'],
    ['The crowd sang while showing support for the crew.'],
    ['The bank may consider dropping the reference.'],
    ['Moor, who pleaded guilty last year, testified that Quill lied.', 'Moor: that Quill lied'],
    ['Referring to the witness, Quill said he lied.', 'Quill: he lied'],
    ['Quill added the plan was dead, adding: “Quite dead.”', 'Quill: the plan was dead', 'Quill: “Quite dead.”'],
    ['Students came, some waving placards that read “Hands off our books”.', 'placards: “Hands off our books”'],
    ['Nine boats sank, port records show.', 'port records: Nine boats sank'],
    ['Fees doubled, documents obtained by the Herald show.', 'documents obtained by the Herald: Fees doubled'],
    [
      'Economists polled by the Herald had forecast a reading of 51.2.',
      'Economists polled by the Herald: a reading of 51.2',
    ],
    [
      'The port said tolls rose 3%, beating the 2% analysts had forecast.',
      'The port: tolls rose 3%, beating the 2% analysts had forecast',
    ],
    [
      'Insurers put the damage at between 3 and 5 million euros.',
      'Insurers: the damage at between 3 and 5 million euros',
    ],
  ]);
});

test('where, when and on what somebody spoke is no part of what they said; a second man is no second', () => {
  allSay([
    ['Asked whether the bridge was safe, Quill said: “We do not know.”', 'Quill: “We do not know.”'],
    ['Pressed on the plan, Quill said: “No comment on this.”', 'Quill: “No comment on this.”'],
    ['In a post on X, the port said: “All boats are off.”', 'the port: “All boats are off.”'],
    [
      '“Rates will fall,” said Ida Moor, an analyst at Nordbank, in a note to clients.',
      'Ida Moor, analyst at Nordbank: “Rates will fall,”',
    ],
    ['The lawyer said outside court that his client was innocent.', 'The lawyer: that his client was innocent'],
    ['The king declared three days of mourning.', 'The king: three days of mourning'],
    [
      'Police said a second man was held. “He ran,” said a second witness.',
      'Police: a second man was held',
      'a second witness: “He ran,”',
    ],
    [
      'The port ran a survey, in which, according to papers seen by the Herald, nine of ten skippers said no to it.',
      'papers seen by the Herald: nine of ten skippers said no to it',
      'nine of ten skippers: no to it',
    ],
    ['The camp was shut, which, according to AFP, the union has criticised.', 'AFP: the union has criticised'],
  ]);
});

test('“he” is no body, nor whoever the sentence is not about; “it” is no person', () => {
  const unclear = 'Ilse Reik said it rained. Paul Reik said it snowed.';
  const both = ['Ilse Reik: it rained', 'Paul Reik: it snowed'];
  allSay([
    [
      'Moor had friends at the port, which is a thing that worries Jonas Quill, head of the union.\n\n“No one pays,” he said.',
      'Jonas Quill: “No one pays,”',
    ],
    [
      'Ida Moor said the campaign planned to bus in helpers, though she doubted that it would work.',
      'Ida Moor: the campaign planned to bus in helpers',
      'Ida Moor: that it would work',
    ],
    [
      `${unclear} Reik told them that she believes it was late.`,
      ...both,
      '?: that she believes it was late',
      '?: it was late',
    ],
    [
      'Ostrel Blood Services says stores are low. He called her a “loving” woman.',
      'Ostrel Blood Services: stores are low',
      '?: her a “loving” woman',
    ],
    [
      'It is low, according to Electricity North Coast. It says it will be back.',
      'Electricity North Coast: It is low',
      'Electricity North Coast: it will be back',
    ],
    [
      'Ida Moor praised him. “He saved us,” she said. The keeper, Ivan Ross, was more modest: “I got lucky.”',
      'Ida Moor: “He saved us,”',
      '?: “I got lucky.”',
    ],
    ['The Flood Agency has closed two dams. It says rivers are rising.', 'Flood Agency: rivers are rising'],
  ]);
});

test('who reports in a journal, voices a doubt, stands somewhere or admits it is heard', () => {
  allSay([
    ['A friend of the family said it rained.', 'A friend of the family: it rained'],
    ['Family members said it rained.', 'Family members: it rained'],
    ['“We told them,” says Jonas Quill, pointing at the wall.', 'Jonas Quill: “We told them,”'],
    ['A poll by Nordbank put the party on 28%.', 'A poll by Nordbank: the party on 28%'],
    ['Cold shrinks the heart, researchers report in Nature.', 'researchers: Cold shrinks the heart'],
    ['Cold shrinks the heart, a team in Ostrel reports in The Lancet.', 'a team in Ostrel: Cold shrinks the heart'],
    ['Skippers have expressed deep doubt that the dam will hold.', 'Skippers: that the dam will hold'],
    ['By Ida Moor’s own account, the dam leaked.', 'Ida Moor: the dam leaked'],
    ['To some degree, all agreed that it would raise tolls.', 'all: that it would raise tolls'],
    ['A 58-page survey by the port reveals that tolls rose.', 'A 58-page survey by the port: that tolls rose'],
    [
      'Our reporter Ida Moor is in Ostrel: “The dam has come up two feet.”',
      'reporter Ida Moor: “The dam has come up two feet.”',
    ],
    [
      'Broker Ida Moor, who rates the mill a “buy”, said the rent of £40 a month looked “hard to bear”.',
      'Broker Ida Moor: the rent of £40 a month looked “hard to bear”',
    ],
    ['Kolb Rail said 3,000 shops had shut, a number the port disputes.', 'Kolb Rail: 3,000 shops had shut'],
    [
      'A museum is near; its curator, Ida Moor, put the value at “several hundred pounds”.',
      'Ida Moor, its curator: the value at “several hundred pounds”',
    ],
    [
      'Only 12 Percent of Ida Moor’s Donors Live Here\n\nMoor said half of them were gone.',
      'Ida Moor: half of them were gone',
    ],
    [
      'Nearly 400 pupils were out, state data show, a slight fall.',
      'state data: Nearly 400 pupils were out',
      'state data: a slight fall',
    ],
    [
      'Damage was put at 2.3 million pesos ($39,000) by the farm ministry.',
      'the farm ministry: at 2.3 million pesos ($39,000)',
    ],
    ['One had died for every 30 who came, the agency calculated.', 'the agency: One had died for every 30 who came'],
    [
      'Rosa Diaz, who speaks for the port, said 40 boats had sunk.\n\nOmar, a 19-year-old from Tarn, was days at sea. Seven died, he said.',
      'Rosa Diaz: 40 boats had sunk',
      'Omar: Seven died',
    ],
    [
      'Port Rail said it expected to run six trains. Some 900 people use it, it said.',
      'Port Rail: it expected to run six trains',
      'Port Rail: Some 900 people use it',
    ],
    [
      'The Farm and Herd Board said milk fell. It estimates that a litre costs 39p.',
      'The Farm and Herd Board: milk fell',
      'The Farm and Herd Board: that a litre costs 39p',
    ],
    ['Ida Moor on Thursday brought a budget, saying that tolls would fall.', 'Ida Moor: that tolls would fall'],
    ['They turned to the Ostrel Police Department, which said 40 had died.', 'Ostrel Police Department: 40 had died'],
    ['“No boat will be lost,” the mayor said, amid thumping of desks.', 'the mayor: “No boat will be lost,”'],
  ]);
});
