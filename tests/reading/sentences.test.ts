// Sentences: the rules a reader expects, and the promises for any text at all.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { paragraphsOf } from '#src/reading/sentences/paragraphs.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { anyText, anyUnits, roughProse } from './arbitrary-texts.ts';
import { UNENDING } from './unending.ts';

const cut = (text: string, language?: string) =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences of English', () => {
  const kept: [string, string][] = [
    ['a title before a name', 'Dr. Vail met Gen. Oren at noon.'],
    ['initials', 'The report by M. K. Vail was late.'],
    ['a country before its office', 'He works for the U.S. Treasury in Vienna.'],
    ['a time of day before a weekday', 'The vote is due by 5 p.m. Friday in the upper house.'],
    ['a decimal and a price', 'Rates rose 3.5 points to $12.40 a share.'],
    ['a page', 'The table is on p. 55 of the annex.'],
    ['an address', 'Write to desk.news@example.org or see www.example.org/a.b.html for more.'],
    ['a question inside a quotation with its speaker', '"Why now?" Oren asked.'],
    ['an exclamation in a name', 'She joined Yahoo! in the spring.'],
    ['an omission', 'The law [...] applies to all ... even to us.'],
    ['a sentence in brackets', 'The bridge (It was built in 1931.) is closed.'],
    ['a reference behind a quotation', '"The river rose [...]" (Vail 12).'],
  ];
  for (const [what, text] of kept) it(`keeps ${what} in one sentence`, () => assert.deepEqual(cut(text), [text]));

  const parted: [string, string[]][] = [
    ['before who spoke next, with a capital', ['Ms. Oren said: "The town is safe."', 'She said two boats had sunk.']],
    ['behind the sign of a note', ['They sank.[4]', 'Two were found.[12]', 'It rained.']],
    ['after the number of a volume', ['The list is in vol. 7.', 'Maps are in vol. XIV of it.']],
    ['after a stop', ['The bridge is closed.', 'It will open in May.']],
    ['after a closing quotation mark', ['“It is not safe.”', 'The mayor agreed.']],
    ['after a company that ends a sentence', ['They sold it to Oren & Co.', 'It closed a year later.']],
    ['after a country that ends a sentence', ['She lives in the U.S.', 'He does not.']],
    ['after an initial that is a word', ['It was you and I.', 'Did you know?']],
    ['after four dots', ['I never said so....', 'She left.']],
    ['after a place line', ['VIENNA (Agency) —', 'The bridge is closed.']],
    ['after a heading with its date', ['Bridge closed for good', 'Sunday, March 3, 2019']],
    ['before the credit of a picture', ['The bridge at night.', 'Image: M. Vail.']],
    ['at the points of a list in one line', ['1. Cement', '2. Steel', '3. Glass']],
  ];
  for (const [what, pieces] of parted) it(`parts ${what}`, () => assert.deepEqual(cut(pieces.join(' ')), pieces));

  it('parts sentences that forgot their space', () => {
    assert.deepEqual(cut('The bridge is closed.Today it rained.'), ['The bridge is closed.', 'Today it rained.']);
  });
});

