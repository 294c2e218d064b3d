import type { Kind } from './asked-kinds.ts'

const anybody = '(?:i|we|you|one|they|staff|employees|people)'
const places =
  '(?:cit(?:y|ies)|towns?|municipalit(?:y|ies)|prefectures?|ministr(?:y|ies)|compan(?:y|ies)|schools?|universit(?:y|ies)|departments?|sub-?sections?|sections?|divisions?|teams?|units?|bureaus?|offices?)'
const most =
  '(?:most|least|fewest|highest|lowest|best|worst|largest|smallest|biggest|top|first|last)'
const nameless =
  '(?:psychologist|counsel[a-z]*|doctor|nurse|clinic|hospital|institution|agency|company|vendor|contractor|firm|app|site|website|software|hotline|mayor|boss|official|trainer|lecturer|instructor|mentor|supervisor|evaluator|university|school|manager|head|chief|director)s?'

/** Figures of one group of staff stand only where the group is named with a figure. */
const groups: readonly [who: string, found: RegExp][] = [
  ['(?:civil |technical )?engineers|technical staff', /技術職[^。]{0,30}\d/],
  ['fire ?fighters', /消防[^。]{0,30}\d/],
  ['(?:public health |health )?nurses', /(?:保健師|看護師)[^。]{0,30}\d/],
  ['(?:social|welfare) workers', /福祉職[^。]{0,30}\d/],
  ['doctors', /医師[^。]{0,30}\d/],
  ['(?:nursery )?teachers', /(?:教[員師諭]|保育士)[^。]{0,30}\d/],
  [
    '[a-z]*cho|(?:sub-?)?section (?:chiefs|managers|heads)',
    /(?:課長|係長|部長)[^。]{0,20}\d+\s*(?:%|人|歳)/,
  ],
  ['applicants|candidates', /(?:受験者|応募者)[^。]{0,12}\d/],
  ['(?:new )?recruits|new(?:ly hired)? (?:staff|employees)', /新規採用[^。]{0,12}\d/],
  ['retirees|people retiring', /退職[^。]{0,12}\d+\s*人/],
  ['architects', /建築職[^。]{0,30}\d/],
  [
    '(?:part-?time|contract|temporary|fixed-term) (?:workers|staff|employees)',
    /任用職員[^。]{0,30}\d/,
  ],
]

const figuresOfGroups: readonly Kind[] = groups.map(([who, found]) => ({
  name: 'of one group',
  asks: new RegExp(
    `(?:average age|mean age|ratio|percentage|proportion|share|number) (?:of |in |among )(?:[a-z]+ (?:in |among ))?(?:all |the |our |women )*(?:${who})\\b|how (?:old|many) (?:are )?(?:[a-z]+ )?(?:${who})\\b`,
  ),
  found,
}))

/** What is given kind by kind of work is given for none but those that have a table. */
const perWork =
  '(?:rotat|career|(?:what|which|required|needed|the) (?:abilit|skill|competenc)|qualification|licen[cs]e|certificat|assigned|placed|postings?)'
const works: readonly [who: string, found: RegExp][] = [
  [
    'fire ?fighters?|fire chiefs?|fire (?:service|department) (?:staff|employees)',
    /消防[^。]*(?:ローテ|モデル|能力|配置先|資格例)/,
  ],
  [
    '(?:nursery|kindergarten|school) teachers?|childminders?',
    /(?:保育|教)[^。]*(?:ローテ|モデル|能力|配置先|資格例)/,
  ],
  ['librarians?|curators?', /(?:司書|学芸)[^。]*(?:ローテ|モデル|能力|配置先|資格例)/],
  [
    'doctors?|physicians?|pharmacists?|dieti[ct]ians?',
    /(?:医師|薬剤|栄養士)[^。]*(?:ローテ|モデル|能力|配置先|資格例)/,
  ],
]

const givenPerWork: readonly Kind[] = works.map(([who, found]) => ({
  name: 'given kind by kind of work',
  asks: new RegExp(`\\b${perWork}.*\\b(?:${who})\\b|\\b(?:${who})\\b.*\\b${perWork}`),
  found,
}))

