// Who speaks in Portuguese, and what makes a sentence worth checking. Pure.
import { type SpeechWords, type WorthLexicon, words } from './lexicon.ts';

const AR =
  'afirm assegur declar explic anunci inform confirm indic coment manifest denunci lament destac sublinh ressalt alert detalh relat estim calcul apont reiter replic contest pergunt exclam grit consider revel report notific avis avali acrescent cont adiant sustent acus garant conden critic argument alerta exalt complet relembr pontu salient frisou frisa adiant ponder recomend suspeit comemor celebr lament murmur qualific classific avali aleg ironiz brinc reclam acus calcul estim elogi cham protest cobr notici avanç queix';
const ER_IR = 'respond reconhec promet suger insist exig escrev admit conclu defend advert garant repet discut';

const forms = [
  ...AR.split(' ').flatMap((stem) => ['a', 'am', 'ou', 'aram', 'ava', 'avam'].map((end) => stem + end)),
  ...ER_IR.split(' ').flatMap((stem) => ['e', 'em', 'eu', 'eram', 'iu', 'iram', 'ia'].map((end) => stem + end)),
];

export const SPEECH: SpeechWords = {
  saying: words(
    `${forms.join(' ')} disse disseram diz dizem dizia diziam negou negaram nega negam lembrou lembraram lembra lembram manteve mantém
    concluiu concluíram conclui acredita acreditam acreditou pensa pensam sugere sugerem repete referiu referiram refere referem frisou frisa
    frisaram propôs expôs confessou desmentiu desmentiram desmente prevê preveem escreveu escreveram adverte advertem publicou`,
  ),
  doubtful: words(
    'avança avançam avançou avançaram queixa queixam queixou queixaram noticia noticiam falou fala falam falaram elogia elogiam elogiou elogiaram chama chamam chamou chamaram define definiu protesta protestam cobra cobram cobrou comemora comemoram comemorou comemoraram celebra celebram celebrou celebraram qualifica qualificam qualificou classifica classificam classificou classificaram avalia avaliam reclama reclamam reclamou reclamaram brinca brincou suspeita suspeitam recomenda recomendou adianta adiantam pondera ponderam lamenta denuncia denunciam acusa acusam acusou acusaram conta contam critica criticam criticou criticaram condena condenou consideram considera defende defendem defendeu estima calcula completa completou aponta lembra mantém manteve exige exigiu discute discutiu discutiram publicou propôs insiste descreve',
  ),
  participles: words(
    'dito afirmado declarado explicado anunciado informado confirmado indicado acrescentado comentado denunciado destacado sublinhado ressaltado alertado detalhado relatado apontado respondido reconhecido admitido negado revelado lembrado contado concluído escrito garantido adiantado referido',
  ),
  helpers: words('tem têm tinha tinham havia haviam teria já'),
  reflexives: new Set(),
  between: words('também não já ainda lhe lhes me nos se nunca depois hoje ontem assim inclusive só sempre'),
  that: words('que'),
  according: [
    'de acordo com',
    'segundo',
    'conforme',
    ...['na opinião', 'nas palavras', 'na avaliação', 'na visão', 'no entender'].flatMap((words) =>
      ['do', 'da', 'dos', 'das', 'de'].map((of) => `${words} ${of}`),
    ),
  ],
  own: [
    'na sua opinião',
    'em sua opinião',
    'na opinião dele',
    'na opinião dela',
    'a seu ver',
    'no seu entender',
    'segundo as suas palavras',
  ].map((words) => [words, words.endsWith('dele') ? 'he' : words.endsWith('dela') ? 'she' : null]),
  hearsay: words('informações informação'),
  ourselves: /^(?:est[ea]|ness[ea]|noss[oa]s?)$/,
  opining: {
    word: 'para',
    judging:
      /^(?:é|são|está|estão|será|serão|seria|continua|continuam|significa|reflete|reflecte|mostra|mostram|deve|devem|esconde|escondem)$/,
  },
  postposed: new Set(),
  so: new Set(),
  particles: new Map(),
  determiners: words(
    'o a os as um uma uns umas este esta estes estas esse essa seu sua seus suas outro outra outros outras vários várias alguns algumas muitos muitas dois duas três quatro cinco ambos ambas cada',
  ),
  of: words('de do da dos das para'),
  prepositions: words(
    'a ao à aos às em no na nos nas num numa com por pelo pela após durante desde até sobre sob contra entre sem ante perante',
  ),
  breaks: words('que quem cujo cuja onde quando embora enquanto porque se mas senão como pois ou nem'),
  and: 'e',
  pronouns: new Map([
    ['ele', 'he'],
    ['ela', 'she'],
    ['eles', 'many'],
    ['elas', 'many'],
    ['eu', 'nobody'],
    ['nós', 'nobody'],
    ['isto', 'nobody'],
    ['isso', 'nobody'],
    ['quem', 'nobody'],
    ['todos', 'nobody'],
    ['ninguém', 'nobody'],
    ['alguém', 'nobody'],
    ['você', 'nobody'],
  ]),
  finite:
    /^(?:é|são|está|estão|foi|foram|era|eram|tem|têm|tinha|tinham|há|houve|vai|vão|ia|pode|podem|deve|devem|será|serão|seria|fez|fizeram|faz|fazem|viu|deu|deram|vive|vivem|quer|querem|esteve|pôs|trabalha|trabalham|.{2,}(?:ou|aram|eram|iram|ava|avam|ará|arão|erá|irá|aria))$/,
  roles: words(
    `presidente presidenta ministro ministra primeiro-ministro primeira-ministra prefeito prefeita governador governadora porta-voz diretor
    diretora secretário secretária chefe procurador procuradora promotor promotora juiz juíza advogado advogada delegado delegada comissário
    inspetor inspetora general coronel capitão comandante tenente doutor doutora médico médica professor professora pesquisador pesquisadora
    investigador investigadora especialista perito analista economista jornalista escritor escritora deputado deputada senador senadora
    vereador vereadora autarca embaixador embaixadora bispo arcebispo papa rei rainha líder dirigente candidato candidata treinador técnico
    testemunha morador moradora vítima funcionário funcionária responsável coordenador coordenadora gerente empresário empresária
    sindicalista trabalhador trabalhadora reitor reitora bombeiro engenheiro engenheira cientista vice-presidente dono dona mãe pai irmão
    irmã filho filha viúva pescador agricultor agricultora superintendente ativista relator relatora administrador administradora`,
  ),
  role_ending: null,
  bodies: words(
    'governo ministério polícia congresso câmara prefeitura partido exército senado tribunal universidade conselho assembleia comissão secretaria',
  ),
  groups: words(
    'fonte estudo estudos relatório pesquisa fontes autoridades moradores testemunhas especialistas funcionários organizações sindicatos familiares ativistas pesquisadores investigadores médicos agricultores trabalhadores analistas críticos bombeiros representantes vizinhos policiais',
  ),
  honorifics: new Map([
    ['sr', 'he'],
    ['sra', 'she'],
    ['dom', 'he'],
    ['dona', 'she'],
    ['dr', 'he'],
    ['dra', 'she'],
    ['senhor', 'he'],
    ['senhora', 'she'],
    ['eng', 'he'],
  ]),
  hers: /^(?:a|uma|esta|essa|outra|da|pela)$/,
  his: /^(?:o|um|este|esse|outro|do|pelo)$/,
  media: /^(?:agência|jornal|diário|rádio|televisão|imprensa|revista|emissora|canal|portal|site|tv|rede)$/,
  claiming: /^(?:afirm|assegur|garant|diz|diss|declar|neg|reconhec|admit|cont|sust|acredit|alega|confess)/,
  infinitive: /^(?:não|ter(?:-se)?|\p{Ll}{2,}(?:ar|er|ir|or)(?:-se)?)$/u,
  charging: /^(?:acus|queix)/,
  reckoning: /^(?:estim|calcul|avali)/,
  at: words('em'),
  writes_nouns_large: false,
  drops_subject: true,
  small: words(
    `o a os as um uma uns umas e ou mas sem em no na nos nas de do da dos das ao à aos às com por para pelo pela que se seu sua seus suas lhe este
    esta isto esse essa isso aquele aquela não sim já também além segundo conforme quando como onde embora enquanto após desde até entre sobre
    há é são foi foram tem têm mais menos muito hoje ontem amanhã assim depois antes agora então outro outra outros outras cada nem ele ela eles
    elas quem qual quanto nada ninguém alguém alguns algumas vários várias muitos muitas poucos tanto só inclusive durante dois duas três quatro
    cinco seis sete oito nove dez era eram disse diz ambos ambas ainda porém contudo apesar num numa nunca sempre ali aqui por pois`,
  ),
};

