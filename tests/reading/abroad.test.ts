// Spanish, French, German, Portuguese: who said what (texts labelled by hand), figures, days, key claims.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { keySortsOf } from '#src/claims/key-rule.ts';
import type { Attribution } from '#src/reading/attribution/attributed.ts';
import { attributionsOf } from '#src/reading/attribution/attribution.ts';
import { candidatesOf } from '#src/reading/check-worthiness/candidates.ts';
import { leftoversOf } from '#src/reading/check-worthiness/leftovers.ts';
import { figuresOf } from '#src/reading/entities/figures.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import type { Range } from '#src/reading/text/range.ts';
import { timesSaid } from '#src/workbench/article/time-words.ts';

const LANGUAGES = ['es', 'fr', 'de', 'pt'];
const whole = (text: string) => ({ start: 0, end: text.length });
const heard = (text: string, language: string) => attributionsOf(text, sentencesOf(text, language), language);

type Label = Range & { speaker: string };

/** A text without its marks ⟦speaker|what they said⟧, and what they mark. */
function unmarked(marked: string): { text: string; labels: Label[] } {
  const labels: Label[] = [];
  let text = '';
  for (const [index, piece] of marked.split(/⟦([^⟧]*)⟧/).entries()) {
    const [speaker = '', words = ''] = piece.split('|');
    const start = text.length;
    text += index % 2 === 0 ? piece : words;
    if (index % 2 === 1) labels.push({ speaker, start, end: text.length });
  }
  return { text, labels };
}

function isRight({ speaker, content }: Attribution, label: Label): boolean {
  const shared = Math.min(content.end, label.end) - Math.max(content.start, label.start);
  const [said, wanted] = [speaker?.toLowerCase() ?? '', label.speaker.toLowerCase()];
  const isSame = said !== '' && (said.includes(wanted) || wanted.includes(said));
  return isSame && shared * 2 >= label.end - label.start && shared * 2.5 >= content.end - content.start;
}

function score(language: string): { precision: number; recall: number } {
  const counts = { found: 0, right: 0, wanted: 0, met: 0 };
  const texts = readFileSync(join(import.meta.dirname, 'abroad', `${language}.txt`), 'utf8')
    .trim()
    .split(/\n\n+/);
  for (const { text, labels } of texts.map(unmarked)) {
    const found = heard(text, language).filter((one) => one.speaker !== null);
    counts.found += found.length;
    counts.right += found.filter((one) => labels.some((label) => isRight(one, label))).length;
    counts.wanted += labels.length;
    counts.met += labels.filter((label) => found.some((one) => isRight(one, label))).length;
  }
  return { precision: counts.right / counts.found, recall: counts.met / counts.wanted };
}

