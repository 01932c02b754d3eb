// Sentences that agree with themselves, each beside the same with one thing wrong.

/** By what is wrong: as it is right, and as it is wrong. */
export const PAIRS: Record<string, [right: string, wrong: string][]> = {
  sum: [
    [
      'The blast killed 24 people, 14 civilians and 10 police officers.',
      'The blast killed 23 people, 14 civilians and 10 police officers.',
    ],
    [
      'Fourteen civilians and 9 police were among the 23 dead.',
      'Fourteen civilians and 10 police were among the 23 dead.',
    ],
    ['Turnout was 50 percent: 500 of 1,000 voters.', 'Turnout was 60 percent: 500 of 1,000 voters.'],
    [
      'The crash injured 7 passengers and 5 crew members, 12 people in total.',
      'The crash injured 7 passengers and 5 crew members, 13 people in total.',
    ],
    [
      'A total of 45 boats were registered: 30 trawlers and 15 ferries.',
      'A total of 45 boats were registered: 32 trawlers and 15 ferries.',
    ],
    [
      'The fund has 90 million crowns: 60 million for roads, 20 million for rail and 10 million for ports.',
      'The fund has 90 million crowns: 60 million for roads, 20 million for rail and 15 million for ports.',
    ],
    ['Of 120 applicants, 80 were women and 40 were men.', 'Of 120 applicants, 80 were women and 45 were men.'],
    ['Three of the 12 pilots, a quarter, were on leave.', 'Five of the 12 pilots, a quarter, were on leave.'],
    ['Nine in 36 locks, or 25%, failed the test.', 'Nine in 36 locks, or 35%, failed the test.'],
    ['Half of the 64 schools, 32, reopened on time.', 'Half of the 64 schools, 34, reopened on time.'],
    [
      'Rents fell from 800 to 600 euros, a drop of 25 percent.',
      'Rents fell from 800 to 600 euros, a drop of 35 percent.',
    ],
    ['Membership grew by 20 percent, from 500 to 600.', 'Membership grew by 30 percent, from 500 to 600.'],
    ['Output doubled from 40 to 80 tonnes.', 'Output doubled from 40 to 70 tonnes.'],
    ['The number of nests tripled to 30 from 10.', 'The number of nests tripled to 36 from 10.'],
    [
      'Turnout rose by 4 points, from 52 percent to 56 percent.',
      'Turnout rose by 6 points, from 52 percent to 56 percent.',
    ],
    [
      'The motion passed by 61 votes to 39, with 100 votes cast.',
      'The motion passed by 61 votes to 39, with 110 votes cast.',
    ],
    [
      'The assembly approved it 24-11, with all 35 members voting.',
      'The assembly approved it 24-11, with all 36 members voting.',
    ],
    [
      'Ada Berg won with 612 votes, 112 more than the 500 of her rival.',
      'Ada Berg won with 612 votes, 122 more than the 500 of her rival.',
    ],
    [
      'Six men, four women and two children, twelve people in all, were rescued.',
      'Six men, four women and two children, thirteen people in all, were rescued.',
    ],
    [
      'The team scored 21 points in the first half and 17 in the second, for a total of 38.',
      'The team scored 21 points in the first half and 17 in the second, for a total of 48.',
    ],
    ['The 30 houses, 18 of brick and 12 of wood, were sold.', 'The 30 houses, 18 of brick and 14 of wood, were sold.'],
    [
      'Fourteen of the 20 members, or 70 percent, were present.',
      'Fourteen of the 20 members, or 80 percent, were present.',
    ],
    [
      'The bill comes to 300 euros: 250 for the room and 50 for meals.',
      'The bill comes to 300 euros: 250 for the room and 70 for meals.',
    ],
    ['Sales climbed to 150 units from 120, up 25 percent.', 'Sales climbed to 150 units from 120, up 35 percent.'],
    [
      'Spending was cut from $80 million to $60 million, a reduction of $20 million.',
      'Spending was cut from $80 million to $60 million, a reduction of $30 million.',
    ],
    [
      'Some 60 percent of the 250 members, or 150 people, voted.',
      'Some 60 percent of the 250 members, or 170 people, voted.',
    ],
    ['Two thirds of the 90 seats, 60, went to the party.', 'Two thirds of the 90 seats, 66, went to the party.'],
    [
      'Of the 60 ships in port, 45 were cargo vessels and 15 were tankers.',
      'Of the 60 ships in port, 45 were cargo vessels and 18 were tankers.',
    ],
    [
      'Police seized 120 rifles and 80 pistols, a total of 200 weapons.',
      'Police seized 120 rifles and 80 pistols, a total of 220 weapons.',
    ],
    [
      'The jury of 12, seven men and five women, could not agree.',
      'The jury of 12, seven men and six women, could not agree.',
    ],
    [
      'Parliament approved the bill by 88 votes to 52, with 10 abstentions, in the 150-seat chamber.',
      'Parliament approved the bill by 88 votes to 52, with 10 abstentions, in the 140-seat chamber.',
    ],
    ['The party took 51 of 85 seats, or 60 percent.', 'The party took 51 of 85 seats, or 70 percent.'],
    ['About 40 of the 160 staff (25 per cent) will go.', 'About 40 of the 160 staff (35 per cent) will go.'],
    ['One in five of the 500 patients, or 100, came back.', 'One in five of the 500 patients, or 120, came back.'],
    [
      'The fare went up from 2 to 3 euros, a 50 percent increase.',
      'The fare went up from 2 to 3 euros, a 60 percent increase.',
    ],
    [
      'Unemployment fell to 8 percent from 10 percent, a drop of 2 percentage points.',
      'Unemployment fell to 8 percent from 10 percent, a drop of 3 percentage points.',
    ],
    ['Each of the 12 teams has 11 players, 132 in all.', 'Each of the 12 teams has 11 players, 142 in all.'],
    [
      'The crew of nine, five Greeks and four Turks, was saved.',
      'The crew of nine, five Greeks and three Turks, was saved.',
    ],
    ['Three quarters of the 80 villages, 60, have no power.', 'Three quarters of the 80 villages, 70, have no power.'],
    ['Some 62 percent voted yes and 38 percent voted no.', 'Some 62 percent voted yes and 48 percent voted no.'],
    [
      'The budget is $10 million, of which $6 million is for staff and $4 million for buildings.',
      'The budget is $10 million, of which $6 million is for staff and $5 million for buildings.',
    ],
    [
      'The three quakes killed 10, 20 and 30 people, 60 in total.',
      'The three quakes killed 10, 20 and 30 people, 70 in total.',
    ],
    [
      'The village has 200 inhabitants: 90 men, 80 women and 30 children.',
      'The village has 200 inhabitants: 90 men, 80 women and 40 children.',
    ],
    [
      'Exports of 500 tonnes were twice the 250 tonnes of the year before.',
      'Exports of 600 tonnes were twice the 250 tonnes of the year before.',
    ],
    [
      'The two crashes left 17 people dead: nine in Arden and eight in Vell.',
      'The two crashes left 18 people dead: nine in Arden and eight in Vell.',
    ],
    [
      'Of the 40 prisoners, 25 were men and 15 were women, the ministry said.',
      'Of the 42 prisoners, 25 were men and 15 were women, the ministry said.',
    ],
    [
      'The jury returned its verdict by nine votes to three, all 12 jurors having voted.',
      'The jury returned its verdict by nine votes to three, all 13 jurors having voted.',
    ],
    [
      'The senate approved the treaty 60 to 35, with 5 abstentions among its 100 members.',
      'The senate approved the treaty 60 to 35, with 5 abstentions among its 110 members.',
    ],
    [
      'The board backed the plan by 11 votes to 4, with two abstentions out of 17 members.',
      'The board backed the plan by 11 votes to 4, with two abstentions out of 19 members.',
    ],
    ['Thirty of the 120 wells, or a quarter, are dry.', 'Forty of the 120 wells, or a quarter, are dry.'],
    ['Around 9 of the 45 trains, or 20 percent, were late.', 'Around 9 of the 45 trains, or 30 percent, were late.'],
    [
      'Eighteen of 24 patients recovered, a rate of 75 percent.',
      'Eighteen of 24 patients recovered, a rate of 85 percent.',
    ],
    ['The toll climbed from 20 to 25, a rise of 25 percent.', 'The toll climbed from 20 to 25, a rise of 35 percent.'],
    ['Prices rose by 10 percent, from 200 to 220 crowns.', 'Prices rose by 20 percent, from 200 to 220 crowns.'],
    [
      'The budget was cut by 30 million, from 150 million to 120 million.',
      'The budget was cut by 40 million, from 150 million to 120 million.',
    ],
    [
      'The population fell from 5,000 to 4,000, a loss of 1,000 people.',
      'The population fell from 5,000 to 4,000, a loss of 2,000 people.',
    ],
    [
      'Twelve boys and nine girls, 21 children in all, took part.',
      'Twelve boys and nine girls, 23 children in all, took part.',
    ],
    [
      'The convoy had 10 trucks and 6 cars, 16 vehicles altogether.',
      'The convoy had 10 trucks and 6 cars, 18 vehicles altogether.',
    ],
    [
      'The grant of $500,000 is split into $300,000 for the school and $200,000 for the library.',
      'The grant of $500,000 is split into $300,000 for the school and $250,000 for the library.',
    ],
    ['Half of the 90 tenants, or 45, have moved out.', 'Half of the 90 tenants, or 55, have moved out.'],
    [
      'About 15 percent of the 200 trees, or 30, were felled.',
      'About 15 percent of the 200 trees, or 40, were felled.',
    ],
    ['One third of the 60 rooms, 20 in all, are empty.', 'One third of the 60 rooms, 26 in all, are empty.'],
    [
      'Support dropped to 40 percent from 50 percent, a fall of 10 points.',
      'Support dropped to 40 percent from 50 percent, a fall of 15 points.',
    ],
    ['Each of the six villages got 50 tents, 300 in total.', 'Each of the six villages got 50 tents, 360 in total.'],
    [
      'The three-day event drew 200 people on Friday, 300 on Saturday and 250 on Sunday, a total of 750.',
      'The three-day event drew 200 people on Friday, 300 on Saturday and 250 on Sunday, a total of 850.',
    ],
  ],
  date: [
    [
      'The fire burned from Sunday to Tuesday, three days in all.',
      'The fire burned from Sunday to Tuesday, five days in all.',
    ],
    [
      'The fair runs from 3 May to 7 May, a total of five days.',
      'The fair runs from 3 May to 7 May, a total of eight days.',
    ],
    ['The strike lasted two days, from Monday to Wednesday.', 'The strike lasted five days, from Monday to Wednesday.'],
    [
      'The ten-day strike began on Monday and ended on Wednesday.',
      'The five-day strike began on Monday and ended on Wednesday.',
    ],
    ['The treaty was signed on Friday, June 3, 2011.', 'The treaty was signed on Monday, June 3, 2011.'],
    ['It opened on Wednesday 1 February 2012.', 'It opened on Thursday 1 February 2012.'],
    ['On Tuesday, March 15th, 2011, the council met.', 'On Wednesday, March 15th, 2011, the council met.'],
    [
      'The strike began on 4 April 2011 and ended on 14 April 2011, ten days later.',
      'The strike began on 4 April 2011 and ended on 14 April 2011, twelve days later.',
    ],
    [
      'The trial lasted three months, from 1 March 2010 to 1 June 2010.',
      'The trial lasted five months, from 1 March 2010 to 1 June 2010.',
    ],
    ['He served as mayor for eight years, from 1999 to 2007.', 'He served as mayor for ten years, from 1999 to 2007.'],
    [
      'The war, which lasted from 1990 until 1995, went on for five years.',
      'The war, which lasted from 1990 until 1995, went on for eight years.',
    ],
    [
      'The meeting ran from 9 a.m. to 11 a.m., two hours in all.',
      'The meeting ran from 9 a.m. to 11 a.m., four hours in all.',
    ],
    [
      'The bridge, opened in 1931, was closed in 1981, 50 years later.',
      'The bridge, opened in 1931, was closed in 1981, 60 years later.',
    ],
    [
      'The lighthouse was built in 1850 and rebuilt in 1900, half a century later.',
      'The lighthouse was built in 1850 and rebuilt in 1930, half a century later.',
    ],
    [
      'The fair runs from 3 to 9 July 2011, seven days in all.',
      'The fair runs from 3 to 9 July 2011, nine days in all.',
    ],
    ['The deal was reached on 30 September 2010.', 'The deal was reached on 31 September 2010.'],
    ['It was closed on 28 February 2011.', 'It was closed on 29 February 2011.'],
    [
      'The siege began in March 1992 and ended in March 1996, four years later.',
      'The siege began in March 1992 and ended in March 1996, six years later.',
    ],
    [
      'He was jailed from 2001 to 2006, a total of five years.',
      'He was jailed from 2001 to 2006, a total of eight years.',
    ],
    [
      'The school closed in 1998 after 40 years, having opened in 1958.',
      'The school closed in 1998 after 50 years, having opened in 1958.',
    ],
    [
      'Ten years after the 1997 fire, the theatre opened again in 2007.',
      'Twelve years after the 1997 fire, the theatre opened again in 2007.',
    ],
    ['The concert on Sunday (22 May 2011) is sold out.', 'The concert on Monday (22 May 2011) is sold out.'],
    ['The vote is set for Thursday, 23 June 2011.', 'The vote is set for Wednesday, 23 June 2011.'],
    [
      'The ship sailed on 1 May 2011 and reached port on 8 May 2011, a week later.',
      'The ship sailed on 1 May 2011 and reached port on 8 May 2011, three weeks later.',
    ],
    [
      'The exhibition, open from 1 June to 30 June 2011, lasts a month.',
      'The exhibition, open from 1 June to 30 June 2011, lasts two months.',
    ],
    [
      'It ran for 12 seasons between 1990 and 2002, or 12 years.',
      'It ran for 12 seasons between 1990 and 2002, or 15 years.',
    ],
    ['The council met on Friday 13 May 2011.', 'The council met on Tuesday 13 May 2011.'],
    ['The ceasefire took effect on Tuesday, May 3, 2011.', 'The ceasefire took effect on Thursday, May 3, 2011.'],
    ['On Monday, 2 May 2011, the court ruled.', 'On Friday, 2 May 2011, the court ruled.'],
    [
      'The inquiry opened in 2001 and closed in 2009, eight years later.',
      'The inquiry opened in 2001 and closed in 2009, eleven years later.',
    ],
    ['He ruled from 1985 to 1997, a reign of 12 years.', 'He ruled from 1985 to 1997, a reign of 15 years.'],
    [
      'She led the party for 14 years, between 1990 and 2004.',
      'She led the party for 18 years, between 1990 and 2004.',
    ],
    [
      'The canal took seven years to build, from 1903 to 1910.',
      'The canal took nine years to build, from 1903 to 1910.',
    ],
    [
      'The festival lasts five days, from 10 to 14 June 2011.',
      'The festival lasts eight days, from 10 to 14 June 2011.',
    ],
    [
      'The hostages were seized on 1 March 2011 and freed on 31 March 2011, after 30 days.',
      'The hostages were seized on 1 March 2011 and freed on 31 March 2011, after 50 days.',
    ],
    [
      'Founded in 1961, the club marked its 50th anniversary in 2011.',
      'Founded in 1961, the club marked its 60th anniversary in 2011.',
    ],
    [
      'The sit-in began at 8 a.m. and ended at 2 p.m., six hours later.',
      'The sit-in began at 8 a.m. and ended at 2 p.m., nine hours later.',
    ],
    [
      'The office is open from 9 a.m. to 5 p.m., eight hours a day.',
      'The office is open from 9 a.m. to 5 p.m., ten hours a day.',
    ],
    [
      'The contract runs for three years, from January 2010 to December 2012.',
      'The contract runs for five years, from January 2010 to December 2012.',
    ],
    ['The ship left on 30 April 2011.', 'The ship left on 31 April 2011.'],
  ],
  other: [
    [
      'The governor, Tom Reik, came. Governor Tom Reik promised help.',
      'The governor, Tom Reik, came. Mayor Tom Reik promised help.',
    ],
    [
      'Pavel Horn was born in 1950 and died in 2010, aged 60.',
      'Pavel Horn was born in 1950 and died in 2010, aged 66.',
    ],
    [
      'Lena Moss, who was born on 12 May 1970, turned 41 on 12 May 2011.',
      'Lena Moss, who was born on 12 May 1970, turned 43 on 12 May 2011.',
    ],
    [
      'He died on 2 March 2011 at the age of 70; he was born on 9 January 1941.',
      'He died on 2 March 2011 at the age of 75; he was born on 9 January 1941.',
    ],
    ['Tomas Reed (1930-2005) died at 75.', 'Tomas Reed (1930-2005) died at 85.'],
    [
      'The 40-year-old, born in June 1970, took office in July 2010.',
      'The 45-year-old, born in June 1970, took office in July 2010.',
    ],
    [
      'Defence Minister Paul Okoro said so. Mr Okoro, the defence minister, flew home.',
      'Defence Minister Paul Okoro said so. Mr Okoro, the finance minister, flew home.',
    ],
    [
      'Colonel Jan Weiss led the raid. Colonel Weiss praised his men.',
      'Colonel Jan Weiss led the raid. Captain Weiss praised his men.',
    ],
    [
      'Mayor Ruth Adler opened the fair. Adler, the mayor, cut the ribbon.',
      'Mayor Ruth Adler opened the fair. Adler, the governor, cut the ribbon.',
    ],
    [
      'Judge Hana Novak heard the case. Judge Novak will rule in May.',
      'Judge Hana Novak heard the case. Senator Novak will rule in May.',
    ],
    [
      'Mira Sand, 34, was born on 1 April 1977, and married on 2 May 2011.',
      'Mira Sand, 44, was born on 1 April 1977, and married on 2 May 2011.',
    ],
    [
      'Born in 1960, Hugo Lind was 40 when he became mayor in 2000.',
      'Born in 1960, Hugo Lind was 45 when he became mayor in 2000.',
    ],
    ['The author (1920–1999) died at the age of 79.', 'The author (1920–1999) died at the age of 89.'],
    ['Eva Kern was 25 in 1990; she was born in 1965.', 'Eva Kern was 35 in 1990; she was born in 1965.'],
    [
      'Oskar Lund, 61, runs the mill. The 61-year-old Lund has no heirs.',
      'Oskar Lund, 61, runs the mill. The 64-year-old Lund has no heirs.',
    ],
    ['Captain Rolf Steen steered. Captain Steen was alone.', 'Captain Rolf Steen steered. Major Steen was alone.'],
    [
      'Finance Minister Ida Vogt spoke. Vogt, the finance minister, is new.',
      'Finance Minister Ida Vogt spoke. Vogt, the interior minister, is new.',
    ],
    ['Bishop Karl Amsel prayed. The bishop, Karl Amsel, left.', 'Bishop Karl Amsel prayed. Cardinal Amsel left.'],
    ['Nora Feld, born in 1960, was 45 in 2005.', 'Nora Feld, born in 1960, was 55 in 2005.'],
    [
      'He was 82 when he died on 4 May 2011; he was born on 6 July 1928.',
      'He was 72 when he died on 4 May 2011; he was born on 6 July 1928.',
    ],
    ['Born on 12 May 1940, she died on 1 June 2011 aged 71.', 'Born on 12 May 1940, she died on 1 June 2011 aged 81.'],
    [
      'Jan Oster, who turned 50 on 3 March 2011, was born on 3 March 1961.',
      'Jan Oster, who turned 55 on 3 March 2011, was born on 3 March 1961.',
    ],
    [
      'Pia Lorenz was born on 9 August 1975 and joined the force in 1997, at the age of 22.',
      'Pia Lorenz was born on 9 August 1975 and joined the force in 1997, at the age of 27.',
    ],
    ['The singer (born 1950) was 60 in 2010.', 'The singer (born 1950) was 70 in 2010.'],
    [
      'General Omar Sadiq gave the order. General Sadiq has resigned.',
      'General Omar Sadiq gave the order. Admiral Sadiq has resigned.',
    ],
    [
      'Interior Minister Eva Roth spoke. Roth, the interior minister, left.',
      'Interior Minister Eva Roth spoke. Roth, the justice minister, left.',
    ],
    [
      'Police chief Lars Holm spoke. Holm, the police chief, left.',
      'Police chief Lars Holm spoke. Holm, the fire chief, left.',
    ],
  ],
  unit: [
    [
      'The pool is 2 metres deep and 25 metres long. The 25-metre pool opened in May.',
      'The pool is 2 metres deep and 25 metres long. The 25-kilometre pool opened in May.',
    ],
    ['The road is 10 kilometres (6.2 miles) long.', 'The road is 10 kilometres (16 miles) long.'],
    [
      'It was 30 degrees Celsius (86 Fahrenheit) in the shade.',
      'It was 30 degrees Celsius (96 Fahrenheit) in the shade.',
    ],
    ['The parcel weighs 10 kilograms, or 22 pounds.', 'The parcel weighs 10 kilograms, or 32 pounds.'],
    ['The tower is 100 metres (328 feet) tall.', 'The tower is 100 metres (428 feet) tall.'],
    ['The field covers 40 hectares (99 acres).', 'The field covers 40 hectares (199 acres).'],
    ['The car did 100 km/h (62 mph).', 'The car did 100 km/h (82 mph).'],
    ['The fire burned 100 hectares (247 acres).', 'The fire burned 100 hectares (347 acres).'],
    ['The town lies 50 kilometres (31 miles) from the sea.', 'The town lies 50 kilometres (51 miles) from the sea.'],
    [
      'Temperatures hit 40 degrees Celsius (104 degrees Fahrenheit).',
      'Temperatures hit 40 degrees Celsius (114 degrees Fahrenheit).',
    ],
    ['It weighs 5 tonnes, or 5,000 kilograms.', 'It weighs 5 tonnes, or 500 kilograms.'],
    [
      'He earns 2,000 euros a month. The 2,000 euros a month are paid in cash.',
      'He earns 2,000 euros a month. The 2,000 euros a year are paid in cash.',
    ],
    ['The fine was 300 dollars. He paid the 300 dollars.', 'The fine was 300 dollars. He paid the 300 euros.'],
  ],
  number: [
    [
      'The storm killed 12 people. Officials said the 12 people had been at sea.',
      'The storm killed 12 people. Officials said the 14 people had been at sea.',
    ],
    [
      'Rescuers freed 33 miners. The 33 miners were flown home.',
      'Rescuers freed 33 miners. The 35 miners were flown home.',
    ],
    [
      'The plant employs 450 workers. All 450 workers will keep their jobs.',
      'The plant employs 450 workers. All 540 workers will keep their jobs.',
    ],
    [
      'Two dozen hostages were freed. All 24 hostages were well.',
      'Two dozen hostages were freed. All 25 hostages were well.',
    ],
    [
      'The court sentenced nine men. The nine men denied the charges.',
      'The court sentenced nine men. The eight men denied the charges.',
    ],
    [
      'Police arrested 15 protesters. Those 15 protesters were later released.',
      'Police arrested 15 protesters. Those 18 protesters were later released.',
    ],
    [
      'The 60-bed clinic will open in May. Its 60 beds are paid for.',
      'The 60-bed clinic will open in May. Its 80 beds are paid for.',
    ],
    [
      'The flood ruined 40 farms. The owners of the 40 farms want help.',
      'The flood ruined 40 farms. The owners of the 44 farms want help.',
    ],
    [
      'Eleven hikers are missing. All eleven hikers are from Oslo.',
      'Eleven hikers are missing. All twelve hikers are from Oslo.',
    ],
    [
      'The airline bought 16 jets. The 16 jets cost a billion.',
      'The airline bought 16 jets. The 18 jets cost a billion.',
    ],
    [
      'The school has 320 pupils. The 320 pupils come from six villages.',
      'The school has 320 pupils. The 350 pupils come from six villages.',
    ],
    [
      'Two dozen killed in ferry fire\n\nThe ferry burned at dawn. Police said 24 people were killed.',
      'Two dozen killed in ferry fire\n\nThe ferry burned at dawn. Police said 25 people were killed.',
    ],
    [
      'Storm destroys 30 homes\n\nThe storm came at night. It destroyed 30 homes in Adair.',
      'Storm destroys 30 homes\n\nThe storm came at night. It destroyed 33 homes in Adair.',
    ],
    [
      'Seven arrested in raid\n\nPolice arrested seven men on Monday.',
      'Seven arrested in raid\n\nPolice arrested eight men on Monday.',
    ],
    [
      'The blast wounded 31 people. All 31 were taken to hospital.',
      'The blast wounded 31 people. All 35 were taken to hospital.',
    ],
    [
      'The flood cut off 14 villages. The 14 villages have no power.',
      'The flood cut off 14 villages. The 16 villages have no power.',
    ],
    [
      'The company has 230 employees. It said its 230 employees would be paid.',
      'The company has 230 employees. It said its 320 employees would be paid.',
    ],
    [
      'Gunmen took 11 hostages. The eleven hostages were released.',
      'Gunmen took 11 hostages. The twelve hostages were released.',
    ],
    ['The report names eight firms. All eight firms deny it.', 'The report names eight firms. All nine firms deny it.'],
    [
      'The bus carried 44 passengers. None of the 44 passengers was hurt.',
      'The bus carried 44 passengers. None of the 48 passengers was hurt.',
    ],
    ['A dozen ships were sunk. The 12 ships lie in the bay.', 'A dozen ships were sunk. The 13 ships lie in the bay.'],
  ],
  name: [
    [
      'Foreign Minister Olga Brandt arrived. Minister Brandt met the press. Brandt left early.',
      'Foreign Minister Olga Brandt arrived. Minister Brandt met the press. Brendt left early.',
    ],
    [
      'Karim Haddad spoke first. Haddad, a lawyer, said no. Later Haddad left.',
      'Karim Haddad spoke first. Haddad, a lawyer, said no. Later Hadad left.',
    ],
    ['Ivan Petrov ran the port. Petrov resigned.', 'Ivan Petrov ran the port. Petrow resigned.'],
    [
      'Sofia Lindqvist signed. Lindqvist smiled. Lindqvist left.',
      'Sofia Lindqvist signed. Lindqvist smiled. Lindquist left.',
    ],
    [
      'Michael Stern said so. Stern, 40, is a doctor. Michael Stern has two sons.',
      'Michael Stern said so. Stern, 40, is a doctor. Micheal Stern has two sons.',
    ],
    [
      'Abdul Rahmani called. Rahmani said no. Mr Rahmani left.',
      'Abdul Rahmani called. Rahmani said no. Mr Rahmeni left.',
    ],
    [
      'The mayor of Telmark spoke. Telmark is small. Telmark has a port.',
      'The mayor of Telmark spoke. Telmark is small. Telmerk has a port.',
    ],
    [
      'Catherine Moore won. Moore thanked all. Catherine Moore is 50.',
      'Catherine Moore won. Moore thanked all. Catharine Moore is 50.',
    ],
    ['Judge Peter Novotny ruled. Novotny was brief.', 'Judge Peter Novotny ruled. Novotni was brief.'],
    [
      'Hassan Rezai was freed. Rezai, a student, thanked his lawyer. His mother met Rezai.',
      'Hassan Rezai was freed. Rezai, a student, thanked his lawyer. His mother met Rezei.',
    ],
    [
      'President Mirela Dascal spoke. Dascal won in May. Dascal smiled.',
      'President Mirela Dascal spoke. Dascal won in May. Dascel smiled.',
    ],
    [
      'Thomas Keller won. Keller beat two rivals. Keller is 40.',
      'Thomas Keller won. Keller beat two rivals. Kellar is 40.',
    ],
  ],
};

