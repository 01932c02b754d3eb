// Who speaks in German, and what makes a sentence worth checking. Pure.
import { type SpeechWords, type WorthLexicon, words } from './lexicon.ts';

const WEAK =
  'sag erklär bericht beton warn bestätig antwort mein bemerk behaupt versicher erzähl erläuter ergänz urteil vermut glaub mahn kritisier beklag schilder äußer unterstreich bekräftig bedauer argumentier prognostizier dementier präzisier notier twitter folger fürcht hoff klag verkünd verteidig meld forder entgegn erwider vermeld mutmaß spekulier resümier bilanzier plädier erkenn ruf scherz spott schimpf seufz würdig lob begrüß flüster raun jubel moser entschuldig rechtfertig bemängel monier rüg beanstand';

const forms = WEAK.split(' ').flatMap((stem) => {
  const link = /(?:[td]|gn|chn|ffn)$/.test(stem) ? 'e' : '';
  return [`${stem}${link}t`, `${stem}${link}te`, `${stem}${link}ten`, `${stem}en`];
});

export const SPEECH: SpeechWords = {
  saying: words(
    `${forms.join(' ')} schrieb schrieben schreibt schreiben sprach sprachen spricht teilte teilten teilt teilen kündigte kündigten kündigt
    bemängeln widersprach widersprachen widerspricht widersprechen bestritten
    gab gaben gibt geben fügte fügten fügt räumte räumten räumt wies wiesen weist bestritt bestritten bestreitet stellte stellten stellt
    führte führten schätzt schätzte schätzten versprach verspricht unterstrich hob hoben hebt drohte drohten droht wirft warf werfen warfen merkt merkte merkten geht ging gehen gingen ergab ergaben zeigt zeigte
    beziffert bezifferte bezifferten rief riefen gestand gestanden befand gab nannte nannten nennt empfahl empfahlen wandte wandten wendet`,
  ),
  doubtful: words(
    'rügt rügte rügten moniert monierte widersprach widersprachen widerspricht widersprechen würdigt würdigte würdigten lobt lobte lobten begrüßt begrüßte begrüßten geht ging gehen gingen rief riefen ruft nannte nannten nennt befand beziffert bezifferte bezifferten empfahl empfahlen erkennt rechtfertigt entschuldigt flüstert drohte drohten droht schreiben meinen glauben hoffen hofft fordert forderte forderten fordern sprechen spricht sprach sprachen schätzt schätzte schätzten klagen klagt klagte warnt meldet melden bedauern verteidigt verteidigte kritisierte kritisierten kritisiert versprach verspricht sagen erzählen',
  ),
  participles: words(
    'gesagt erklärt mitgeteilt berichtet betont gewarnt bestätigt geantwortet bemerkt behauptet versichert erzählt erläutert ergänzt angekündigt angegeben hinzugefügt eingeräumt geschrieben gemeldet geäußert bekanntgegeben vermutet kritisiert verkündet ausgesagt',
  ),
  helpers: words('hat haben hatte hatten habe'),
  reflexives: new Set(),
  between: words(
    'auch nicht noch bereits dazu zudem außerdem weiter später gestern heute dann jedoch aber wiederum zugleich indes allerdings selbst hingegen sich dort dagegen daraufhin anschließend ebenfalls schließlich zunächst nun danach zuvor abschließend unterdessen seinerseits ihrerseits wörtlich bereits hierzu inzwischen',
  ),
  that: words('dass daß'),
  according: [
    'laut',
    'aus sicht von',
    'aus sicht des',
    'aus sicht',
    'aus der sicht von',
    'aus der sicht des',
    'aus der sicht',
    ...'angaben auskunft einschätzung ansicht meinung aussage aussagen darstellung informationen überzeugung berechnungen schätzungen worten'
      .split(' ')
      .flatMap((noun) => [`nach ${noun} von`, `nach ${noun} des`, `nach ${noun}`]),
    'nach den angaben',
    'nach den worten',
  ],
  own: 'meinung ansicht einschätzung auffassung überzeugung'
    .split(' ')
    .flatMap((noun): [string, 'he' | 'she'][] => [
      [`seiner ${noun} nach`, 'he'],
      [`ihrer ${noun} nach`, 'she'],
      [`nach seiner ${noun}`, 'he'],
      [`nach ihrer ${noun}`, 'she'],
    ])
    .concat([
      ['nach seinen worten', 'he'],
      ['nach ihren worten', 'she'],
      ['nach seinen angaben', 'he'],
      ['nach ihren angaben', 'she'],
    ]),
  hearsay: new Set(),
  ourselves: /^(?:diese[rs]?|unsere[rs]?)$/,
  opining: null,
  postposed: words('zufolge'),
  so: words('so'),
  particles: new Map(
    [
      ['teilte teilten teilt teilen', 'mit'],
      ['kündigte kündigten kündigt', 'an'],
      ['gab gaben gibt geben', 'an bekannt zu'],
      ['fügte fügten fügt', 'hinzu an'],
      ['räumte räumten räumt', 'ein'],
      ['wies wiesen weist', 'hin zurück'],
      ['stellte stellten stellt', 'klar fest'],
      ['führte führten', 'aus an'],
      ['hob hoben hebt', 'hervor'],
      ['wirft warf werfen warfen', 'vor'],
      ['merkt merkte merkten', 'an'],
      ['geht ging gehen gingen', 'aus'],
      ['wandte wandten wendet', 'ein'],
    ].flatMap(([verbs = '', pieces = '']) => verbs.split(' ').map((verb) => [verb, words(pieces)] as const)),
  ),
  determiners: words(
    'der die das den dem ein eine einer einem einen dieser diese dieses diesen sein seine ihr ihre ihrer mehrere einige viele zwei drei vier fünf beide andere alle',
  ),
  of: words('der des von vom für beim'),
  prepositions: words(
    'am an auf aus bei beim in im ins mit nach über um unter vor zu zum zur gegen gegenüber durch während seit bis für von wegen trotz zwischen laut',
  ),
  breaks: words('dass daß wenn weil obwohl während als ob aber doch denn sondern oder wo wie welche welcher welches'),
  and: 'und',
  pronouns: new Map([
    ['er', 'he'],
    ['sie', 'she'],
    ['es', 'nobody'],
    ['man', 'nobody'],
    ['ich', 'nobody'],
    ['wir', 'nobody'],
    ['ihr', 'nobody'],
    ['das', 'nobody'],
    ['dies', 'nobody'],
    ['wer', 'nobody'],
    ['niemand', 'nobody'],
    ['jemand', 'nobody'],
    ['alle', 'nobody'],
    ['dieser', 'he'],
    ['was', 'nobody'],
  ]),
  finite:
    /^(?:ist|sind|war|waren|hat|haben|hatte|hatten|habe|wird|werden|wurde|wurden|werde|kann|können|konnte|konnten|könne|muss|müssen|musste|soll|sollen|sollte|will|wollen|wollte|sei|seien|gibt|gab|ging|geht|kam|kommt|lebt|leben|arbeitet|arbeiten|steht|liegt|bleibt|fiel|stieg|starb|starben)$/,
  roles: words(
    `präsident präsidentin kanzler kanzlerin minister ministerin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin sprecher sprecherin
    direktor direktorin sekretär chef chefin staatsanwalt staatsanwältin richter richterin anwalt anwältin rechtsanwalt polizist polizistin
    kommissar general oberst hauptmann doktor arzt ärztin professor professorin forscher forscherin experte expertin analyst ökonom ökonomin
    journalist journalistin autor autorin abgeordnete abgeordneter senator senatorin rat rätin botschafter bischof papst könig königin
    vorsitzende vorsitzender kandidat kandidatin trainer trainerin zeuge zeugin nachbar nachbarin opfer beamter beamtin leiter leiterin
    geschäftsführer geschäftsführerin unternehmer gewerkschafter lehrer lehrerin rektor rektorin feuerwehrmann ingenieur wissenschaftler
    wissenschaftlerin mutter vater bruder schwester sohn tochter witwe fischer bauer landrat landrätin wirt wirtin historiker historikerin
    vorstand inhaber inhaberin pfarrer pfarrerin kämmerer kämmerin dezernent dezernentin`,
  ),
  role_ending:
    /(?:sprecher|sprecherin|minister|ministerin|chef|chefin|präsident|präsidentin|meister|meisterin|leiter|leiterin|direktor|direktorin|anwalt|anwältin|richter|richterin|führer|führerin|kanzler|kanzlerin|sekretär|sekretärin|vorsitzende|vorsitzender|vorsitzenden|beauftragte|beauftragter|experte|expertin|forscher|forscherin|trainer|trainerin|rat|rätin|ärztin|arzt|kommissar|politiker|politikerin|wissenschaftler|wissenschaftlerin|lehrerin|lehrer|manager|managerin|abgeordnete|abgeordneter|inspektor)$/,
  bodies: words('regierung ministerium polizei bundestag senat partei armee gericht universität rat ausschuss behörde'),
  groups: words(
    'ermittler behörden experten anwohner zeugen beamte forscher wissenschaftler aktivisten kritiker nachbarn angehörige gewerkschaften beobachter fachleute kreise ärzte medien meteorologen statistiker mediziner bewohner augenzeugen veranstalter bauern retter sprecher polizei feuerwehr umweltschützer',
  ),
  honorifics: new Map([
    ['herr', 'he'],
    ['herrn', 'he'],
    ['hr', 'he'],
    ['frau', 'she'],
    ['fr', 'she'],
    ['dr', null],
    ['prof', null],
  ]),
  hers: /^(?:die|eine|diese|ihre|seine)$/,
  his: /^(?:der|ein|dieser)$/,
  media:
    /(?:zeitung|agentur|presse|sender|magazin|rundfunk|fernsehen|radio|blatt|portal|spiegel|nachrichten|dpa|ard|zdf|journalisten|reportern|abgeordneten)$/i,
  claiming: null,
  infinitive: /^$/,
  charging: null,
  reckoning: /^(?:schätzte?n?|schätzt|bezifferte?n?|beziffert)$/,
  at: words('auf'),
  writes_nouns_large: true,
  drops_subject: false,
  small: words(
    `der die das den dem des ein eine einen einem einer eines und oder aber ohne in im am an auf aus bei beim mit nach von vom vor zu zum zur für über
    unter um durch gegen seit bis dass daß sich sein seine ihr ihre er sie es wir ich man nicht kein keine ja schon auch noch laut wenn als wie wo
    weil obwohl während doch denn dann jetzt gestern heute morgen so dort hier da damit dabei dazu zudem außerdem trotz wegen zwischen dieser
    diese dieses diesen alle viele einige mehrere andere jeder jede wer was nichts niemand jemand nur sogar insgesamt rund etwa fast knapp
    mehr weniger zwei drei vier fünf sechs sieben acht neun zehn elf zwölf ist sind war waren hat haben hatte wird wurde wurden ob inzwischen
    danach zuvor später zunächst allerdings jedoch bislang bisher nun am ende anfang mitte unterdessen derzeit beide ebenso sowie`,
  ),
};