describe('speakers of other languages', () => {
  for (const language of LANGUAGES)
    test(`of the texts in ${language} nearly all are found, and nearly all that are found are right`, () => {
      const { precision, recall } = score(language);
      assert.ok(precision >= 0.9 && recall >= 0.85, `precision ${precision}, recall ${recall}`);
    });

  test('where nobody is named and two could be meant, nobody speaks', () => {
    const text = 'La ministra Ana Gil y la jueza Eva Mora se reunieron. Ella dijo que no habrá juicio.';
    assert.deepEqual(
      heard(text, 'es').map(({ speaker }) => speaker),
      [null],
    );
  });

  test('what only looks like a verb of saying hands over to nobody', () => {
    for (const [language, text] of [
      ['es', 'La denuncia que presentó el vecino fue archivada. Se informó de la cuenta en el segundo turno.'],
      ['fr', 'La note qu’il a reçue compte double. On dit que le vent tournera.'],
      ['de', 'Die Meldung kam nach eigenen Angaben zu spät, so dass niemand half. Er lachte laut.'],
      ['pt', 'O segundo turno será no domingo. A conta chegou e a denúncia foi arquivada.'],
    ] as const)
      assert.deepEqual(
        heard(text, language).map(({ speaker, content }) => [speaker, content]),
        [],
        text,
      );
  });

  test('the outlet that was told is not who spoke, and a clause about somebody is theirs', () => {
    const said = (text: string, language: string) =>
      heard(text, language).map(({ speaker_name, speaker }) => speaker_name ?? speaker);
    assert.deepEqual(
      said(
        'Hubo nueve muertos, explicó a la agencia Sur el alcalde, Luis Paz, quien agregó que sigue la búsqueda.',
        'es',
      ),
      ['Luis Paz', 'Luis Paz'],
    );
    assert.deepEqual(
      said(
        'Il y a neuf morts, a expliqué à l’agence Nord le maire, Luc Paz, qui a ajouté que la nuit sera longue.',
        'fr',
      ),
      ['Luc Paz', 'Luc Paz'],
    );
    assert.deepEqual(
      said('Es gab neun Tote, wie die Polizei mitteilte. „Wir gehen“, drohte Landrat Uwe Paz der Zeitung Nord.', 'de'),
      ['die Polizei', 'Uwe Paz'],
    );
    assert.deepEqual(
      said('“Foi rápido”, disse a jornalistas o prefeito Luís Paz, que acrescentou que ninguém morreu.', 'pt'),
      ['Luís Paz', 'Luís Paz'],
    );
  });

  test('no text makes it throw, and no speaker is a part of a quotation', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...'El alcalde dijo que «no» , según la policía . Er sagte „ja“ il a déclaré -t-il — ; : 12 o a'.split(' '),
          ),
          { maxLength: 40 },
        ),
        fc.constantFrom(...LANGUAGES),
        (words, language) => {
          const text = words.join(' ');
          for (const { content, cue } of heard(text, language))
            assert.ok(content.start <= content.end && cue.end <= text.length);
          for (const one of sentencesOf(text, language)) leftoversOf(text, one, language);
          assert.ok(
            candidatesOf(text, sentencesOf(text, language), language).every(({ score }) => score >= 0 && score <= 1),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('verbs that nobody lists, charges, reckonings, infinitives and sentences that point back are heard', () => {
    const cases: [language: string, text: string, speaker: string | null, content: string][] = [
      [
        'es',
        '«Sufrimos mucho ayer», celebró el entrenador, Raúl Cano.',
        'Raúl Cano, entrenador',
        '«Sufrimos mucho ayer»',
      ],
      [
        'es',
        'La fiscalía lo acusa de haberse quedado con 1,3 millones.',
        'La fiscalía',
        'haberse quedado con 1,3 millones',
      ],
      ['es', 'El acusado admitió los hechos, pero negó haberse enriquecido.', 'El acusado', 'haberse enriquecido'],
      [
        'es',
        'Según el diario La Tribuna, un club ofreció 4 millones.',
        'el diario La Tribuna',
        'un club ofreció 4 millones',
      ],
      ['es', 'La Cámara habló de un «golpe duro».', 'La Cámara', '«golpe duro»'],
      ['fr', 'Un musée ouvrira en 2028, a fait savoir la région.', 'la région', 'Un musée ouvrira en 2028'],
      ['fr', '« On a souffert », a réagi l’entraîneur Yann Le Goff.', 'Yann Le Goff, entraîneur', '« On a souffert »'],
      ['fr', 'Le buteur Issa Koné, auteur d’un doublé, dit vouloir rester.', 'Issa Koné', 'vouloir rester'],
      ['fr', 'D’après un rapport publié en mars, douze ponts sont usés.', 'un rapport publié', 'douze ponts sont usés'],
      ['pt', 'A secretaria adiantou que um museu pode abrir.', 'A secretaria', 'um museu pode abrir'],
      ['pt', 'O réu admitiu os fatos, mas negou ter enriquecido.', 'O réu', 'ter enriquecido'],
      [
        'de',
        'Frau Lohmann schätzte den Schaden auf rund 2 Millionen Euro.',
        'Lohmann',
        'den Schaden auf rund 2 Millionen Euro',
      ],
      ['de', 'Die Anklage wirft ihm vor, Geld unterschlagen zu haben.', 'Die Anklage', 'Geld unterschlagen zu haben'],
      ['de', 'Wie das Amt weiter mitteilte, stehen 40 Häuser leer.', 'das Amt', 'stehen 40 Häuser leer'],
      ['de', 'Der Trainer geht im Mai. Das gab der Verein bekannt.', 'der Verein', 'Der Trainer geht im Mai'],
      ['de', 'Die Pfähle sind alt, ergab eine Untersuchung.', 'eine Untersuchung', 'Die Pfähle sind alt'],
      [
        'de',
        'Die Industrie- und Handelskammer sprach von einem „Schlag“.',
        'Die Industrie- und Handelskammer',
        '„Schlag“',
      ],
    ];
    for (const [language, text, speaker, content] of cases) {
      const found = heard(text, language).map((one) => [one.speaker, text.slice(one.content.start, one.content.end)]);
      const isThere = found.some(([who, what]) => who?.startsWith(speaker ?? '') && what?.includes(content));
      assert.ok(isThere, `${text}: ${JSON.stringify(found)}`);
    }
    assert.deepEqual(heard('Según sus cálculos, faltan 4 millones. La secretaria fue al puerto.', 'es'), []);
  });
});

describe('figures of other languages', () => {
  const read = (text: string, language: string) =>
    figuresOf(text, whole(text), language).map(({ comparator, low, high, unit }) =>
      `${comparator} ${low === high ? low : `${low ?? ''}..${high ?? ''}`} ${unit ?? ''}`.trim(),
    );

  test('are read by their own separators, words and bends', () => {
    const meant: [string, string, string[]][] = [
      ['es', 'Unas 1.200 personas y al menos dos mil quinientos soldados.', ['~ 1200 personas', '≥ 2500.. soldados']],
      [
        'es',
        'Costó 3 mil millones de euros, un 3,5 por ciento más. Dos tercios votaron.',
        ['= 3000000000 euros', '= 3.5 %', '= 0.6666666666666666 share'],
      ],
      [
        'es',
        'Entre 30 y 40 niños, o uno de cada tres; cientos de vecinos.',
        ['= 30..40 niños', '= 0.3333333333333333 share', '≥ 200.. vecinos'],
      ],
      [
        'fr',
        'Environ 1 200 euros, quatre-vingt-dix-sept voix, une centaine de policiers.',
        ['~ 1200 euros', '= 97 voix', '~ 100 policiers'],
      ],
      [
        'fr',
        'Près d’un tiers ; le budget passe de 3,5 à 4,1 milliards d’euros.',
        ['~ 0.3333333333333333 share', '= 3500000000 euros', '= 4100000000 euros'],
      ],
      [
        'de',
        'Rund 1,5 Mio. Euro für zweihundertvierunddreißig Häuser, bis zu 50 Helfer.',
        ['~ 1500000 Euro', '= 234 Häuser', '≤ ..50 Helfer'],
      ],
      [
        'de',
        'Mehr als ein Drittel der 2000 Menschen, zwei neue Fälle.',
        ['> 0.3333333333333333.. share', '= 2000 Menschen', '= 2 Fälle'],
      ],
      [
        'pt',
        'R$ 1,5 bilhão, cerca de 40 mil pessoas, um em cada três, mais de vinte e dois alunos.',
        ['= 1500000000 R$', '~ 40000 pessoas', '= 0.3333333333333333 share', '> 22.. alunos'],
      ],
      ['de-CH', 'Es kostet 1’200’000 Franken.', ['= 1200000 Franken']],
      ['es-MX', 'Llegaron 1,200 personas.', ['= 1200 personas']],
    ];
    for (const [language, text, figures] of meant) assert.deepEqual(read(text, language), figures, text);
  });

  test('leave articles, years, days and names alone', () => {
    for (const [language, text] of [
      ['es', 'Un alcalde llegó en 2011 a una casa el 5 de mayo.'],
      ['fr', 'Une maire est arrivée en 2011, le 1er mai, à 17h40.'],
      ['de', 'Ein Mann kam 2011 am 5. Mai um 17.40 Uhr mit einer Boeing 737.'],
      ['pt', 'Um prefeito chegou em 2011, no dia 5 de maio, às 17h40.'],
    ] as const)
      assert.deepEqual(read(text, language), [], text);
  });
});

test('rates, shares of ten thousand, halves, millions of money and contracted comparisons are read abroad; telephones are not', () => {
  const rows: [language: string, text: string, ...figures: string[]][] = [
    ['es', 'La tasa es de 85 por cada 100.000 habitantes.', '= 85 por cada 100.000 habitantes'],
    ['es', 'Subió más del 20%, en torno al 6% y medio punto.', '> 20 %', '~ 6 %', '= 0.5 punto'],
    ['es', 'Llame al 900 222 333. Vive en la calle Nueva, 14. El Ibex 35 bajó.'],
    ['es', 'En la plaza Mayor 300 vecinos protestaron.', '= 300 vecinos'],
    ['fr', 'Le taux est de 85 pour 100 000 habitants.', '= 85 pour 100 000 habitants'],
    ['fr', 'Une chance sur 20 000, et un demi-point.', '= 0.00005 share', '= 0.5 point'],
    ['fr', 'Le pont a coûté 12 M€, puis 4 M d’euros.', '= 12000000 €', '= 4000000 euros'],
    ['fr', 'Appelez le 01 22 33 44 55, au 14 rue du Port. Le CAC 40 et le Top 14.'],
    ['de', 'Die Rate liegt bei 85 je 100.000 Einwohner.', '= 85 je 100.000 Einwohner'],
    ['de', 'Er sank um einen halben Punkt.', '= 0.5 Punkt'],
    ['de', 'Unter 0800 222 333, in der Hafenstraße 14. Der Dax 40 fiel.'],
    ['de', 'Auf dem Marktplatz 500 Menschen, in der Hafenstraße 14 in Tarn keiner.', '= 500 Menschen'],
    ['pt', 'A taxa é de 85 por 100 mil habitantes.', '= 85 por 100 mil habitantes'],
    ['pt', 'Um caso em cada 20 mil, e meio ponto.', '= 0.00005 share', '= 0.5 ponto'],
    ['pt', 'Ligue 0800 222 333, na rua Nova, 14. O PSI 20 caiu.'],
    ['pt', 'Ligue 112 ou 800 300 400. O 23.º andar.'],
    ['es', 'El paro subió un 4%, hasta 3 millones de personas.', '= 4 %', '= 3000000 personas'],
    ['es', 'Llegaron hasta 300 personas.', '≤ null personas'],
    ['es', 'Triplicó las ventas y gana 70 euros al mes.', '= 3 times', '= 70 euros al mes'],
    [
      'es',
      'Dos de los nueve barcos iban a 40 kilómetros por hora.',
      '= 2 barcos',
      '= 9 barcos',
      '= 40 kilómetros por hora',
    ],
    ['fr', 'Elle a doublé ses ventes, à un demi-million de litres par an.', '= 2 times', '= 500000 litres par an'],
    ['de', 'Der Umsatz hat sich verdreifacht, auf 70 Euro im Monat.', '= 3 times', '= 70 Euro im Monat'],
  ];
  for (const [language, text, ...figures] of rows)
    assert.deepEqual(
      figuresOf(text, whole(text), language).map(({ comparator, low, unit }) => `${comparator} ${low} ${unit}`),
      figures,
      text,
    );
});

test('days of other languages are told where the words alone tell them', () => {
  const said = (text: string, language: string) =>
    Object.fromEntries(
      timesSaid(text, whole(text), { dated_on: '2026-11-28', language }).map(({ words, meaning }) => [words, meaning]),
    );
  assert.deepEqual(said('Ocurrió el 5 de mayo de 2011, del 3 al 7 de mayo de 2012, y ayer. El lunes hablaron.', 'es'), {
    '5 de mayo de 2011': '5 May 2011',
    'del 3 al 7 de mayo de 2012': '3 May 2012 to 7 May 2012',
    ayer: '27 November 2026',
    lunes: '23 November 2026',
  });
  assert.deepEqual(said('Le 1er mai 2011, puis lundi dernier, il y a trois mois, le 31 avril 2020.', 'fr'), {
    'Le 1er mai 2011': '1 May 2011',
    'lundi dernier': '23 November 2026',
    'il y a trois mois': '1 August 2026 to 31 August 2026',
    'le 31 avril 2020': 'there is no 31 April: April has 30 days',
  });
  assert.deepEqual(said('Am 5. Mai 2011 und am vergangenen Montag, vorgestern.', 'de'), {
    '5. Mai 2011': '5 May 2011',
    'vergangenen Montag': '23 November 2026',
    vorgestern: '26 November 2026',
  });
  assert.deepEqual(said('Em 5 de maio de 2011, na segunda-feira passada, anteontem.', 'pt'), {
    '5 de maio de 2011': '5 May 2011',
    'na segunda-feira passada': '23 November 2026',
    anteontem: '26 November 2026',
  });
});

test('a weekday abroad lies behind or ahead by the verb of its clause, and nowhere where that does not say', () => {
  const meant = (text: string, language: string) =>
    timesSaid(text, whole(text), { dated_on: '2026-11-28', language }).map(({ meaning }) =>
      meaning.replace(/ \d+$/, ''),
    );
  for (const [language, text, ...days] of [
    ['es', 'El puente abrirá el lunes.', '30 November'],
    ['es', 'El lunes, el juez dijo que no.', '23 November'],
    ['es', 'El juez, que llegó el martes, va a hablar el jueves.', '24 November', '3 December'],
    ['es', 'La feria abre el lunes. La obra estaría lista el martes.'],
    ['es', 'Sigue cerrado desde el lunes. Estuvo cerrado hasta el martes.', '23 November'],
    ['fr', 'La juge a annoncé mardi que le pont fermera jeudi.', '24 November', '3 December'],
    ['fr', 'Le pont est fermé mardi. Le pont ouvrirait jeudi.'],
    ['fr', 'Il est arrivé lundi. Le vote est prévu mardi.', '23 November', '1 December'],
    [
      'de',
      'Die Stadt hat am Dienstag den Plan vorgestellt, das Bad wird am Montag eröffnet.',
      '24 November',
      '30 November',
    ],
    ['de', 'Er soll am Dienstag öffnen. Er soll am Mittwoch gestohlen haben.', '1 December', '25 November'],
    ['de', 'Das Bad öffnet am Montag. Der Richter sagte, am Dienstag werde es öffnen.'],
    ['pt', 'O juiz morreu na terça-feira, e o voto está marcado para quinta-feira.', '24 November', '3 December'],
    ['pt', 'O museu fica aberto na terça-feira.'],
  ] as const)
    assert.deepEqual(meant(text, language), days, text);
});

test('harm, accusations and money weigh in other languages, too, and are key', () => {
  const worth = (text: string, language: string) =>
    candidatesOf(text, sentencesOf(text, language), language)[0]?.score ?? 0;
  for (const [language, harm, calm] of [
    ['es', 'Al menos 12 personas murieron en el ataque.', 'Es una mañana hermosa en la plaza del pueblo.'],
    ['fr', 'Au moins 12 personnes sont mortes dans l’attaque.', 'C’est une belle matinée sur la place du village.'],
    ['de', 'Mindestens 12 Menschen starben bei dem Angriff.', 'Es ist ein schöner Morgen auf dem Platz im Dorf.'],
    ['pt', 'Ao menos 12 pessoas morreram no ataque.', 'É uma manhã linda na praça da vila.'],
  ] as const) {
    assert.ok(worth(harm, language) > 0.4 && worth(calm, language) < 0.3, language);
    const figures = figuresOf(harm, whole(harm), language);
    assert.deepEqual(
      keySortsOf({ words: harm, sentence_words: harm, role: 'body', figures, language }),
      ['casualties'],
      language,
    );
  }
});
