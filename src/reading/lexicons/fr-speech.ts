// Who speaks in French, and what makes a sentence worth checking. Pure.
import { type SpeechWords, type WorthLexicon, words } from './lexicon.ts';

const ER =
  'affirm assur déclar expliqu indiqu précis annonc confirm ajout soulign estim dénonc regrett rappel racont alert détaill relat évoqu calcul not répliqu demand lanc insist raill admonest expos témoign murmur signal révél rapport résum juge jug martel tranch rétorqu observ glis constat comment critiqu contest protest compt espér plaid pens argu argument analys confi reconnu conclu articul réaffirm certifi avanc déplor nuanc ironis souffl tonn assén concéd complét relativis ponctu dédramatis chiffr évalu balay moqu qualifi félicit inquièt salu accus suppos soupçonn emport indign étonn réjoui exclam enthousiasm insurg alarm agac pest soupir';

const forms = ER.split(' ').flatMap((stem) => [
  ...['e', 'ent', 'a', 'èrent', 'ait', 'aient'].map((end) => stem + end),
  ...(stem.endsWith('c') ? ['ça', 'çait', 'çaient'].map((end) => stem.slice(0, -1) + end) : []),
]);

/** "S’est félicitée", "se sont dits": with être they bend. */
const REFLEXIVE =
  'félicité indigné étonné réjoui exclamé enthousiasmé insurgé inquiété alarmé agacé ému désolé emporté défendu justifié amusé moqué vanté dit'
    .split(' ')
    .flatMap((word) => ['', 'e', 's', 'es'].map((end) => word + end));

const PARTICIPLES = ER.split(' ')
  .map((stem) => `${stem}é`)
  .join(' ');

