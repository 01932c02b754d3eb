// Past forms of English verbs that follow no rule.

/** Past forms that do not end in -ed: with them something happened. */
export const IRREGULAR_PASTS = new Set(
  `went came took gave made got saw knew found told left kept began brought built bought caught chose did drew fell fought
  flew grew held heard hit hurt led lost met paid ran rose sold sent shot spent spoke stole stood struck taught threw won
  wrote broke became had put cut set gone come taken given seen known done been begun written broken chosen fallen
  driven drove stolen sought thought slept shook hid forgot forgave froze sank swore tore wore woke beaten beat blew bound
  bled bred burnt dealt dug drank ate fed fled hung laid lay lent lit rang sang swam swept swung understood withdrew
  born borne bore drawn hidden eaten worn torn shaken risen sworn sprang sunk sung grown thrown flown blown shown forgiven
  forgotten frozen ridden rode withdrawn upheld overcame overtook undertook overthrew overthrown forbade clung crept sat spun
  stuck stung wept shone slid sped rebuilt misled`.split(/\s+/),
);
