// Sentences of other languages that agree with themselves, each beside the same with one thing wrong.

/** By language and what is wrong: as it is right, and as it is wrong. */
export const PAIRS_ABROAD: Record<string, Record<string, [right: string, wrong: string][]>> = {
  es: {
    sum: [
      [
        'El choque dejó 24 heridos: 14 pasajeros y 10 tripulantes.',
        'El choque dejó 24 heridos: 14 pasajeros y 12 tripulantes.',
      ],
      [
        'Embarcaron 30 mujeres y 15 hombres, 45 personas en total.',
        'Embarcaron 30 mujeres y 15 hombres, 47 personas en total.',
      ],
      [
        'Doce de los 48 puentes, es decir, el 25 por ciento, están cerrados.',
        'Doce de los 48 puentes, es decir, el 35 por ciento, están cerrados.',
      ],
      ['El número de barcos subió un 20 %, de 500 a 600.', 'El número de barcos subió un 30 %, de 500 a 600.'],
      [
        'La cuota bajó de 800 a 600 euros, una caída del 25 %.',
        'La cuota bajó de 800 a 600 euros, una caída del 35 %.',
      ],
    ],
    date: [
      ['El puerto cerró el sábado 7 de mayo de 2011.', 'El puerto cerró el domingo 7 de mayo de 2011.'],
      ['La obra acabó el 30 de abril de 2020.', 'La obra acabó el 31 de abril de 2020.'],
      ['Gobernó de 2004 a 2010, seis años en total.', 'Gobernó de 2004 a 2010, nueve años en total.'],
      [
        'La reunión es el martes 3 de mayo. El martes 3 de mayo no habrá barcos.',
        'La reunión es el martes 3 de mayo. El miércoles 3 de mayo no habrá barcos.',
      ],
    ],
    number: [
      [
        'El agua inundó 40 casas del barrio. El alcalde visitó todas las 40 casas.',
        'El agua inundó 40 casas del barrio. El alcalde visitó todas las 48 casas.',
      ],
    ],
    name: [
      [
        'Tomás Arrieta llegó. Dijo Arrieta que sí. Después Arrieta y Marta se fueron.',
        'Tomás Arrieta llegó. Dijo Arrieta que sí. Después Arrietta y Marta se fueron.',
      ],
    ],
  },
  fr: {
    sum: [
      [
        'L’accident a fait 24 blessés : 14 passagers et 10 marins.',
        'L’accident a fait 24 blessés : 14 passagers et 12 marins.',
      ],
      [
        'On a compté 30 femmes et 15 hommes, 45 personnes au total.',
        'On a compté 30 femmes et 15 hommes, 47 personnes au total.',
      ],
      ['Douze des 48 ponts, soit 25 %, sont fermés.', 'Douze des 48 ponts, soit 35 %, sont fermés.'],
      [
        'Le loyer est passé de 800 à 600 euros, une baisse de 25 %.',
        'Le loyer est passé de 800 à 600 euros, une baisse de 35 %.',
      ],
      [
        'Le port a progressé de 20 %, passant de 500 à 600 bateaux.',
        'Le port a progressé de 30 %, passant de 500 à 600 bateaux.',
      ],
    ],
    date: [
      ['Le port a fermé le samedi 7 mai 2011.', 'Le port a fermé le dimanche 7 mai 2011.'],
      ['Les travaux ont pris fin le 30 avril 2020.', 'Les travaux ont pris fin le 31 avril 2020.'],
      [
        'Il a dirigé la ville de 2004 à 2010, six ans au total.',
        'Il a dirigé la ville de 2004 à 2010, neuf ans au total.',
      ],
    ],
    number: [
      [
        'L’eau a inondé 40 maisons du quartier. Le maire a visité toutes les 40 maisons.',
        'L’eau a inondé 40 maisons du quartier. Le maire a visité toutes les 48 maisons.',
      ],
    ],
    name: [
      [
        'Luc Garnier est venu. Selon Garnier, tout va bien. Puis Garnier et Anne sont partis.',
        'Luc Garnier est venu. Selon Garnier, tout va bien. Puis Garnnier et Anne sont partis.',
      ],
    ],
  },
  de: {
    sum: [
      [
        'Bei dem Unfall gab es 24 Verletzte: 14 Fahrgäste und 10 Matrosen.',
        'Bei dem Unfall gab es 24 Verletzte: 14 Fahrgäste und 12 Matrosen.',
      ],
      [
        'Es kamen 30 Frauen und 15 Männer, insgesamt 45 Gäste.',
        'Es kamen 30 Frauen und 15 Männer, insgesamt 47 Gäste.',
      ],
      [
        'Zwölf der 48 Brücken, also 25 Prozent, sind gesperrt.',
        'Zwölf der 48 Brücken, also 35 Prozent, sind gesperrt.',
      ],
      [
        'Die Miete sank von 800 auf 600 Euro, ein Minus von 25 Prozent.',
        'Die Miete sank von 800 auf 600 Euro, ein Minus von 35 Prozent.',
      ],
      [
        'Der Verein wuchs um 20 Prozent von 500 auf 600 Mitglieder.',
        'Der Verein wuchs um 30 Prozent von 500 auf 600 Mitglieder.',
      ],
    ],
    date: [
      ['Der Hafen schloss am Samstag, dem 7. Mai 2011.', 'Der Hafen schloss am Sonntag, dem 7. Mai 2011.'],
      ['Die Arbeiten endeten am 30. April 2020.', 'Die Arbeiten endeten am 31. April 2020.'],
      ['Er regierte von 2004 bis 2010, sechs Jahre lang.', 'Er regierte von 2004 bis 2010, neun Jahre lang.'],
    ],
    number: [
      [
        'Das Wasser stand in 40 Häusern der Stadt. Sie besuchte alle 40 Häusern.',
        'Das Wasser stand in 40 Häusern der Stadt. Sie besuchte alle 48 Häusern.',
      ],
    ],
    name: [
      [
        'Lena Petersen kam. „Nein“, sagte Lena Petersen. Später ging Lena Petersen mit Paul Krause.',
        'Lena Petersen kam. „Nein“, sagte Lena Petersen. Später ging Lena Peterssen mit Paul Krause.',
      ],
    ],
  },
  pt: {
    sum: [
      [
        'O acidente deixou 24 feridos: 14 passageiros e 10 marinheiros.',
        'O acidente deixou 24 feridos: 14 passageiros e 12 marinheiros.',
      ],
      [
        'Embarcaram 30 mulheres e 15 homens, 45 pessoas no total.',
        'Embarcaram 30 mulheres e 15 homens, 47 pessoas no total.',
      ],
      ['Doze das 48 pontes, ou seja, 25%, estão fechadas.', 'Doze das 48 pontes, ou seja, 35%, estão fechadas.'],
      [
        'O aluguel caiu de 800 para 600 reais, uma queda de 25%.',
        'O aluguel caiu de 800 para 600 reais, uma queda de 35%.',
      ],
      ['O número de barcos subiu 20%, de 500 para 600.', 'O número de barcos subiu 30%, de 500 para 600.'],
    ],
    date: [
      ['O porto fechou no sábado, 7 de maio de 2011.', 'O porto fechou no domingo, 7 de maio de 2011.'],
      ['A obra acabou em 30 de abril de 2020.', 'A obra acabou em 31 de abril de 2020.'],
      ['Governou de 2004 a 2010, seis anos no total.', 'Governou de 2004 a 2010, nove anos no total.'],
    ],
    number: [
      [
        'A água invadiu 40 casas do bairro. O prefeito visitou todas as 40 casas.',
        'A água invadiu 40 casas do bairro. O prefeito visitou todas as 48 casas.',
      ],
    ],
    name: [
      [
        'Rui Macedo chegou. Segundo Macedo, está tudo bem. Depois Macedo e Ana saíram.',
        'Rui Macedo chegou. Segundo Macedo, está tudo bem. Depois Maceddo e Ana saíram.',
      ],
    ],
  },
};
