// The article of the demo; city, people and institutions are invented, and so is its mistake.
// Nobody has read its mistakes yet: the standfirst counts eight where the body has nine, a caption spells the city otherwise.
import type { ArticleTyped } from '#src/articles/commands.ts';
import type { WritersText } from '../writers-file.ts';

/** The zone of the city: it lies four and a half hours east of Greenwich, on no map. */
export const CITY_ZONE = 'Asia/Kabul';

/** The article as it came in: dated the evening before, about a raid on that day. `day` is that day's name ("Saturday"). */
export function raidArticle(day: string): ArticleTyped & WritersText & { byline: string } {
  return {
    headline: 'Gunmen storm Veshtar as governor insists the city is calm',
    standfirst:
      'Insurgents claim more than 100 fighters, officials speak of two dozen. Eight security officers and civilians are among the dead.',
    body: bodyOf(day),
    captions: [
      `Smoke over the governor’s compound in Veshter on ${day}, photographed by TK.`,
      'Police officers carry a wounded man past the shuttered grain exchange.',
    ],
    byline: 'Jonas Wrede',
    outlet: 'Halden Wire',
    url: 'https://wire.halden.example/veshtar-raid',
    language: 'en',
    place: 'Veshtar',
    asked_by: 'Ada Lind',
    asked_why: 'Casualty figures and the number of attackers, before the evening edition',
  };
}

function bodyOf(day: string): string {
  return `
VESHTAR — Six suicide bombers and dozens of gunmen attacked at least four government buildings in the southern city of Veshtar on ${day}, killing at least 23 people and shutting down its centre for ten hours, officials and residents said.

The assault began at about 12:40 p.m., when a car bomb exploded at the gate of the governor’s compound. Within minutes, gunmen had taken the upper floors of a half-built shopping arcade opposite and were firing rocket-propelled grenades at the police headquarters and the mayor’s office.

A spokesman for the Mountain Front, Dovan Rezhal, told Halden Wire by telephone that “more than 100 of our fighters” had entered the city in the past three days. Many of them, he said, were among the 480 prisoners who escaped through a tunnel from Veshtar’s central prison last month.

The governor’s office put the number far lower. “There were 25 of them, and 25 of them are dead,” said Lale Ishkan, a spokeswoman for Governor Anvar Tesh, speaking from inside the compound while shots could be heard. Mr Tesh had earlier appeared on state television and declared the city “completely calm.”

The Joint Mission, the 14-nation force in the country, said its troops had played “a supporting role” and that police special units led the operation. Two of its helicopters circled over the centre for more than five hours, residents said, and at least one fired a missile into the arcade.

Figures for the dead and wounded were still in dispute late on ${day}. The city’s main hospital had taken in 46 wounded, 11 of them children, its director, Dr Mirel Ashan, said. The interior ministry counted 23 dead: 14 attackers, five police officers and four civilians.

Nobody in the old market needed to be told what the silence meant. “We counted the explosions until we stopped counting,” said Tamir, a tea seller who gave only his first name. He had seen three boys carried out on a door, he said.

The raid was the deadliest in Veshtar since the bombing of the grain exchange two winters ago, which killed 31. It came four months before foreign troops are due to hand over security in the province, and raised fresh doubts whether local forces can hold the city alone.

Commanders have long held up Veshtar, a city of 600,000 and the birthplace of the insurgency, as proof that the tide had turned. Attacks in the province fell by a third last year, according to the Joint Mission. Officers concede in private that the gains are fragile, and that winter, when the passes close, has always been quiet here.
`.trim();
}