/**
 * Details of what a policy does mention, asked for in English: whose name, why that figure, which of all, what if not.
 * The passage that mentions the matter is found at once, so it must show that it carries the detail.
 */
export const detailsInEnglish: readonly Kind[] = [
  ...figuresOfGroups,
  ...givenPerWork,
  {
    name: 'whose name',
    asks: new RegExp(`\\bnames? of (?:the |an? |our |my |this )?(?:[a-z'-]+ ){0,4}?${nameless}\\b`),
    found: /教授|氏(?=[、。は])|株式会社|社(?=[がはの ])|[^各総]病院/,
  },
  {
    name: 'whether it is paid',
    asks: /^(?:is|are|will|do|does|am|can) .*\b(?:paid|unpaid|remunerated|compensated)(?! (?:leave|holiday|vacation|time))\b/,
    found: /給|報酬|手当|費|\d\s*円|有償|無償/,
  },
  {
    name: 'what if not',
    asks: /what (?:happens|will happen|would happen|if)\b.*\b(?:miss(?:es|ed)?|fails?|refuses?|not|don't|doesn't|skips?|ignores?|exceed(?:s|ed)?|violates?|breaks?|forgets?|(?:who|that) (?:harass|bull))/,
    found: /処分|懲戒|罰|ペナルティ|勧奨|場合/,
  },
  {
    name: 'which of all',
    asks: new RegExp(
      `\\b(?:which|what) (?:[a-z]+ )?${places} (?:is|are|has|have|had|pays?|ranks?|was|were|comes?|came|scored?) (?:[a-z]+ )?(?:the )?(?:[a-z]+ )?${most}\\b|\\b(?:pays?|earns?) (?:the )?(?:most|least|best)\\b`,
    ),
    found: /ランキング|最も|一番|最多|1位/,
  },
  {
    name: 'as it is now',
    asks: /\b(?:current|present|today's|latest) (?:[a-z]+ ){0,3}(?:rate|percentage|share|ratio|proportion|attendance|participation)\b|how (?:many|much) .*\b(?:currently|at present|right now|at the moment)\b/,
    found: /状況|実績|となってい|人まで|現在/,
  },
  {
    name: 'why that figure',
    asks: /^why (?:is|was|are|were|did|has) (?!it ).*\b(?:target|goal|quota|limit)s?\b|^why (?:is|was|are|were) .*\b(?:\d+|percent|(?:two|three|four|five|six|seven|ten|twelve) (?:months|years|days|hours))\b/,
    found: /ため|ことから|により、|踏まえ|理由/,
  },
  {
    name: 'next time',
    asks: /\bnext (?:[a-z-]+ ){0,3}(?:survey|test|round|exam|evaluation|revision|recruitment|rotation|version|check-?up|training|seminar|course)\b/,
    found: /次回|予定/,
  },
  {
    name: 'where to hand it in',
    asks: new RegExp(
      `\\bwhere (?:do|does|can|could|should|must|shall) ${anybody} (?:submit|hand in|turn in|return|file)\\b`,
    ),
    found: /提出先|宛|送付/,
  },
  {
    name: 'who looks at it',
    asks: /^who (?:may |can |will |gets to |is (?:allowed|able) to )?(?:reads?|sees?|views?|looks? at|keeps?|stores?|has access|accesses|approves?|signs?)\b/,
    found: /[職者長課員]が[^。]{0,40}(?:閲覧|見る|確認|保管|承認|押印|署名)/,
  },
  {
    name: 'members by name',
    asks: /\bwho (?:are|is) (?:the |all )?(?:members?|on the)\b|\bmembers of the (?:committee|panel|board|jury|team)\b|^who are the (?:[a-z]+ )?(?:experts|counsel[a-z]+|psychologists|mentors|trainers|evaluators|instructors|interns)\b/,
    found: /委員|メンバー(?:は|と)|構成員/,
  },
  {
    name: 'items one by one',
    asks: /what (?:are|were) (?:the |all the )?(?:[a-z]+ ){0,3}(?:items|criteria|questions|subjects|topics asked|checkpoints)\b|\b(?:what|which) subjects\b/,
    found: /(?:項目|基準|科目|設問)(?:は|[：:]|として)/,
  },
  {
    name: 'those that qualify',
    asks: /\b(?:which|what) (?:[a-z]+ ){0,2}(?:licen[cs]es|qualifications|certificates|activities|jobs|posts|courses|expenses) (?:are|get|can be|will be|may be) (?:[a-z]+ )?(?:subsidi[sz]ed|supported|covered|counted|recogni[sz]ed|eligible|offered|available|open|reimbursed)\b|\bactivities (?:count|qualify)\b/,
    found: /「|／|技士|建築士|・[^・]+・/,
  },
  {
    name: 'target of its own',
    asks: /what(?:'s| is| was) the (?:numerical |exact |percentage )?target (?:for|rate|figure|percentage|value|number|in|of (?:men|women))\b/,
    found: /目標[：:][^。]*\d/,
  },
  {
    name: 'how it turned out',
    asks: /how (?:many|much) (?:[a-z]+ ){0,4}(?:were|did|was|have|has) .*(?:taken|taking|on average|last year|attended|returned|answered)/,
    found: /実績|状況|となってい/,
  },
  {
    name: 'sum of money',
    asks: /how much (?:money|tax|revenue|[a-z]+ revenue|does it cost|is (?:spent|paid|refunded|reimbursed)|do .* cost|does .* cost|did .* (?:cost|lose|spend|save))/,
    found: /\d\s*(?:円|万円|千円)|一部/,
  },
  { name: 'so many hours', asks: /\bin (?:hours|days)[?]?$/, found: /\d\s*(?:時間|日)/ },
  {
    name: 'how it is measured',
    asks: /\bhow (?:is|are|do|does) .*\b(?:measured|calculated|computed|scored|graded|measure|calculate)\b/,
    found: /測|算定|算出|指標|採点/,
  },
  {
    name: 'what it takes to become',
    asks: /\b(?:tests?|exams?|requirements?|conditions?|rotations?|transfers?|interviews?|stages?) (?:to become|for becoming|to be promoted|for promotion|until|before i)\b/,
    found: /要件|在級|必要年数|(?:昇任|昇格|昇進)試験/,
  },
  {
    name: 'rate of those who',
    asks: /\b(?:pass(?:ing)?|success|acceptance|failure|turnover|response|resignation|drop-?out) rate\b/,
    found: /合格率|倍率|離職率|回収率|回答率/,
  },
  {
    name: 'what an older one said',
    asks: /\bwhat (?:did|was in|does) the (?:first|original|previous|old|earlier|former) (?:version|edition|policy|revision)\b/,
    found: /初版|旧方針|前の方針|前回の方針/,
  },
  {
    name: 'deadline',
    asks: /\bwhen (?:do|does|must|should|can|may|will) .*\b(?:hand in|submit|apply|due|file|register)\b/,
    found: /\d\s*月|期日|期限|締切|毎年/,
  },
  {
    name: 'what is looked into',
    asks: /\bwhat (?:is|are|was|were|gets|will be) (?:being )?(?:tested|examined|measured|asked)\b/,
    found: /項目|検査(?:内容|する)|科目/,
  },
  {
    name: 'who does it',
    asks: /^who (?:interviews?|evaluates?|assesses|appraises|rates?|grades?|heads?|chairs?)\b/,
    found: /(?:職員?|[者長員官])(?:は|が|により)[^。]{0,30}(?:評価|面接|面談|査定)/,
  },
  {
    name: 'how many people',
    asks: /how many (?:[a-z-]+ ){0,2}(?:[a-z]*cho|shusa|gisa|shuji|gishi|shunin|managers|directors|chiefs|clerks|heads|specialists|generalists|leaders|supervisors|mentors|evaluators|counsel[a-z]+|interns|experts)(?:[?]?$| (?:are there|does the city|do we|work|exist|in total|in all)\b)/,
    found: /\d+\s*人/,
  },
  {
    name: 'how many offices',
    asks: /how many (?:divisions|departments|sections|sub-?sections|units|teams|rooms|bureaus)\b/,
    found: /\d\s*(?:課|部|係|室|か所)/,
  },
  {
    name: 'company',
    asks: /\b(?:which|what) (?:[a-z]+ )?(?:firm|company|agency|clinic|hospital|contractor)\b/,
    found: /社(?=[がはのに ])|株式|[^各総]病院/,
  },
  {
    name: 'who chose',
    asks: /^who (?:chose|selected|picked|appoint(?:s|ed)|approved|adopted|nominate[sd])\b/,
    found: /[員者長職課会庁](?:が|により)[^。]{0,40}(?:選|決|任命|承認)/,
  },
  {
    name: 'as it is now',
    asks: /\b(?:rate|percentage|share|ratio|proportion)\b.*\b(?:now|today|at present|currently)\b/,
    found: /状況|実績|となってい|現在/,
  },
  {
    name: 'how it is done',
    asks: /\bhow (?:is|are|was|were) .*\b(?:recorded|chosen|selected|picked|appointed|announced|published|ranked)\b/,
    found: /選|登用|公募|記録|公表|通知|発表/,
  },
  {
    name: 'year of another paper',
    asks: /(?:what|which) year (?:was|were|did) .*\b(?:plan|law|act|programme?|system|desk|guideline)s?\b.*\b(?:adopted|drawn up|set up|introduced|established|created|made|started|begin|start|passed|enacted)\b/,
    found: /年[^。]{0,8}(?:策定|導入|制定|施行|設置)/,
  },
  {
    name: 'place of a building',
    asks: /^where is (?:the |our )(?:[a-z -]+ )?(?:center|centre|office|hall|library|hospital|school|plant|building|room|canteen|park)[?]?$/,
    found: /〒|番地|\d階/,
  },
  {
    name: 'figure of the last time',
    asks: /\b(?:rate|percentage|share|number|ratio) (?:of|at|in|for) (?:the )?(?:last|latest|previous|most recent)\b/,
    found: /状況|実績|となってい/,
  },
  {
    name: 'the most that is given',
    asks: /\b(?:upper limit|ceiling|maximum amount|maximum)\b/,
    found: /上限|以下|以内|限度/,
  },
  {
    name: 'giving it back',
    asks: /\b(?:pay|give|paid|given) (?:it |them |the [a-z ]{3,20} )?back\b(?! to)|\brepay/,
    found: /返還|返済|返納/,
  },
  {
    name: 'which person',
    asks: /\bwhich (?:[a-z]+ )?(?:psychologist|doctor|physician|counsel[a-z]+|trainer|lecturer|instructor|consultant|person)s? (?!(?:is|are) (?:it )?responsible)/,
    found: /教授|氏(?=[、。は])/,
  },
  {
    name: 'rate in figures',
    asks: /what(?:'s| is| was| were) the (?:[a-z]+ ){0,3}(?:rate|ratio|percentage|proportion)\b/,
    found: /\d\s*(?:%|割)|率/,
  },
  {
    name: 'punishment',
    asks: /what(?:'s| is| are) the (?:fine|penalty|penalties|punishment|sanction)s?\b/,
    found: /処分|懲戒|罰|ペナルティ|勧奨/,
  },
  { name: 'as the law has it', asks: /\blegal(?:ly)? defin/, found: /定義|をいう|をいいます/ },
  {
    name: 'what somebody wrote',
    asks: /\bwhat (?:else )?did .* write\b|\b(?:which|what) (?:[a-z]+ )?(?:book|article|thesis|journal|magazine|newspaper)\b/,
    found: /著|論文|『|書籍|掲載/,
  },
  {
    name: 'networks by name',
    asks: /\b(?:which|what) (?:social (?:media|network)|sns|platform|website|site|app)/,
    found: /facebook|instagram|twitter|youtube|「[^」]*(?:アプリ|サイト|ネット|ページ)/i,
  },
]
