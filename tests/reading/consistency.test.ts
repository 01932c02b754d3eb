// What does not agree: a claim with its passage, and an article with itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findingsIn } from '#src/reading/consistency/consistency.ts';
import { anyText } from './arbitrary-texts.ts';
import { PAIRS, PASSAGES } from './consistency-pairs.ts';
import { PAIRS_ABROAD } from './consistency-pairs-abroad.ts';

/** The findings of an article without claims, as kind and sentence. */
function itself(text: string): string[] {
  return findingsIn({ text, dated_on: null, language: 'en', claims: [] }).map(
    ({ kind, sentence }) => `${kind}: ${sentence}`,
  );
}

function against(text: string, passage: string): string[] {
  const claims = [{ start: 0, end: text.length, passages: [passage] }];
  return findingsIn({ text, dated_on: null, language: 'en', claims })
    .filter(({ claim }) => claim === 0)
    .map(({ kind, sentence }) => `${kind}: ${sentence}`);
}

describe('a claim and its passage', () => {
  const cases: [string, string, string][] = [
    [
      'The ferry carried 484 people to Adair.',
      'The ferry carried 448 people to Adair.',
      'number: The passage has 448, the copy 484: digits turned.',
    ],
    [
      'It lost three million crowns last year.',
      'It lost three billion crowns last year.',
      'number: The passage has billion, the copy million.',
    ],
    [
      'The port closed on Monday after the storm.',
      'The port closed on Tuesday after the storm.',
      'date: The passage has Tuesday, the copy Monday.',
    ],
    [
      'The bridge opened in 1987 near the mill.',
      'The bridge opened in 1978 near the mill.',
      'date: The passage has 1978, the copy 1987.',
    ],
    [
      'It pays 30 crowns per month to the port.',
      'It pays 30 crowns per year to the port.',
      'unit: The passage has year, the copy month.',
    ],
    [
      'The lane is 90 kilometres long in all.',
      'The lane is 90 miles long in all.',
      'unit: The passage has miles, the copy kilometres.',
    ],
    [
      'The fine was $400 for the ferry firm.',
      'The fine was €400 for the ferry firm.',
      'unit: The passage has €400, the copy $400: another currency.',
    ],
    [
      'Pilot Ilse Maran steered the ferry home.',
      'Pilot Ilse Maren steered the ferry home.',
      'name: The passage has Maren, the copy Maran.',
    ],
    [
      'The ferry was not inspected in spring.',
      'The ferry was inspected in spring.',
      'negation: The copy has “not”, the passage does not.',
    ],
    [
      'The ferry was inspected in spring.',
      'The ferry was not inspected in spring.',
      'negation: The passage has “not”, the copy does not.',
    ],
  ];
  for (const [copy, passage, finding] of cases)
    it(`tells ${finding}`, () => assert.deepEqual(against(copy, passage), [finding]));

  it('are told apart by what they say, and not by how', () => {
    for (const [claim, same, other] of PASSAGES) {
      assert.deepEqual(against(claim, same), [], same);
      assert.notDeepEqual(against(claim, other), [], other);
    }
  });

  it('agree where they say the same in other words, or say different things', () => {
    for (const [copy, passage] of [
      ['Over 12 boats left the port at noon.', 'More than twelve boats left the port at noon.'],
      ['Some 1,200 people left, 25 percent of them by sea.', 'Some 1200 people left, 25% of them by sea.'],
      [
        'The ferry carried 448 people to Adair.',
        'In a log read to reporters: the ferry carried 448 people to Adair, and was full.',
      ],
      ['The ferry carried 448 people to Adair.', 'Nobody knows what 12 pilots did on the 3 boats.'],
    ] as const)
      assert.deepEqual(against(copy, passage), [], copy);
  });
});

