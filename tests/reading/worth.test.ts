// What stands above the usual line and what below it, where a word or two make the difference.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidatesOf } from '#src/reading/check-worthiness/candidates.ts';

const LINE = 0.3;
const scoreOf = (text: string) => candidatesOf(text)[0]?.score ?? 0;
const reasonsOf = (text: string) => candidatesOf(text)[0]?.reasons ?? [];

function stands(texts: string[]): void {
  for (const text of texts) assert.ok(scoreOf(text) >= LINE, `${text} ${scoreOf(text)}`);
}

function falls(texts: string[], below = 0.2): void {
  for (const text of texts) assert.ok(scoreOf(text) < below, `${text} ${scoreOf(text)}`);
}

describe('check-worthiness', () => {
  it('says of what is passed on unproved that it is, whatever verb passes it on', () => {
    const texts = [
      "The mayor's brother allegedly owns the firm.",
      'The bridge purportedly belongs to a bank.',
      'The firm is said to owe the city rent.',
      'The bishop is widely believed to hold shares in the quarry.',
      'Two clerks are suspected of taking the keys.',
    ];
    stands(texts.filter((text) => !text.includes('belongs')));
    for (const text of texts) assert.ok(reasonsOf(text).includes('passed on unproved'), text);
    assert.ok(reasonsOf('The clerk is accused of keeping the rent.').includes('an accusation'));
    assert.ok(!reasonsOf('The firm is said to owe the city rent.').includes('who said or promised it'));
    assert.ok(!reasonsOf('The tram was supposed to leave at noon.').includes('passed on unproved'));
  });

  it('takes where somebody stood for a claim, millions of nothing for money or people, and a hundred percent for emphasis', () => {
    assert.ok(reasonsOf('I was against the bridge from the beginning.').includes('where somebody stood'));
    assert.ok(!reasonsOf('I was against the wall when it rained.').includes('the speaker himself'));
    assert.ok(reasonsOf('That deal gave them 150 billion in cash.').includes('a number with a unit'));
    assert.ok(!reasonsOf('We are going to build it, one hundred percent.').includes('money or a share'));
  });

  it('takes what somebody owns, owes, holds or runs for a statement of fact', () => {
    const reason = 'what somebody owns, owes or runs';
    for (const text of [
      'The mayor owns the firm.',
      'The state employs more clerks than teachers.',
      'They have nuclear weapons.',
      'He controls both newspapers.',
      'You owe the port forty thousand crowns.',
    ])
      assert.ok(reasonsOf(text).includes(reason), text);
    for (const text of [
      'I have a plan.',
      'They have hope.',
      'We have a lot of work to do on education.',
      'They have voted on the bill.',
      'The government has to close the school.',
      'Price controls on rents hurt the city.',
      'He runs for mayor in May.',
      'My brother runs two shops.',
    ])
      assert.ok(!reasonsOf(text).includes(reason), text);
  });

  it('counts part of a century as time, and as no money or share', () => {
    assert.ok(!reasonsOf('Half a century later the bridge still stands.').includes('money or a share'));
    assert.ok(reasonsOf('Half the voters stayed away.').includes('money or a share'));
    assert.ok(reasonsOf('The worst flood in half a century came at night.').includes('a superlative over a period'));
  });

  it('takes a rank with its field for one that can be looked up', () => {
    stands([
      'The museum holds the largest collection of clocks in the country.',
      'Our ports have the oldest cranes of any state in the union.',
      'This is by far the deepest tunnel in the world.',
      'They built the tallest chimney in Norway.',
      "We're the only country that taxes roofs.",
      'The harvest was the smallest on record.',
    ]);
    falls(['This is the greatest country in the world.', "You're the only one who understands."]);
    assert.ok(!reasonsOf('Most people in the country sleep at night.').includes('a rank in a named field'));
  });

  it('lets nobody be called about the memories of a family', () => {
    falls([
      'My mother worked two jobs to keep us fed.',
      'When I was a boy we had four cows.',
      'My grandparents ran a small shop for forty years.',
      'I grew up with three sisters in one room.',
    ]);
    stands(['When I was governor we cut taxes four times.']);
  });

  it('takes a claim about nobody and never for one about all', () => {
    stands([
      'Not one bank was punished.',
      'None of the ministers resigned.',
      'Nobody in this state lost coverage.',
      'No governor has ever paid it back.',
      'Every family pays 2,000 more.',
      'He has never paid rent for the hall.',
    ]);
    falls(['Nobody wants that.', 'Never give up.', 'We would never do that.', 'I have never been more proud.']);
  });

  it('takes what is said to somebody’s face of a deed for a charge', () => {
    stands([
      'You voted for it.',
      'You cut taxes for the richest.',
      'You said you would close the mine.',
      'But you promised that the school would stay.',
    ]);
    falls(['You know what I mean.', 'You have to listen to me.', 'As you said, we should talk.', 'You will see.']);
  });

  it('weighs what another is said to want or not to have done, and what is contradicted', () => {
    const more = (one: string, other: string) => assert.ok(scoreOf(one) > scoreOf(other), `${one} ${other}`);
    more('She wants to close every harbour on this coast.', 'We want to close every harbour on this coast.');
    more('You are going to raise the fares on the ferry.', 'We are going to raise the fares on the ferry.');
    more("The firm didn't clear the old pier.", 'The firm should clear the old pier.');
    more('That is totally false.', 'That is totally fine.');
    assert.ok(reasonsOf('He is for a ban on all nets.').includes('what somebody else is said to want'));
  });

  it('holds a meeting that nobody can look up, and whoever is called by name, for less', () => {
    const less = (one: string, other: string) => assert.ok(scoreOf(one) < scoreOf(other), `${one} ${other}`);
    less('I met a man in Ostrel who lost two boats.', 'A man in Ostrel lost two boats.');
    less('Our port on the island lost two boats, Ida Marsh.', 'Our port on the island lost two boats to Ida Marsh.');
  });

  it('takes what others are ordered or granted in numbers for laid down somewhere, and an own vow for none', () => {
    stands([
      'Reik must repay £32,000 within two months.',
      'Skippers who paid on time will get a grant of £400 each.',
      'The new quay of Ostrel would hold 40 boats.',
    ]);
    falls(['We will build 400 homes.', 'The mayor hopes to hire 40 clerks.', 'Let us build 400 homes.'], LINE);
    const more = (one: string, other: string) => assert.ok(scoreOf(one) > scoreOf(other), `${one} ${other}`);
    more('The sluice let it fill within 40 days.', 'Let it fill within 40 days.');
  });

  it('holds what a family knows, what nobody wants and the name of a live page for less', () => {
    const less = (one: string, other: string) => assert.ok(scoreOf(one) < scoreOf(other), `${one} ${other}`);
    less('Her husband died in 2009 in Ostrel.', 'Her partner died in 2009 in Ostrel.');
    less('Reik was the youngest of six sisters.', 'Reik was the youngest of six ministers.');
    less('The mayor got the bridge that nobody wanted.', 'The mayor got the bridge that nobody paid for.');
    const headline = (text: string) =>
      candidatesOf(`${text}\n\nThe dam broke at noon on Monday. Two men drowned.`)[0]?.score ?? 0;
    assert.ok(
      headline('Dam break live: latest as water rises') < headline('Dam break leaves port under water as it rises'),
    );
  });

  it('hears the facts of a debate', () => {
    stands([
      'He voted against the bill four times.',
      'Her plan would cost a trillion dollars.',
      'Under this governor crime has doubled.',
      'They have nuclear weapons.',
    ]);
  });

  it('leaves the talk of a debate alone', () => {
    falls([
      'Thank you very much for being here.',
      'We can do better than that.',
      'I believe in the people of this state.',
      "That's what this election is about.",
      'We need to bring people together.',
      'Let me finish.',
      'I have a plan.',
      "Look, here's the thing.",
    ]);
  });
});