export const SPEECH: SpeechWords = {
  saying: words(
    `${forms.join(' ')} dit disent disait disaient répond répondent répondit soutient soutiennent soutenait prévient préviennent reconnaît
    reconnaissent admet admettent admettait écrit écrivent croit croient promet nie nient niait avertit avertissent conclut concluent
    prétend prétendent jugeait annonce annoncent annonçait annonça lance lancent lança avance avancent rappelle rappellent appelle
    dément démentent démentait poursuit poursuivent reprend renchérit confie confient défend affirme ironise tempère décrit justifie glisse prédit`,
  ),
  doubtful: words(
    'enthousiasme enthousiasment alarme alarment agace agacent peste pestent soupire soupirent parle parlent parlait salue saluent salua saluait accuse accusent accusait soupçonne soupçonnent souvient souviennent réjouit emporte indigne étonne chiffre chiffrent chiffrait évalue évaluent évalua balaie moque moquent qualifie qualifient qualifiait félicite félicitent dédramatise complète souffle tonne ponctue note notent notait demande demandent demandait critique critiquent conteste contestent compte comptent espère espèrent avance avancent lance lancent lança signale rapporte rapportent observe constate appelle défend décrit poursuit poursuivent reprend jugent juge pense pensent promet expose plaide résume analyse tranche protestent proteste commente écrit murmure calcule calculent admet',
  ),
  participles: words(
    `${PARTICIPLES} dit déclaré affirmé assuré expliqué indiqué précisé annoncé confirmé ajouté souligné estimé dénoncé regretté rappelé raconté alerté détaillé relaté évoqué répliqué demandé lancé insisté témoigné signalé révélé rapporté martelé tranché rétorqué observé glissé constaté commenté répondu soutenu prévenu reconnu admis écrit promis nié averti conclu poursuivi confié jugé prétendu fait défendu réagi parlé souvenu démenti`,
  ),
  helpers: words('a ont avait avaient aurait auraient'),
  reflexives: new Set(REFLEXIVE),
  between: words(
    'aussi s ne pas déjà également lui leur nous me se y en ensuite toutefois encore ainsi jamais même notamment hier',
  ),
  that: words('que qu'),
  according: [
    'selon',
    'à en croire',
    'a on appris auprès de',
    'a on appris auprès du',
    'a on appris auprès des',
    'a on appris de',
    'a on appris',
    "d'après",
    'd après',
    "de l'avis de",
    ...['de l avis', 'aux yeux', 'de l aveu', 'au dire'].flatMap((words) =>
      ['du', 'des', 'de'].map((of) => `${words} ${of}`),
    ),
    'pour sa part selon',
  ],
  own: ['à son avis', 'à ses yeux', 'de son propre aveu', 'selon ses mots'].map((words) => [words, null]),
  hearsay: words('informations'),
  ourselves: /^(?:nos|notre)$/,
  opining: {
    word: 'pour',
    judging:
      /^(?:est|sont|sera|seront|serait|seraient|reste|restent|tient|tiennent|relève|constitue|représente|montre|montrent|traduit|reflète|signifie|doit|doivent|explique|expliquent)$/,
  },
  postposed: new Set(),
  so: new Set(),
  particles: new Map(),
  determiners: words(
    "le la les l un une des ce cet cette ces son sa ses leur leurs plusieurs certains certaines quelques deux trois quatre cinq autre autres d'autres mon notre",
  ),
  of: words('de du des d pour'),
  prepositions: words(
    'à au aux en dans sur par avec chez lors après avant pendant depuis devant contre entre sans sous vers face mercredi',
  ),
  breaks: words('qui que qu dont où quand lorsque lorsqu alors tandis car parce si mais comme ou ni puisque afin'),
  and: 'et',
  pronouns: new Map([
    ['il', 'he'],
    ['elle', 'she'],
    ['ils', 'many'],
    ['elles', 'many'],
    ['on', 'nobody'],
    ['je', 'nobody'],
    ['j', 'nobody'],
    ['nous', 'nobody'],
    ['vous', 'nobody'],
    ['ce', 'nobody'],
    ['c', 'nobody'],
    ['cela', 'nobody'],
    ['ça', 'nobody'],
    ['celui-ci', 'he'],
    ['celle-ci', 'she'],
    ['ce dernier', 'he'],
    ['cette dernière', 'she'],
    ['lui', 'he'],
    ['tous', 'nobody'],
    ['personne', 'nobody'],
  ]),
  finite:
    /^(?:est|sont|était|étaient|fut|furent|a|ont|avait|avaient|aura|auront|va|vont|allait|peut|peuvent|pourrait|doit|doivent|sera|seront|serait|fait|font|vit|vivent|veut|veulent|travaille|travaillent|aurait|auraient|.{3,}(?:ait|aient|èrent|irent|ira|eront|erait))$/,
  roles: words(
    `président présidente ministre premier première maire gouverneur porte-parole directeur directrice secrétaire chef cheffe procureur procureure
    juge avocat avocate policier policière commissaire inspecteur inspectrice général colonel capitaine commandant docteur docteure médecin
    professeur professeure chercheur chercheuse expert experte analyste économiste journaliste écrivain écrivaine député députée sénateur
    sénatrice conseiller conseillère préfet préfète ambassadeur ambassadrice évêque archevêque pape roi reine dirigeant dirigeante leader
    candidat candidate entraîneur témoin voisin voisine victime fonctionnaire responsable coordinateur coordinatrice gérant gérante patron
    patronne syndicaliste ouvrier ouvrière instituteur institutrice recteur rectrice pompier ingénieur ingénieure scientifique
    vice-président vice-présidente propriétaire mère père frère sœur fils fille veuve pêcheur agriculteur agricultrice adjoint adjointe
    élu élue militant militante habitant habitante éleveur président-directeur rapporteur rapporteure sous-préfet`,
  ),
  role_ending: null,
  bodies: words(
    'gouvernement ministère police parlement sénat assemblée parti armée tribunal université conseil commission mairie préfecture',
  ),
  groups: words('sources témoins experts riverains habitants'),
  honorifics: new Map([
    ['m', 'he'],
    ['mme', 'she'],
    ['mlle', 'she'],
    ['me', null],
    ['dr', null],
    ['pr', null],
    ['monsieur', 'he'],
    ['madame', 'she'],
    ['maître', null],
  ]),
  hers: /^(?:la|une|cette)$/,
  his: /^(?:le|un|ce|cet)$/,
  media: /^(?:agence|journal|quotidien|chaîne|radio|télévision|presse|magazine|hebdomadaire|site|revue)$/,
  claiming:
    /^(?:affirm|assur|di(?:t|sent|sait)|déclar|racont|expliqu|ni(?:e|ent|ait|é)|recon|admet|admis|prétend|soutien|cro(?:it|ient)|estim|indiqu|avou|pens)/,
  infinitive: /^(?:avoir|être|vouloir|devoir|pouvoir|ne|n|s|\p{Ll}{2,}(?:er|ir|oir))$/u,
  charging: /^accus/,
  reckoning: /^(?:estim|chiffr|évalu)/,
  at: words('à'),
  writes_nouns_large: false,
  drops_subject: false,
  small: words(
    `le la les l un une des du de d et ou mais sans en dans à au aux avec par pour que qu se son sa ses leur leurs ce cet cette ces il elle ils elles
    on je j nous vous ne pas oui non déjà aussi selon quand comme où si bien alors après depuis jusqu entre sur devant y a est sont était ont plus
    moins très hier demain ainsi puis ensuite avant maintenant autre autres chaque ni qui quoi quel quelle rien personne certains certaines
    plusieurs quelques tant tout tous toute toutes même pendant lors deux trois quatre cinq six sept huit neuf dix cela ça c d’après celui celle
    ceux car donc or enfin aujourd'hui aujourd toujours jamais cependant toutefois pourtant s n m t afin malgré face près outre dès parmi chez`,
  ),
};