describe('a claim and a passage of another language', () => {
  const cases: [language: string, claim: string, passage: string, finding: string | null][] = [
    ['es', 'El puerto no cerró en mayo de 2011.', 'El puerto cerró en mayo de 2011.', 'negation'],
    ['de', 'Der Hafen wird nicht geschlossen, sagte Kolb.', 'Der Hafen wird geschlossen, sagte Kolb.', 'negation'],
    ['es', 'El puerto cerró el lunes por la tarde.', 'El puerto cerró el martes por la tarde.', 'date'],
    ['pt', 'O porto fechou em maio de 2011.', 'O porto fechou em junho de 2011.', 'date'],
    ['es', 'La obra costó 1.200 euros al puerto.', 'La obra costó 2.100 euros al puerto.', 'number'],
    ['es', 'La obra costó 1.200 euros al puerto.', 'La obra costó 1200 euros al puerto.', null],
  ];
  for (const [language, text, passage, kind] of cases)
    it(`${kind ?? 'agree'}: ${text}`, () => {
      const claims = [{ start: 0, end: text.length, passages: [passage] }];
      const found = findingsIn({ text, dated_on: null, language, claims });
      assert.deepEqual(
        found.map((one) => one.kind),
        kind === null ? [] : [kind],
      );
    });
});

