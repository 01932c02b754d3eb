// Names that are places wherever they stand: countries, continents, American states.

const names = (text: string) => new Set(text.split(/,\s*/));

export const COUNTRIES = names(
  'afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain, ' +
    'bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, botswana, brazil, britain, brunei, ' +
    'bulgaria, burkina faso, burma, burundi, cambodia, cameroon, canada, chad, chile, china, colombia, congo, costa rica, ' +
    'croatia, cuba, cyprus, czechia, czech republic, denmark, djibouti, dominica, dominican republic, east timor, ecuador, ' +
    'egypt, el salvador, england, eritrea, estonia, ethiopia, fiji, finland, france, gabon, gambia, georgia, germany, ghana, ' +
    'great britain, greece, grenada, guatemala, guinea, guyana, haiti, honduras, hong kong, hungary, iceland, india, ' +
    'indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, ' +
    'kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, macedonia, ' +
    'madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia, ' +
    'montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria, ' +
    'north korea, northern ireland, norway, oman, pakistan, palestine, panama, papua new guinea, paraguay, peru, ' +
    'philippines, poland, portugal, qatar, romania, russia, rwanda, samoa, saudi arabia, scotland, senegal, serbia, ' +
    'seychelles, sierra leone, singapore, slovakia, slovenia, somalia, south africa, south korea, south sudan, spain, ' +
    'sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, togo, tonga, trinidad, ' +
    'tunisia, turkey, turkmenistan, uganda, ukraine, united arab emirates, united kingdom, united states, ' +
    'united states of america, uruguay, uzbekistan, vatican, venezuela, vietnam, wales, yemen, zambia, zimbabwe, ' +
    'africa, asia, europe, north america, south america, latin america, antarctica, middle east, gaza, west bank, crimea, tibet',
);

export const AMERICAN_STATES = names(
  'alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, ' +
    'iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, ' +
    'nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, ' +
    'pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, west virginia, ' +
    'wisconsin, wyoming',
);

/** The last word of names that are places. */
export const PLACE_HEADS = new Set(
  (
    'city town village county province state district region territory island islands river lake sea ocean bay mountain ' +
    'mountains valley desert street road avenue square airport station park beach forest peninsula strait canal bridge'
  ).split(' '),
);

/** Words that put what follows on the map. */
export const LOCATING = new Set('in across near outside inside throughout around toward towards'.split(' '));
