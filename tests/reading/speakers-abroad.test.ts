// Speakers of Spanish, French, German and Portuguese news, by the ways their sentences name them.
import { test } from 'node:test';
import { allSay } from './said-abroad.ts';

test('a bracket behind a name, with a party or an age, parts nobody from what they said', () => {
  allSay([
    ['es', 'Nuria Sanz (PNV) aseguró ayer que el puente abrirá.', 'Nuria Sanz: el puente abrirá'],
    ['es', 'El alcalde, Iván Gil (PP), dijo que el puente abrirá.', 'Iván Gil: el puente abrirá'],
    ['fr', 'La maire Aude Roy (LR) a affirmé que le pont ouvrirait.', 'Aude Roy: le pont ouvrirait'],
    ['de', 'Landrätin Eva Thal (parteilos) erklärte, die Brücke sei zu.', 'Eva Thal: die Brücke sei zu'],
    ['pt', '"Vai abrir", disse o relator, deputado Caio Melo (PT-SP).', 'Caio Melo: "Vai abrir"'],
    ['pt', 'A deputada Inês Faro (PS-Porto) afirmou que a ponte vai abrir.', 'Inês Faro: a ponte vai abrir'],
    ['es', 'El puente (de hierro) se cerró (ayer).'],
  ]);
});

test('French verbs with "se", and those that tell how somebody spoke, hand over; what was done to somebody does not', () => {
  allSay([
    ['fr', '« Enfin ! », s’est félicitée la préfète, Aude Roy.', 'Aude Roy: « Enfin ! »'],
    ['fr', '« C’est indigne », s’est aussi indigné Luc Faure.', 'Luc Faure: « C’est indigne »'],
    ['fr', '« Quel match », s’enthousiasme la gardienne Aude Roy.', 'Aude Roy: « Quel match »'],
    ['fr', '« C’est raté », a pesté le capitaine Luc Faure.', 'Luc Faure: « C’est raté »'],
    ['fr', 'L’opposition s’est étonnée que le pont soit fermé.', 'L’opposition: le pont soit fermé'],
    ['fr', 'Luc Faure s’est dit « très déçu » du vote.', 'Luc Faure: « très déçu »'],
    ['fr', '— On avait tout perdu, souffle Luc Faure, marin.', 'Luc Faure: On avait tout perdu'],
    ['fr', 'La maire Aude Roy déplore que le pont ferme.', 'Aude Roy: le pont ferme'],
    ['fr', 'Le préfet s’est félicité de la baisse. La gare est félicitée. Le public a reçu le film avec enthousiasme.'],
  ]);
});

test('"pour", "para" and a person with a trade open their view, where a judgement follows; not what is done for them', () => {
  allSay([
    ['fr', 'Pour l’urbaniste Luc Faure, ce pont reste une erreur.', 'Luc Faure: ce pont reste une erreur'],
    ['pt', 'Para a geóloga Inês Faro, que viu a encosta, o risco é alto.', 'Inês Faro: o risco é alto'],
    ['es', 'Para la jueza Nuria Sanz, la norma es confusa.', 'Nuria Sanz: la norma es confusa'],
    ['es', 'Para Nuria Sanz, jueza de paz, la norma es confusa.', 'Nuria Sanz: la norma es confusa'],
    ['es', 'Para el capitán Iván Gil, la directiva prepara un homenaje.'],
    ['es', 'Para el capitán Iván Gil, la copa es su tercer título.'],
    ['pt', 'Para o pintor Caio Melo, a sala está aberta desde maio.'],
    ['fr', 'Pour la première fois, le club est en finale. Pour le marin Luc Faure, la course est finie.'],
    ['fr', 'Pour Luc Faure, le pont est une erreur.'],
  ]);
});

test('an aside between a verb and who speaks, or behind their name, is neither them nor what they said', () => {
  allSay([
    ['pt', '"Não volto", disse, ao entrar, a deputada Inês Faro.', 'Inês Faro: "Não volto"'],
    ['es', '«No vuelvo», dijo, tras el pleno, el concejal Iván Gil.', 'Iván Gil: «No vuelvo»'],
    ['es', '«No vuelvo», dijo, en la plaza, la tarde del lunes.', '?: «No vuelvo»'],
    ['es', 'El Banco de Soria, en cambio, prevé que suba el pan.', 'El Banco de Soria: suba el pan'],
    ['es', 'La jueza, por su parte, negó que hubiera pruebas.', 'La jueza: hubiera pruebas'],
    ['fr', 'La maire Aude Roy, de son côté, assure que le pont tient.', 'Aude Roy: le pont tient'],
    ['pt', 'O autarca Caio Melo, por sua vez, afirmou que a ponte abre.', 'Caio Melo: a ponte abre'],
    ['es', 'Iván Gil, de 40 años, dijo que no vuelve.', 'Iván Gil: no vuelve'],
  ]);
});