export const WORTH: WorthLexicon = {
  harm: /^(?:mat(?:ou|aram|ar|ado|ada)|mort[oa]s?|mortes?|morr\p{L}+|feri(?:d[oa]s?|u|ram)|assassin\p{L}*|atac\p{L}*|ataques?|atentados?|explos\p{L}+|vítimas?|sequestr\p{L}*|incêndios?|terremotos?|sismos?|acidentes?|violência|estupro\p{L}*|bombarde\p{L}+|destru\p{L}+|desab\p{L}+|desaparecid[oa]s?|afogad[oa]s?|epidemias?|enchentes?|inundaç\p{L}+|tiroteios?|tiros?)$/u,
  accusations:
    /^(?:acus\p{L}+|det(?:id[oa]s?|enção)|pres[oa]s?|prisão|prenderam|prendeu|conden\p{L}+|indiciad[oa]s?|corrup\p{L}+|fraudes?|propina\p{L}*|subornos?|roub\p{L}+|ilega\p{L}+|crimes?|cadeia|culpad[oa]s?|denunciad[oa]s?|desvi\p{L}+|estelionato|burla|menti(?:u|ram))$/u,
  changes:
    /^(?:sub(?:iu|iram|e|em|ida)|aument\p{L}+|cresc\p{L}+|ca(?:iu|íram|i|em|ída)|queda|alta|reduz\p{L}+|dobr(?:ou|aram)|duplic\p{L}+|triplic\p{L}+|diminu\p{L}+|recu(?:ou|aram|o)|perd(?:eu|eram)|ganh(?:ou|aram))$/u,
  acts: /^(?:aprov(?:ou|aram|ado|ada)|votou|votaram|votos?|lei|leis|sentença|decreto|assin(?:ou|aram)|nome(?:ou|aram)|eleg(?:eu|eram)|eleiç\p{L}+|proib\p{L}+|demit\p{L}+|despedi\p{L}+|compr(?:ou|aram)|vend(?:eu|eram)|pag(?:ou|aram)|contrat(?:o|os|ou|aram)|orçamento|impostos?|multa|multas)$/u,
  superlatives:
    /\b(?:o|a|os|as) (?:\p{L}+ )?(?:mais|menos|maior(?:es)?|menor(?:es)?|melhor(?:es)?|pior(?:es)?|primeir[oa]s?|únic[oa]s?)\b|\bpela primeira vez\b|\brecorde\b|\bnunca\b/u,
  health:
    /^(?:saúde|doenças?|doentes?|vacina\p{L}*|vírus|câncer|cancro|hospita\p{L}+|contágio|infecç\p{L}+|infeç\p{L}+|pacientes?|tóxic\p{L}+)$/u,
  causes:
    /\b(?:devido a|devido à|por causa d[eoa]s?|em consequência|graças a|provoc\p{L}+|causad[oa]s?|caus(?:ou|aram))\b/u,
  hearsay: /\b(?:supost[oa]s?|supostamente|alegad[oa]s?|alegadamente|ao que parece|acredita-se)\b/u,
  opinion:
    /\b(?:acho que|parece-me|tomara|na minha opinião|deveríamos|espero que|obrigad[oa]|lind[oa]s?|maravilhos[oa]s?)\b/u,
  plans: /\b(?:poderia|poderá|quer|querem|espera|esperam|planeja|pretende|prevê|deverá|deveria)\b/u,
  money: /^(?:euros?|dólar(?:es)?|reais|real|pesos?|libras?|meticais|kwanzas)$/,
};