describe('an article and itself', () => {
  const wrong: [string, string][] = [
    ['Of the 31 people hurt, 20 were sailors and 12 were pilots.', 'sum: 20 + 12 are 32, not 31.'],
    ['The storm sank 9 ferries and 5 tugs, 15 boats in all.', 'sum: 9 + 5 are 14, not 15.'],
    ['The board voted 14 to 9, with 3 abstentions among its 27 members.', 'sum: 14 + 9 + 3 are 26, not 27.'],
    ['Nine of the 36 locks, or 30 percent, are shut.', 'sum: 9 of 36 are 25 percent, not 30.'],
    [
      'Fares rose from 20 to 25 crowns, an increase of 20 percent.',
      'sum: From 20 to 25 is a change of 25 percent, not 20 percent.',
    ],
    ['It sank on Monday, 3 May 2011, off the pier.', 'date: 2011-05-03 was a Tuesday.'],
    ['It closed on 31 April 2011.', 'date: There is no 31 April: April has 30 days.'],
    ['It was dug from 2001 to 2006, seven years in all.', 'date: From 2001 to 2006 are 5 years, not seven years.'],
    [
      'Born on 2 June 1950, he was 62 when he left on 1 May 2011.',
      'other: Born 2 June 1950, the age by 1 May 2011 was 60, not 62.',
    ],
    ['It burned 12 sheds. The port said all 14 sheds were empty.', 'number: 14 sheds here, 12 sheds before.'],
    ['Maren left. Maren came. Then Marren sat down.', 'name: “Marren” here, “Maren” 2 times elsewhere.'],
  ];
  for (const [text, finding] of wrong) it(`tells ${finding}`, () => assert.deepEqual(itself(text), [finding]));

  for (const [kind, pairs] of Object.entries(PAIRS))
    it(`tells a ${kind} that is wrong from one that is right`, () => {
      for (const [right, wrong] of pairs) {
        assert.deepEqual(itself(right), [], right);
        assert.notDeepEqual(itself(wrong), [], wrong);
      }
    });

  it('holds ages against the day of the article, and one against another, abroad as in English', () => {
    const cases: [language: string, right: string, wrong: string][] = [
      ['en', 'Ida Moor, 66, was born on 3 May 1960.', 'Ida Moor, 45, was born on 3 May 1960.'],
      [
        'es',
        'Ana Prado, nacida el 3 de mayo de 1960, tiene 66 años.',
        'Ana Prado, nacida el 3 de mayo de 1960, tiene 45 años.',
      ],
      ['fr', 'Maud Perrin, née le 3 mai 1960, a 66 ans.', 'Maud Perrin, née le 3 mai 1960, a 45 ans.'],
      [
        'pt',
        'Ana Gil, nascida em 3 de maio de 1960, tem 66 anos.',
        'Ana Gil, nascida em 3 de maio de 1960, tem 45 anos.',
      ],
      [
        'de',
        'Eva Lohmann, geboren am 3. Mai 1960, ist 66 Jahre alt.',
        'Eva Lohmann, geboren am 3. Mai 1960, ist 45 Jahre alt.',
      ],
      ['es', 'Ana Prado, de 45 años. Luis Prado, de 54 años.', 'Ana Prado, de 45 años. Prado, de 54 años, calla.'],
      ['de', 'Eva Lohmann (45) lebt. Jens Lohmann (54) auch.', 'Eva Lohmann (45) lebt. Lohmann (54) schweigt.'],
    ];
    const found = (text: string, language: string) =>
      findingsIn({ text, dated_on: '2026-11-30', language, claims: [] }).length;
    for (const [language, right, wrong] of cases) {
      assert.equal(found(right, language), 0, right);
      assert.equal(found(wrong, language), 1, wrong);
    }
  });

  it('says days in English', () => {
    const text = 'La reunión es el martes 3 de mayo. El miércoles 3 de mayo no habrá barcos.';
    const [found] = findingsIn({ text, dated_on: null, language: 'es', claims: [] });
    assert.equal(found?.sentence, '3 May is a Wednesday here, a Tuesday before.');
  });
  for (const [language, kinds] of Object.entries(PAIRS_ABROAD))
    it(`tells what is wrong from what is right in ${language}`, () => {
      const kindsIn = (text: string) =>
        findingsIn({ text, dated_on: null, language, claims: [] }).map(({ kind }) => kind);
      for (const [kind, pairs] of Object.entries(kinds))
        for (const [right, wrong] of pairs) {
          assert.deepEqual(kindsIn(right), [], right);
          assert.ok(kindsIn(wrong).includes(kind as never), wrong);
        }
      // News that somebody wrote with care says nothing of itself.
      const news = readFileSync(join(import.meta.dirname, 'abroad', `${language}.txt`), 'utf8');
      for (const text of news.replace(/⟦[^|]*\|([^⟧]*)⟧/g, '$1').split(/\n\n+/))
        assert.deepEqual(kindsIn(text), [], text.slice(0, 80));
    });

  it('offers the weekday of another language in its own words', () => {
    const text = 'Sie tagte am Sonntag, dem 7. Mai 2011.';
    const [found] = findingsIn({ text, dated_on: null, language: 'de', claims: [] });
    assert.equal(found?.instead, 'Samstag, dem 7. Mai 2011');
  });

  it('offers what would agree, where that can be told', () => {
    const offered = (text: string) =>
      findingsIn({ text, dated_on: null, language: 'en', claims: [] }).map(({ places: [at], instead }) => [
        at && text.slice(at.start, at.end),
        instead,
      ]);
    assert.deepEqual(offered('It sank on Monday, 3 May 2011, off the pier.'), [
      ['Monday, 3 May 2011', 'Tuesday, 3 May 2011'],
    ]);
    assert.deepEqual(offered('Maren left. Maren came. Then Marren sat down.'), [['Marren', 'Maren']]);
    assert.deepEqual(offered('Of the 31 people hurt, 20 were sailors and 12 were pilots.'), [['31', null]]);
  });

  it('agree where it adds up, or where nobody said that it should', () => {
    for (const text of [
      'Of the 32 people hurt, 20 were sailors and 12 were pilots.',
      'Of the 40 people hurt, 5 were children and 3 were women.',
      'It hurt 12 people, including 4 women and 3 children.',
      'A third of the 48 boats, or 16, sank.',
      'Fares rose from 20 to 25 crowns, up 25 percent.',
      'It sank on Tuesday, 3 May 2011.',
      'It was dug from 2001 to 2006, five years in all.',
      'Born on 2 June 1950, he was 60 when he left on 1 May 2011.',
      'It burned 12 sheds and 2 huts. All 12 sheds were empty.',
      'Korea paid. Korea left. A Korean stayed.',
    ])
      assert.deepEqual(itself(text), [], text);
  });

  it('is read alike each time, within itself, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const language of ['en', 'de', 'es']) {
          const ground = { text, dated_on: '2024-02-14', language, claims: [] };
          const findings = findingsIn(ground);
          assert.deepEqual(findingsIn(ground), findings);
          for (const { places } of findings)
            for (const { start, end } of places) assert.ok(0 <= start && start < end && end <= text.length);
        }
      }),
      { numRuns: 40 },
    );
  });
});
