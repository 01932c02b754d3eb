// The language of a text, guessed from its small words, or not at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessLanguage } from '#src/reading/text/language-guess.ts';

const SURE: [string, string][] = [
  [
    'en',
    'The mayor said on Monday that the town has no money left to pay its teachers and that the schools will close.',
  ],
  [
    'es',
    'El alcalde dijo el lunes que la ciudad no tiene dinero para pagar a los maestros y que las escuelas van a cerrar.',
  ],
  ['fr', 'Le maire a dit lundi que la ville n’a plus d’argent pour payer les maîtres et que les écoles vont fermer.'],
  [
    'de',
    'Der Bürgermeister sagte am Montag, die Stadt habe kein Geld mehr, um die Lehrer zu bezahlen, und die Schulen seien zu.',
  ],
  [
    'pt',
    'O prefeito disse na segunda-feira que a cidade não tem dinheiro para pagar os professores e que as escolas vão fechar.',
  ],
  [
    'it',
    'Il sindaco ha detto lunedì che la città non ha soldi per pagare gli insegnanti e che le scuole saranno chiuse.',
  ],
  ['ar', 'قال المتحدث باسم المحافظ إن ٢٤ شخصا قتلوا في الهجوم على المبنى يوم السبت'],
  ['ja', '市長は、先生に払うお金がもう町にないので、学校を閉めることになると、月曜日に述べた。子どもたちは家にいる。'],
  ['uk', 'Міський голова сказав у понеділок, що в міста немає грошей, щоб платити вчителям, і школи зачиняться.'],
];

test('a text of a sentence or more says its language', () => {
  for (const [language, text] of SURE) assert.equal(guessLanguage(text), language, text);
});

test('Portuguese news is told from Galician, though most of their small words are the same', () => {
  const lisbon =
    'A Câmara de Viana aprovou ontem o orçamento da cidade. O documento prevê obras no porto e na estrada da praia, e o ' +
    'vereador da oposição votou contra. «Não há uma razão para gastar tanto», disse à saída. A decisão foi tomada após ' +
    'quatro horas de debate, e a ligação ao mercado do peixe fica para o próximo ano, segundo o gabinete do presidente.';
  assert.equal(guessLanguage(lisbon), 'pt');
  const vigo =
    'O Concello de Vigo aprobou onte o orzamento da cidade. O documento prevé obras no porto e na estrada da praia, e a ' +
    'concelleira da oposición votou en contra. «Non hai unha razón para gastar tanto», dixo á saída. A decisión foi tomada ' +
    'despois de catro horas de debate, e a ligazón ao mercado do peixe queda para o próximo ano, segundo o gabinete.';
  assert.notEqual(guessLanguage(vigo), 'pt');
});

test('what is short, mixed or like its neighbour is not guessed', () => {
  for (const text of [
    '',
    '12 + 30',
    'Viven en Lima.',
    'Das ist es. That is it. Voilà.',
    'Mina Port Herald 2011 Kandahar Reuters',
  ])
    assert.equal(guessLanguage(text), null, text);
  const galician = 'O alcalde dixo o luns que a cidade non ten cartos para pagar aos mestres e que as escolas pechan.';
  assert.notEqual(guessLanguage(galician), 'pt');
  assert.notEqual(guessLanguage(galician), 'es');
});
