// Who speaks in Spanish, and what makes a sentence worth checking. Pure.
import { type SpeechWords, type WorthLexicon, words } from './lexicon.ts';

const AR =
  'afirm asegur declar señal explic anunci inform confirm indic agreg coment manifest denunci lament destac subray recalc aclar precis alert detall relat estim calcul apunt resalt reiter replic contest pregunt exclam grit opin consider revel report notific matiz avis proclam pronostic express recrimin argument garantiz especific critic advert ratific puntualiz ironiz tuite admit adelant recomend sospech vaticin aventur celebr murmur susurr alegr valor tach tild calific acus cifr quej reproch brome elogi alab llam protest public avanz adelant';
const ER_IR = 'respond reconoc promet suger insist añad permit exig escrib admit concluy describ advert desminti';

const forms = [
  ...AR.split(' ').flatMap((stem) => ['a', 'an', 'ó', 'aron', 'aba', 'aban'].map((end) => stem + end)),
  ...ER_IR.split(' ').flatMap((stem) => ['e', 'en', 'ió', 'ieron', 'ía'].map((end) => stem + end)),
];

export const SPEECH: SpeechWords = {
  saying: words(
    `${forms.join(' ')} dijo dijeron dice dicen decía decían contó contaron sostuvo sostuvieron sostiene sostienen negó negaron niega
    niegan recordó recordaron recuerda recuerdan advierte advierten advirtió advirtieron mantuvo mantiene concluyó concluyeron concluye
    creyó cree creen piensa piensan pensó manifiesta manifiestan reconoce reconocen expresó expresaron sugiere sugieren sugirió desmintió
    desmintieron desmiente defendió defendieron defiende defienden predijo predicen prevé prevén refirió refiere confesó confiesa expuso exponen espetó zanjó sentenció bromeó apostilló alegó alega alegaron alegan confía confían confió confiaron arguyó arguye`,
  ),
  doubtful: words(
    'publica publican publicó publicaron publicaba publicaban avanza avanzan avanzó avanzaron defiende defienden habló habla hablan hablaron elogia elogian elogió elogiaron alaba alabó llama llaman llamó llamaron define definió protesta protestan celebra celebran celebró celebraron celebraba valora valoran valoró valoraron tacha tachan tachó tacharon tilda tildan tildó tildaron califica califican calificó calificaron calificaba acusa acusan acusó acusaron acusaba cifra cifran cifró cifraron queja quejan quejó quejaron quejaba reprocha reprochan reprochó confía confían confió confiaron recomienda recomendó recomendaron sospecha sospechan sospechó adelanta adelantan alega alegan denuncia denuncian lamenta critica cuenta avisa anuncia mantiene mantuvo estima calcula considera creen cree permite permitió exige exigió critican criticó criticaron describe describió',
  ),
  participles: words(
    'dicho afirmado asegurado declarado señalado explicado anunciado informado confirmado indicado agregado añadido comentado manifestado denunciado destacado subrayado recalcado aclarado precisado alertado advertido detallado relatado apuntado reiterado respondido reconocido admitido insistido sostenido negado revelado recordado contado concluido escrito lamentado',
  ),
  helpers: words('ha han había habían hubo haya'),
  reflexives: new Set(),
  between: words(
    'también no ya además le les lo me nos se te nunca luego después hoy ayer así incluso solo sólo siempre asimismo después entonces finalmente',
  ),
  that: words('que'),
  according: [
    'de acuerdo con',
    'de acuerdo a',
    'según',
    ...['a juicio', 'a decir', 'en opinión', 'en palabras'].flatMap((words) => [`${words} del`, `${words} de`]),
  ],
  own: ['a su juicio', 'a su entender', 'en su opinión', 'en sus palabras', 'según sus palabras'].map((words) => [
    words,
    null,
  ]),
  hearsay: words('informaciones información'),
  ourselves: /^(?:est[ea]|nuestr[oa]s?)$/,
  opining: {
    word: 'para',
    judging:
      /^(?:es|son|está|están|será|serán|sería|sigue|siguen|supone|suponen|significa|refleja|demuestra|muestra|debe|deben|obedece|obedecen|basta|bastan)$/,
  },
  postposed: new Set(),
  so: new Set(),
  particles: new Map(),
  determiners: words(
    'el la los las un una unos unas este esta estos estas ese esa su sus otro otra otros otras varios varias algunos algunas muchos muchas dos tres cuatro cinco ambos ambas cada',
  ),
  of: words('de del para'),
  prepositions: words('a al en con por ante tras durante desde hasta sobre bajo contra mediante hacia entre sin'),
  breaks: words('que quien quienes cuyo cuya donde cuando aunque mientras porque si pero sino como pues o e ni'),
  and: 'y',
  pronouns: new Map([
    ['él', 'he'],
    ['ella', 'she'],
    ['ellos', 'many'],
    ['ellas', 'many'],
    ['yo', 'nobody'],
    ['nosotros', 'nobody'],
    ['esto', 'nobody'],
    ['eso', 'nobody'],
    ['quien', 'nobody'],
    ['todos', 'nobody'],
    ['nadie', 'nobody'],
    ['alguien', 'nobody'],
    ['uno', 'nobody'],
    ['usted', 'nobody'],
  ]),
  finite:
    /^(?:es|son|está|están|fue|fueron|era|eran|ha|han|había|habían|hay|hubo|tiene|tienen|tuvo|tuvieron|tenía|va|van|iba|puede|pueden|podrá|podría|debe|deben|será|serán|sería|hizo|hace|hacen|vio|dio|dieron|pidió|vive|viven|quiere|quieren|estuvo|puso|trabaja|trabajan|lleva|llevan|.{2,}(?:ó|aron|ieron|aba|aban|ará|arán|erá|irá|aría|ían))$/,
  roles: words(
    `presidente presidenta ministro ministra primer alcalde alcaldesa gobernador gobernadora portavoz vocero vocera director directora
    secretario secretaria jefe jefa fiscal juez jueza abogado abogada policía comisario comisaria inspector inspectora general coronel
    capitán comandante doctor doctora médico médica profesor profesora catedrático catedrática investigador investigadora experto
    experta analista economista periodista escritor escritora diputado diputada senador senadora concejal concejala consejero consejera
    delegado delegada embajador embajadora obispo arzobispo papa rey reina líder dirigente candidato candidata entrenador entrenadora
    testigo vecino vecina víctima funcionario funcionaria responsable coordinador coordinadora gerente empresario empresaria sindicalista
    trabajador trabajadora maestro maestra rector rectora bombero ingeniero ingeniera científico científica vicepresidente vicepresidenta
    viceministro viceministra titular mandatario mandataria canciller activista madre padre hermano hermana hijo hija viuda pescador campesino dueño dueña propietario propietaria`,
  ),
  role_ending: null,
  bodies: words(
    'gobierno ministerio policía congreso junta ayuntamiento partido ejército senado fiscalía tribunal universidad consejo asamblea comisión cámara',
  ),
  groups: words(
    'fuentes autoridades vecinos testigos expertos funcionarios medios organizaciones sindicatos familiares activistas investigadores médicos portavoces agricultores trabajadores analistas críticos bomberos oficiales representantes residentes',
  ),
  honorifics: new Map([
    ['sr', 'he'],
    ['sra', 'she'],
    ['srta', 'she'],
    ['don', 'he'],
    ['d', 'he'],
    ['doña', 'she'],
    ['dña', 'she'],
    ['dr', 'he'],
    ['dra', 'she'],
    ['señor', 'he'],
    ['señora', 'she'],
  ]),
  hers: /^(?:la|una|esta|esa|otra)$/,
  his: /^(?:el|un|este|ese|otro)$/,
  media: /^(?:agencia|periódico|diario|cadena|radio|televisión|prensa|revista|emisora|medio|canal|portal)$/,
  claiming:
    /^(?:afirm|asegur|di(?:j|c)|decl|neg|nieg|reconoc|admit|cuent|cont|sost|cre[eyí]|asegur|asev|prete|confes|confies|aleg)/,
  infinitive: /^(?:no|haber(?:se|lo|la)?|\p{Ll}{2,}(?:ar|er|ir)(?:se|lo|la|los|las)?)$/u,
  charging: /^(?:acus|quej)/,
  reckoning: /^(?:estim|cifr|calcul)/,
  at: words('en'),
  writes_nouns_large: false,
  drops_subject: true,
  small: words(
    `el la los las un una unos unas y o pero sin en de del a al con por para que se su sus lo le les este esta esto estos estas ese esa eso aquel
    aquella no sí ya también además según cuando como donde si aunque mientras tras desde hasta entre sobre ante hay es son fue ha han más menos
    muy hoy ayer mañana así luego después antes ahora entonces otro otra otros otras cada ni él ella ellos ellas quien quienes qué cómo dónde
    cuándo cuánto nada nadie alguien algunos algunas varios varias muchos muchas pocos tanto tan solo sólo incluso durante mediante dos tres
    cuatro cinco seis siete ocho nueve diez era eran había dijo dice añadió uno ambos ambas finalmente asimismo igualmente unas casi quizá quizás nunca siempre allí aquí por`,
  ),
};

