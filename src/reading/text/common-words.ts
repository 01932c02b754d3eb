// The commonest small words of languages in Latin letters, by which the language of a text is guessed. Pure.

const set = (words: string) => new Set(words.split(/\s+/));

/** Those that nobody offers to read (Catalan, Galician, Italian …) are here so that a text of theirs is not taken for a neighbour's. */
export const COMMON_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set(
    'the of and to in a is that was for it on with as his her they at be this have from or had by not but what were we when are said which an their would been has will more if who so its than there',
  ),
  es: set(
    'de la que el en y a los del se las por un para con no una su al es lo como más o pero sus le ya este sí porque esta entre cuando muy sin sobre también hasta hay donde quien desde nos durante ha han fue según dijo años',
  ),
  fr: set(
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux mais ou été cette ses ont elle être leur nous vous ces selon dit même après lui ans fait',
  ),
  de: set(
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sagte laut',
  ),
  pt: set(
    'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre depois sem mesmo aos seus segundo disse são anos',
  ),
  it: set(
    'di che e la il un a per in una sono mi ho non si lo ma ti con le ha i da è del della nel dei alla al delle gli come più anche dal degli nella questo suo stato essere dopo anni secondo detto',
  ),
  ca: set(
    'de la que i el a en les un per amb del una els és no al han ha més pel però dels com seva son aquest aquesta també van va anys segons ser sobre als fins',
  ),
  gl: set(
    'de a que o e do da en un os unha para con non no se as na por dos máis como á das ao foi pola polo nos tamén seu súa ata xa pero dixo anos segundo é moi ten',
  ),
  ro: set(
    'de și în a la cu o pe nu că care din un mai este pentru sa au fost ce al lui prin fi dar sunt ale după ani unei',
  ),
  nl: set(
    'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij door naar uit over wordt nog hij ze deze heeft worden had volgens meer tot',
  ),
  sv: set(
    'och att det i en som på är av för med till den har inte om ett han var jag men de från vid kan hon nu ska efter år',
  ),
  da: set(
    'og at det i en som på er af for med til den har ikke om et han var jeg men de fra ved kan hun nu skal efter år blev',
  ),
  nb: set(
    'og at det i en som på er av for med til den har ikke om et han var jeg men de fra ved kan hun nå skal etter år ble',
  ),
  pl: set(
    'i w na z do się nie że jest to o po od za przez jak dla a ale ich tym był oraz było są roku już czy co tego',
  ),
  cs: set('a v na se je že s z do o to i k za pro ve jako po by jeho od podle byl ale který roku jsou které už při'),
  tr: set('ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ne var ise ancak oldu olduğunu dedi en'),
  id: set('yang dan di dari untuk dengan ini pada itu tidak dalam adalah akan juga oleh ke telah karena kata sebagai'),
  fi: set('ja on ei että se hän oli ovat myös mukaan mutta kun joka tai sen ole vuonna kuin'),
  hu: set('a az és hogy nem is egy de volt van meg csak mint ez már el még azt lesz szerint után'),
};