test('angles that point inwards quote in German, and in German alone', () => {
  allSay([
    ['de', '»Wir gehen nicht«, sagte Landrätin Eva Thal.', 'Eva Thal: »Wir gehen nicht«'],
    ['de', '«Wir gehen nicht», sagte Landrätin Eva Thal.', 'Eva Thal: «Wir gehen nicht»'],
    ['fr', '«Nous restons», dit Luc Faure. »Rien« ne bouge.', 'Luc Faure: «Nous restons»'],
  ]);
});

test('a pronoun is not somebody of whom nobody knows whether it fits, where a body came since that it can mean', () => {
  const before = '« On avait tout perdu », dit Ewen Kerfaux, marin.';
  allSay([
    [
      'fr',
      `${before} La mairie ouvre un abri. « Venez », a-t-elle ajouté.`,
      'Ewen Kerfaux: « On avait tout perdu »',
      '?: « Venez »',
    ],
    ['fr', `${before} « Venez », a-t-il ajouté.`, 'Ewen Kerfaux: « On avait tout perdu »', 'Ewen Kerfaux: « Venez »'],
  ]);
});

test('whose view it is may stand behind "de", or only be pointed at; what the paper itself learned is its own voice', () => {
  allSay([
    ['es', 'A juicio del sindicato de marinos, el puente es caro.', 'sindicato de marinos: el puente es caro'],
    ['es', 'La jueza Nuria Sanz vino. A su juicio, la norma es vaga.', 'Nuria Sanz: la norma es vaga'],
    ['es', 'Según informaciones de la policía, cayó un muro.', 'la policía: cayó un muro'],
    ['es', 'Según ha podido saber El Faro, cayó un muro.', 'El Faro: cayó un muro'],
    ['es', 'Según informaciones de este diario, cayó un muro.'],
    ['pt', 'Na opinião do prefeito, a ponte é cara.', 'prefeito: a ponte é cara'],
    ['pt', 'A juíza Inês Faro veio. A seu ver, a norma é vaga.', 'Inês Faro: a norma é vaga'],
    ['fr', 'Selon les informations du Phare, un mur est tombé.', 'Phare: un mur est tombé'],
    ['fr', 'La juge Aude Roy est venue. À son avis, la règle est floue.', 'Aude Roy: la règle est floue'],
    ['fr', 'Selon nos informations, un mur est tombé.'],
    ['de', 'Nach Informationen des HR fiel eine Mauer um.', 'HR: fiel eine Mauer um'],
    ['de', 'Nach Informationen dieser Zeitung fiel eine Mauer um.'],
    ['de', 'Richterin Eva Thal kam. Ihrer Meinung nach ist das alt.', 'Eva Thal: ist das alt'],
    ['de', 'Richterin Eva Thal kam. Seiner Meinung nach ist das alt.', '?: ist das alt'],
  ]);
});

test('whoever told nothing hands nothing over, and a pronoun is never a stretch of time or a punishment', () => {
  allSay([
    ['es', 'La empresa no precisó cuántos heridos hubo. El juez no ha dicho cuándo vuelve.'],
    ['es', 'El juez dijo que no hubo heridos.', 'El juez: no hubo heridos'],
    ['fr', 'La mairie n’a pas précisé combien de murs sont tombés.'],
    ['pt', 'A empresa não informou quantos muros caíram.'],
    ['de', 'Die Firma sagte zunächst nicht, wann sie öffnet.'],
    ['de', 'Der Richter sagte, der Steg sei nicht sicher.', 'Der Richter: der Steg sei nicht sicher'],
    ['de', 'Zu neun Jahren Haft wurde der Mann verurteilt. „Das ist zu viel“, sagte er.', '?: „Das ist zu viel“'],
    ['de', 'Nach Stunden Arbeit kam Paul Kern. „Das reicht“, sagte er.', 'Paul Kern: „Das reicht“'],
  ]);
});

test('of two people with one last name it is not clear who is meant, unless an office tells', () => {
  allSay([
    ['es', 'El alcalde Iván Gil y la jueza Ana Gil vinieron. Gil dijo que llovía.', '?: llovía'],
    ['fr', 'Le maire Luc Faure et la juge Aude Faure sont venus. Faure a dit que le pont cédait.', '?: le pont cédait'],
    ['pt', 'O prefeito Caio Melo e a juíza Inês Melo vieram. O prefeito Melo disse que chovia.', 'Caio Melo: chovia'],
    ['de', 'Richter Paul Kern und Anwältin Eva Kern kamen. Kern sagte, es regne.', '?: es regne'],
    ['de', 'Richter Paul Kern und Anwältin Eva Kern kamen. Richter Kern sagte, es regne.', 'Paul Kern: es regne'],
  ]);
});