export const WORTH: WorthLexicon = {
  harm: /^(?:getötet\p{L}*|tötet\p{L}*|tot|tote[nr]?|tod|starb|starben|gestorben|verletz\p{L}+|ermord\p{L}+|mord\p{L}*|angriff\p{L}*|griffen|anschl(?:ag|äge)\p{L}*|explo\p{L}+|opfer|entführ\p{L}+|brand|brände|feuer|erdbeben|unfall|unfälle|gewalt|bombard\p{L}+|zerstör\p{L}+|eingestürzt|vermisst\p{L}*|ertrunken|ertrank\p{L}*|epidemie\p{L}*|überschwemm\p{L}+|schüsse|erschossen)$/u,
  accusations:
    /^(?:beschuldig\p{L}+|festgenommen\p{L}*|festnahmen?|verhaft\p{L}+|verurteil\p{L}+|angeklagt\p{L}*|anklage|korrupt\p{L}*|betrug\p{L}*|bestech\p{L}+|diebstahl|gestohlen|illegal\p{L}*|straftat\p{L}*|gefängnis|haft|schuldig\p{L}*|vorwürfe|verdächtig\p{L}*|unterschlag\p{L}+|gelogen)$/u,
  changes:
    /^(?:stieg\p{L}*|gestiegen|steig\p{L}+|sank|sanken|gesunken|sink\p{L}+|fiel|fielen|gefallen|wuchs|wuchsen|gewachsen|verdoppel\p{L}+|erhöh\p{L}+|senkte\p{L}*|gesenkt|zunahme|rückgang|zugenommen|abgenommen|schrumpf\p{L}*|verlor\p{L}*)$/u,
  acts: /^(?:beschloss\p{L}*|beschlossen|verabschiedet\p{L}*|stimmte\p{L}*|stimmen|gesetze?|urteil\p{L}*|unterzeichn\p{L}+|ernannt\p{L}*|gewählt\p{L}*|wahlen?|verbot\p{L}*|entlassen|zurückgetreten|kaufte\p{L}*|verkauft\p{L}*|bezahlt\p{L}*|vertr(?:ag|äge)|haushalt|steuern?|bußgeld\p{L}*)$/u,
  superlatives:
    /(?<!\p{L})(?:größte|kleinste|höchste|niedrigste|meiste|beste|schlechteste|schlimmste|älteste|jüngste|erste|einzige|teuerste|stärkste|längste)[nrsm]?\b|\bzum ersten mal\b|\berstmals\b|\brekord\p{L}*\b|\bnie\b/u,
  health:
    /^(?:gesundheit\p{L}*|krank\p{L}+|impf\p{L}+|viren|virus|krebs|klinik\p{L}*|ansteck\p{L}+|infiziert\p{L}*|infektion\p{L}*|patient\p{L}*|giftig\p{L}*)$/u,
  causes: /(?:\bwegen\b|\bdank\b|\baufgrund\b|\binfolge\b|\bverursach\p{L}+|\bausgelöst\b|\bführte zu\b)/u,
  hearsay: /\b(?:mutmaßlich\p{L}*|angeblich\p{L}*|offenbar|soll|sollen)\b/u,
  opinion: /\b(?:ich glaube|ich denke|ich finde|meiner meinung|hoffentlich|danke|wunderbar\p{L}*|schön\p{L}*)\b/u,
  plans: /\b(?:könnte|könnten|will|wollen|plant|planen|hofft|sollte|sollten|möchte)\b/u,
  money: /^(?:euro|dollar|franken|pfund|cent|rubel)$/,
};
