// Sentences in the alphabets that a PDF has fonts for, as news print them, with figures and names.

export const SENTENCES: readonly (readonly [language: string, words: string])[] = [
  ['en', 'The café’s “office” – naïve, façade, ½ of 3 × 4; “he said 1,200.50” (p. 7).'],
  ['en', 'First office affairs: fluffy waffles, official efficiency.'],
  ['el', 'Ο εκπρόσωπος είπε ότι εκατό μαχητές μπήκαν στην πόλη το 2011.'],
  ['ru', 'Представитель заявил, что сто боевиков вошли в город 7 мая 2011 года.'],
  ['ar', 'قال المتحدث إن المقاتلين دخلوا المدينة ليلا.'],
  ['ar', 'قال المتحدث إن 100 مقاتل دخلوا المدينة في 7 مايو 2011.'],
  ['ar', 'قال المتحدث باسم ISAF إن أكثر من ١٠٠ مقاتل (من بينهم 12 انتحاريا) قتلوا.'],
  ['ar', 'أعلنت وكالة Reuters أن «الهجوم» وقع عند الساعة 15:40، وفق بيان NATO.'],
  ['ps', 'د طالبانو ویاند وویل چې له ۱۰۰ څخه ډېر جنګیالي ښار ته ننوتل.'],
  ['fa', 'سخنگوی والی گفت که بیش از ۱۰۰ نفر می‌خواهند به شهر بیایند.'],
  ['hi', 'उन्होंने कहा कि सौ लड़ाके शहर में घुसे।'],
  ['hi', 'प्रवक्ता ने कहा कि 100 से अधिक लड़ाके 7 मई 2011 को कंधार में घुसे, सुरक्षा बलों की'],
  ['hi', 'राष्ट्रीय शक्ति, विद्यार्थी, ज्ञान, क्षेत्र, श्रीमती, कर्म, हिन्दी'],
  ['zh-Hans', '发言人说一百名武装人员于2011年5月7日进入了城市。'],
  ['zh-Hant', '發言人說一百名武裝人員進入了城市。'],
  ['ja', '報道官は「百人の戦闘員が入った」と述べた。'],
  ['ko', '대변인은 전투원 백 명이 2011년에 들어왔다고 말했다.'],
];

/** pdf.js puts the letters of these together by their glyphs, and wrongly; poppler does not. */
export const READ_BY_GLYPHS: readonly string[] = ['hi'];