/** A claim, a passage that says the same, and one that does not. */
export const PASSAGES: [claim: string, same: string, other: string][] = [
  [
    'The minister had not seen the letter.',
    'The minister had not seen the letter, he said.',
    'The minister had seen the letter.',
  ],
  ['The school will reopen in May.', 'In May, the school will reopen.', 'The school will not reopen in May.'],
  ['Nobody was hurt in the fire.', 'No one was hurt in the fire.', 'Four people were hurt in the fire.'],
  [
    'The firm denied it had paid the bribe.',
    'The firm denied that it had paid the bribe.',
    'The firm admitted it had paid the bribe.',
  ],
  [
    'The road is no longer closed to trucks.',
    'The road is no longer closed to trucks.',
    'The road is closed to trucks.',
  ],
  [
    'He never met the ambassador in Vienna.',
    'He never met the ambassador in Vienna.',
    'He met the ambassador in Vienna.',
  ],
  [
    "The suspects didn't enter the building.",
    'The suspects did not enter the building.',
    'The suspects entered the building.',
  ],
  [
    'About 25% of the vote went to Lund.',
    'About a quarter of the vote went to Lund.',
    'About a third of the vote went to Lund.',
  ],
  [
    'At least 40 people died in the flood.',
    'At least forty people died in the flood.',
    'At least 14 people died in the flood.',
  ],
  [
    'The plane carried 1.2 million leaflets.',
    'The plane carried 1,200,000 leaflets.',
    'The plane carried 1.5 million leaflets.',
  ],
  [
    'The company lost $3bn last year.',
    'The company lost $3 billion last year.',
    'The company lost $3 million last year.',
  ],
  ['The bridge is 120 metres long.', 'The bridge is 120m long.', 'The bridge is 120 feet long.'],
  ['The trial starts on 5 May 2011.', 'The trial starts on May 5, 2011.', 'The trial starts on May 15, 2011.'],
  [
    'The mayor was elected in 2008 for six years.',
    'The mayor was elected in 2008 for 6 years.',
    'The mayor was elected in 2006 for six years.',
  ],
  [
    'Waheed Omer, a spokesman, said so on Tuesday.',
    'Waheed Omer, a spokesman, said so on Tuesday.',
    'Waheed Omar, a spokesman, said so on Tuesday.',
  ],
  [
    'The fund pays 300 euros per month to widows.',
    'The fund pays 300 euros a month to widows.',
    'The fund pays 300 euros a year to widows.',
  ],
  ['Two dozen gunmen attacked the station.', '24 gunmen attacked the station.', '25 gunmen attacked the station.'],
  [
    'More than half of the seats are empty.',
    'Over half of the seats are empty.',
    'Less than half of the seats are empty.',
  ],
  [
    'The strike lasted 3 weeks in spring.',
    'The strike lasted three weeks in spring.',
    'The strike lasted three months in spring.',
  ],
];
