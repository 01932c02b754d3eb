// Speakers abroad behind an agency, an aside or a view, in a sentence that goes on, and where nobody speaks.
import { test } from 'node:test';
import { allSay } from './said-abroad.ts';

test('an agency that was told ends where who speaks begins, also without an article', () => {
  allSay([
    [
      'es',
      'El Servicio de Costas avisó.\n\n«Corrimos todos», contó a EFE Rosa Gil, vecina de Lugo. «Cayó la tapia entera sobre el huerto».',
      'Rosa Gil: «Corrimos todos»',
      'Rosa Gil: «Cayó la tapia entera sobre el huerto»',
    ],
    ['es', '«Corrimos todos», relató a Europa Press Rosa Gil.', 'Rosa Gil: «Corrimos todos»'],
    ['pt', '"Não há feridos", adiantou à Lusa fonte dos bombeiros.', 'fonte dos bombeiros: "Não há feridos"'],
    ['pt', '"Não há feridos", disse à agência Lusa o comandante Caio Melo.', 'Caio Melo: "Não há feridos"'],
    ['fr', '« Aucun blessé », a dit à l’AFP Luc Faure, marin.', 'Luc Faure: « Aucun blessé »'],
  ]);
});

test('views are heard: in whose eyes, for whom, who sees signs, who holds what for what', () => {
  allSay([
    ['es', 'Para el analista Iván Gil, del banco Norte, la medida «llega tarde».', 'Iván Gil: la medida «llega tarde»'],
    ['es', 'A juicio de su entrenador, el equipo jugó bien.', 'su entrenador: el equipo jugó bien'],
    [
      'es',
      'La policía ve indicios de que alguien mintió. La ministra ve el puente.',
      'La policía: indicios de que alguien mintió',
    ],
    ['pt', 'A juíza Inês Faro veio. Para ela, a norma é vaga.', 'Inês Faro: a norma é vaga'],
    ['pt', 'Para o politólogo Caio Melo, o acordo não resolve nada.', 'Caio Melo: o acordo não resolve nada'],
    ['fr', 'L’association Rive y voit « un abandon ». Elle y voit clair.', 'L’association Rive: « un abandon »'],
    ['fr', 'À en croire le maire Luc Faure, le pont tiendra.', 'Luc Faure: le pont tiendra'],
    ['de', 'Aus Sicht des Verbandes ist der Steg zu teuer.', 'Verbandes: ist der Steg zu teuer'],
    ['de', 'Das Umweltamt hält den Steg für unsicher.', 'Das Umweltamt: den Steg für unsicher'],
    ['de', 'Der Bus hält für eine Stunde. Der Trainer hält viel von ihm. Er hält das Seil für ihn.'],
  ]);
});

test('verbs that ask, publish, complain, contradict, announce and deny hand over; the same verbs of other things do not', () => {
  allSay([
    ['es', '«¿Quién paga?», se preguntó la diputada Ana Sanz.', 'Ana Sanz: «¿Quién paga?»'],
    ['es', 'El diario El Faro publicó que el puente cierra.', 'El diario El Faro: el puente cierra'],
    [
      'es',
      'El juez negó cualquier error. El juez negó la fianza. El club publicó un aviso.',
      'El juez: cualquier error',
    ],
    ['es', 'Ana Sanz defendió, en una entrevista, que el puente aguanta.', 'Ana Sanz: el puente aguanta'],
    ['es', 'El concejal Iván Gil calló, aunque reconoció que «faltó tiempo».', 'Iván Gil: «faltó tiempo»'],
    ['es', 'El puente cerró. Así lo ha confirmado la alcaldesa Ana Sanz.', 'Ana Sanz: El puente cerró'],
    [
      'pt',
      '"É tarde", defendeu, por seu turno, o bastonário dos médicos, Caio Melo.',
      'o bastonário dos médicos, Caio Melo: "É tarde"',
    ],
    [
      'pt',
      'A ponte fecha em maio, avança o Expresso. A ponte custou muito, aponta estudo do porto.',
      'o Expresso: A ponte fecha em maio',
      'estudo do porto: A ponte custou muito',
    ],
    [
      'pt',
      'O comandante Caio Melo queixou-se da falta de meios. A bola avança, o público canta.',
      'Caio Melo: falta de meios',
    ],
    [
      'fr',
      'Deux hommes ont été arrêtés, a-t-on appris auprès de la préfecture. On a appris la nouvelle.',
      'la préfecture: Deux hommes ont été arrêtés',
    ],
    ['fr', 'La ministre Aude Roy l’a jugé « très net ». Le tribunal a jugé le maire.', 'Aude Roy: « très net »'],
    ['fr', 'Le groupe a démenti tout contact. Le groupe dément.', 'Le groupe: tout contact'],
    ['de', 'Der Anwalt kündigte an, Revision einzulegen.', 'Der Anwalt: Revision einzulegen'],
    [
      'de',
      'Ministerin Eva Thal widersprach: Die Krise sei vorbei. Der Plan widersprach dem Gesetz.',
      'Eva Thal: Die Krise sei vorbei',
    ],
    ['de', 'Kritiker bemängeln, der Steg sei zu teuer.', 'Kritiker: der Steg sei zu teuer'],
    ['de', 'Aus Regierungskreisen verlautete, der Steg werde gesperrt.', 'Regierungskreisen: der Steg werde gesperrt'],
    [
      'de',
      'Die Halle brenne, hieß es aus Polizeikreisen. Der Brief kam aus Polizeikreisen.',
      'Polizeikreisen: Die Halle brenne',
    ],
  ]);
});

test('German goes on in the voice of the last speaker in its subjunctive, and behind "und weiter", but not in a wish', () => {
  allSay([
    [
      'de',
      'Der Mann habe geplant gehandelt, sagte Richterin Eva Thal. Dabei sei er „mit Kälte“ vorgegangen.',
      'Eva Thal: Der Mann habe geplant gehandelt',
      'Eva Thal: Dabei sei er „mit Kälte“ vorgegangen',
    ],
    [
      'de',
      'Der Steg sei alt, sagte Eva Thal. Die Kosten lägen bei 53 Millionen Euro.',
      'Eva Thal: Der Steg sei alt',
      'Eva Thal: Die Kosten lägen bei 53 Millionen Euro',
    ],
    ['de', 'Der Steg sei alt, sagte Eva Thal. Die Leute hätten gern Brot.', 'Eva Thal: Der Steg sei alt'],
    [
      'de',
      '„Das reicht nicht“, sagte Eva Thal. Und weiter: „Wir brauchen Geld.“',
      'Eva Thal: „Das reicht nicht“',
      'Eva Thal: „Wir brauchen Geld.“',
    ],
  ]);
});