export const WORTH: WorthLexicon = {
  harm: /^(?:mat(?:ó|aron|ar|ado|ada|ados|adas)|muer(?:to|ta|tos|tas|te|tes|e|en)|muri(?:ó|eron)|fallec\p{L}*|herid[oa]s?|hirió|asesin\p{L}*|atac\p{L}*|ataques?|atentados?|explosi\p{L}+|víctimas?|secuestr\p{L}*|incendios?|terremotos?|accidentes?|violencia|violaci\p{L}+|bombarde\p{L}+|destru\p{L}+|derrumb\p{L}*|desaparecid[oa]s?|ahogad[oa]s?|epidemias?|inundaci\p{L}+|tiroteos?|disparos?)$/u,
  accusations:
    /^(?:acus\p{L}+|deten(?:id\p{L}+|ción|ciones)|detuv\p{L}+|arrest\p{L}+|conden\p{L}+|imputad\p{L}+|procesad[oa]s?|corrup\p{L}+|fraudes?|soborn\p{L}*|rob(?:o|os|ó|aron)|ilegal\p{L}*|delitos?|cárcel|prisión|culpable|culpables|denunciad[oa]s?|malversaci\p{L}+|estafa\p{L}*|mint(?:ió|ieron))$/u,
  changes:
    /^(?:sub(?:ió|ieron|e|en|ida)|baj(?:ó|aron|a|an|ada)|aument\p{L}+|creci\p{L}+|crece|crecen|ca(?:yó|yeron|e|en|ída)|reduc\p{L}+|reduj\p{L}+|duplic\p{L}+|triplic\p{L}+|increment\p{L}+|disminu\p{L}+|descend\p{L}+|perdi(?:ó|eron)|gan(?:ó|aron))$/u,
  acts: /^(?:aprob(?:ó|aron|ado|ada)|votó|votaron|votos?|ley|leyes|sentencia|decreto|firm(?:ó|aron)|nombr(?:ó|aron)|eligi(?:ó|eron)|elecci\p{L}+|prohib\p{L}+|despid\p{L}+|despedid[oa]s|dimiti(?:ó|eron)|compr(?:ó|aron)|vend(?:ió|ieron)|pag(?:ó|aron)|contrat(?:o|os|ó|aron)|presupuesto|impuestos?|multa|multas)$/u,
  superlatives:
    /\b(?:el|la|los|las) (?:\p{L}+ )?(?:más|menos|mayor(?:es)?|menor(?:es)?|mejor(?:es)?|peor(?:es)?|primer[oa]?s?|únic[oa]s?)\b|\bpor primera vez\b|\brécord\b|\bnunca\b/u,
  health:
    /^(?:salud|enferm\p{L}+|vacuna\p{L}*|virus|cáncer|hospital\p{L}*|contagi\p{L}+|infecci\p{L}+|paciente|pacientes|tóxic\p{L}+)$/u,
  causes: /\b(?:debido a|a causa de|por culpa de|como consecuencia|gracias a|provoc\p{L}+|causad[oa]s?|caus[óa]n?)\b/u,
  hearsay: /\b(?:presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|al parecer|se cree que)\b/u,
  opinion:
    /\b(?:creo que|me parece|ojalá|opino|en mi opinión|deberíamos|espero que|gracias por|hermos[oa]s?|maravillos[oa]s?)\b/u,
  plans: /\b(?:podría|podrían|quiere|quieren|espera|esperan|planea|pretende|prevé|deberá|debería)\b/u,
  money: /^(?:euros?|dólar(?:es)?|pesos?|soles|bolívares|libras?|yenes|reales|quetzales|lempiras|colones)$/,
};