export const WORTH: WorthLexicon = {
  harm: /^(?:tu(?:é|ée|és|ées|er|ent)|morts?|mortes?|mourir|mourut|décès|décéd\p{L}+|bless\p{L}+|assassin\p{L}*|attaqu\p{L}*|attentats?|explos\p{L}+|victimes?|enlev\p{L}+|enlèvement|incendies?|séismes?|accidents?|violences?|viols?|violé\p{L}*|bombard\p{L}+|détrui\p{L}+|effondr\p{L}+|disparu\p{L}*|noy(?:é|és|ée|ées|ade)|épidémies?|inondations?|fusillades?|tirs?)$/u,
  accusations:
    /^(?:accus\p{L}+|arrêt(?:é|ée|és|ées|er)|arrestations?|condamn\p{L}+|mis\p{L}* en examen|poursuivi\p{L}*|corrup\p{L}+|fraudes?|vol(?:s|é|és)|illéga\p{L}+|délits?|crimes?|prison|coupables?|détourn\p{L}+|escroquer\p{L}+|menti|plaintes?|inculp\p{L}+)$/u,
  changes:
    /^(?:augment\p{L}+|hausses?|baiss\p{L}+|recul\p{L}*|progress\p{L}+|chut\p{L}+|grimp\p{L}+|doubl\p{L}+|tripl\p{L}+|diminu\p{L}+|réduit\p{L}*|perdu\p{L}*|gagné\p{L}*|bond\p{L}*)$/u,
  acts: /^(?:adopt\p{L}+|vot(?:é|es?|ée|ent)|lois?|jugements?|décrets?|sign(?:é|ée|er)|nomm\p{L}+|élu\p{L}*|élections?|interdi\p{L}+|licenci\p{L}+|démission\p{L}*|achet\p{L}+|vendu\p{L}*|payé\p{L}*|contrats?|budget|impôts?|taxes?|amendes?)$/u,
  superlatives:
    /\b(?:le|la|les) (?:\p{L}+ )?(?:plus|moins|meilleure?s?|pires?|premi(?:er|ère)s?|seule?s?)\b|\bpour la première fois\b|\brecord\b|\bjamais\b/u,
  health:
    /^(?:santé|maladies?|malades?|vaccin\p{L}*|virus|cancers?|hôpita\p{L}+|hospitalis\p{L}+|contamin\p{L}+|infect\p{L}+|patients?|toxiques?)$/u,
  causes: /(?:à cause d|en raison d|du fait d|grâce à|provoqu\p{L}+|causé\p{L}*|entraîn\p{L}+)/u,
  hearsay: /\b(?:présumée?s?|soupçonnée?s?|apparemment|semble-t-il|aurait|auraient)\b/u,
  opinion: /(?:je pense|je crois|il me semble|à mon avis|j.espère|merci|magnifiques?|merveilleu\p{L}+)/u,
  plans: /\b(?:pourrait|pourraient|devrait|devraient|souhaite|souhaitent|espère|espèrent|prévoit|compte)\b/u,
  money: /^(?:euros?|dollars?|francs?|livres?|dinars?|dirhams?)$/,
};