describe('sentences of other languages', () => {
  const texts: [string, string[]][] = [
    ['es', ['El Sr. García llegó ayer.', '¿Qué dijo?', 'Nada.']],
    ['fr', ['M. Dupont est parti.', 'Il reviendra demain.']],
    ['de', ['Er kam am 3. Mai nach Wien.', 'Es regnete, z. B. am Abend.']],
    ['pt', ['O Sr. Silva chegou.', 'Não disse nada.']],
    ['fr', ['Mme Vail a dit : « C’est fermé. »', 'Elle a versé 2 300 euros.', '« Non. » a-t-elle répété.']],
    ['de', ['Der Hafen kostete 2,5 Mio. Euro.', 'Das sind ca. 30 Prozent mehr.', '»Nein.«', '„Ja.“', 'Sie ging.']],
    ['es', ['Salió de EE. UU. en 2004.', '«No es así.»', 'La Dra. Vail calló.']],
    [
      'de',
      ['Das waren 12.', 'Die Fa. Moor u. Co. KG zog in die Seestr. 4 um.', 'Ludwig XIV. starb im 18. Jahrhundert.'],
    ],
    ['fr', ['Elle a dit : « C’est faux… »', 'Le juge a souri.', 'Le nº 12 a brûlé.']],
    ['es', ['Vive en la av. Sol 12.', 'Costó 3 mill. de euros.']],
    ['ar', ['بلغ العدد ١٬٢٠٠٫٥ مليون، كما قال د. سليم.', '«لن نغلق.»', 'خرج؛ ثم عاد!']],
    ['ar', ['وصل الوزير أمس.', 'ماذا قال؟', 'لا شيء.']],
    ['fa', ['وزیر دیروز آمد.', 'چه گفت؟']],
    ['hi', ['मंत्री कल आए।', 'उन्होंने क्या कहा?']],
  ];
  for (const [language, pieces] of texts) {
    it(`parts ${language} at its own stops: ${pieces[0]}`, () =>
      assert.deepEqual(cut(pieces.join(' '), language), pieces));
  }
  for (const [language, pieces] of [
    ['zh', ['部长昨天到了。', '他说了什么？']],
    ['ja', ['大臣は昨日来た。', '何と言ったか？']],
    ['zh', ['“船沉了。”她说。', '他们看《海啊！海》好吗？', '好！']],
    ['ja', ['「船が沈んだ。」と大臣は述べた。', '市長は「違う！」と言った。']],
  ] as const) {
    it(`parts ${language}, which writes no spaces: ${pieces[0]}`, () =>
      assert.deepEqual(cut(pieces.join(''), language), pieces));
  }
  it('reads a text whose language tag means nothing', () => {
    assert.equal(sentencesOf('One thing. Another thing.', 'no such tag!').length, 2);
  });
});

describe('paragraphs', () => {
  it('end at empty lines, and then only there', () => {
    assert.equal(paragraphsOf('One.\nTwo.\n\nThree.').length, 2);
  });
  it('end at line ends after a stop where no line is empty', () => {
    assert.equal(paragraphsOf('One is here.\nTwo “are there.”\nThree').length, 3);
  });
  it('go on over lines broken in the middle of a sentence', () => {
    assert.equal(paragraphsOf('The bridge is closed and\nnobody knows why.').length, 1);
  });
});

describe('any text', () => {
  it('has each letter in exactly one sentence, in order, on whole characters', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), fc.constantFrom(undefined, 'en', 'es', 'zh', 'ar'), (text, language) => {
        let place = 0;
        for (const { start, end } of sentencesOf(text, language)) {
          assert.ok(place <= start && start < end && end <= text.length);
          assert.equal(text.slice(place, start).trim(), '');
          assert.equal(text.slice(start, end), text.slice(start, end).trim());
          assert.ok(!splitsPair(text, start) && !splitsPair(text, end));
          place = end;
        }
        assert.equal(text.slice(place).trim(), '');
      }),
    );
  });

  it('keeps its first paragraphs when more is written below', () => {
    fc.assert(
      fc.property(roughProse, roughProse, (first, second) => {
        const above = `${first}\n\n`;
        const alone = sentencesOf(above);
        assert.deepEqual(sentencesOf(`${above}x${second}`).slice(0, alone.length), alone);
      }),
    );
  });

  // All of them make two megabytes together; trials/long-texts.ts takes as much of each.
  it('of two megabytes is cut to its end, whatever it is made of', () => {
    const texts = UNENDING.map((piece) => piece.repeat(Math.ceil(250_000 / piece.length)));
    for (const text of [...texts, texts.join('')]) {
      const last = sentencesOf(text).at(-1)?.end ?? 0;
      assert.equal(text.slice(last).trim(), '', JSON.stringify(text.slice(0, 20)));
    }
  });
});

function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
