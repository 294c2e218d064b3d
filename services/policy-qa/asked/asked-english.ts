import type { Kind } from './asked-kinds.ts'

/** Nothing that a policy says answers this. */
const nowhere = /(?!)/
const anybody = '(?:i|we|you|one|they|people|staff|employees|managers|somebody|someone)'

/** Kinds of things asked for in English, beside those that Japanese and English ask for alike. */
export const kindsInEnglish: readonly Kind[] = [
  {
    name: 'budget',
    asks: /what(?:'s| is| are| was) (?:(?!of\b)[a-z'-]+ ){0,4}(?:cost|price|budget|fee|charge|wage|salar(?:y|ie))s?\b|how (?:big|large) is the (?:[a-z]+ )?budget/,
    found: /\d\s*(?:円|万円|千円)/,
  },
  {
    name: 'points',
    asks: /how many points|pass(?:ing)? (?:mark|score|grade)|(?:mark|score|points) (?:do|must|should) /,
    found: /\d\s*点/,
  },
  {
    name: 'where it is held',
    asks: /\bwhere (?:is|are|was|were|will|do|does) .*(?:train|course|seminar|lecture|exam|test|survey|check|interview|session|workshop|class|ceremony).*\b(?:carried out|held|take place|takes place|taking place|conducted|performed)\b/,
    found: /会場|会館|ビル|現場|場所|研修所|研修機関|離れた/,
  },
  {
    name: 'hours of work',
    asks: /(?:working|office|opening|business|core|consultation|reception) hours (?:of|for|at|at the)\b|what (?:are|were) the (?:working|office|opening|business|core|consultation) hours|what time/,
    found: /時間.{0,6}\d|\d\s*時(?!間)/,
  },
  {
    name: 'weekday',
    asks: /\b(?:which|what) days?\b(?! of work| off)|\bon (?:which|what) days?\b/,
    found: /[月火水木金土日]曜|\d\s*月\s*\d+\s*日/,
  },
  {
    name: 'the most of all',
    asks: /which (?:department|section|division|office|team|bureau|workplace)s? (?:ha[sve]+|had|gets?|works?|does|do|takes?) (?:the )?(?:most|least|best|worst|highest|lowest|fewest)/,
    found: /ランキング|最も|一番|最多/,
  },
  {
    name: 'how one becomes',
    asks: new RegExp(
      `how (?:do|does|can|could|would) ${anybody} become (?!.*(?:expert|specialist|generalist|better|good))|what (?:does it|do i|must i) (?:take|need|do) to become\\b|requirements? (?:for|to) becom`,
    ),
    found: /要件|在級|必要年数|勤続\d|選任|公募/,
  },
  {
    name: 'punishment',
    asks: /\b(?:what|which|any|is there an?|are there)\b.*\b(?:penalt|punishment|disciplinary|sanction)|\b(?:be|get|gets|are|is) (?:punished|fined|disciplined|fired|dismissed)\b.*\?|what happens (?:if|when) (?:i|someone|somebody|staff|employees|a [a-z]+|you|we) (?:do not|don't|doesn't|refuse|skip|fail|ignore|break|miss)/,
    found: /処分|懲戒|罰|ペナルティ|勧奨/,
  },
  {
    name: 'unit of leave',
    asks: /\b(?:hourly|half-day|half day) (?:leave|holiday|vacation|off)|leave (?:by|in) (?:the )?(?:hour|half)|by the hour\b/,
    found: /単位|半日/,
  },
  { name: 'night away', asks: /\bovernight\b|\bhotel|accommodation/, found: /泊|宿/ },
  {
    name: 'how to do it',
    asks: new RegExp(
      `how (?:do|does|can|could|should|would) ${anybody} (?:apply|register|sign up|enroll?|claim|book|request|submit|renew|reset|cancel|unsubscribe|log in|file|appeal)\\b`,
    ),
    found: /申込|申請書|提出先|応募方法/,
  },
  {
    name: 'a copy of it',
    asks: /where (?:can|do|could) .*\b(?:download|get a copy|print|access it|log in)\b/,
    found: /公開|公表|掲載|https?:/,
  },
  {
    name: 'next',
    asks: /\bnext (?:year's|survey|test|round|exam|evaluation|revision|recruitment|rotation|version)/,
    found: /次回|予定/,
  },
  {
    name: 'what a revision changed',
    asks: /what (?:did|has|have|was|were) .*\b(?:revision|revised version|update|amendment)\b.*|changes? (?:in|from|since|made in) the (?:last|previous|latest|earlier|\d{4}) (?:revision|version)|differ(?:s|ent|ence)? from the (?:previous|old|earlier|last|\d{4}) /,
    found: /変更点|改めました|追加しました/,
  },
  {
    name: 'grades',
    asks: /how many (?:evaluation |appraisal |rating )?(?:grades|ratings|tiers|notches|levels of (?:evaluation|appraisal|rating))/,
    found: /[\d一二三四五]\s*(?:段階|等級)/,
  },
  {
    name: 'as it is now',
    asks: /\bactual(?:ly)? (?:rate|number|average|figure|took|taken|overtime|attendance|result)|\bso far\b|\bto date\b|(?:was|were|has been|have been) (?:reached|achieved|met)\b/,
    found: /状況|実績|結果|となってい/,
  },
  {
    name: 'what is open now',
    asks: /open positions|(?:which|what|any|there) (?:[a-z]+ )?vacanc(?:y|ies)\b|currently (?:open|recruiting|hiring|on offer)|posts? (?:are|is) open/,
    found: /募集(?:部署|業務|職種|人数|枠|先|要項|中)/,
  },
  {
    name: 'company',
    asks: /\b(?:which|what|who is the) (?:[a-z-]+ )?(?:vendor|contractor|supplier|manufacturer|provider|insurer)/,
    found: /社(?=[がはのに ])|株式/,
  },
  {
    name: 'who pays',
    asks: /\bwho (?:pays|covers|bears|foots|finances)\b/,
    found: /費|円|負担/,
  },
  {
    name: 'part of what is',
    asks: /how many (?:[a-z-]+ ){0,2}(?:course|class|lecture|seminar|section|branch|office|form|application|case|bridge|road|school|facilit|compan|universit|institution|post|building)(?:s|es|ies|ions|y)?\b/,
    found: /\d\s*(?:つ|講座|コース|課|か所|件|校|社|本|施設|機関|大学|ポスト|棟)/,
  },
  {
    name: 'another place',
    asks: /\b(?:another|a different) (?:city|town|prefecture|municipality)\b/,
    found: /他市|他自治体|他都市|他の(?:市|自治体)/,
  },
  {
    name: 'items of a form',
    asks: /\b(?:what|which|how many) questions\b.*\b(?:survey|check|test|exam|interview|questionnaire|form)/,
    found: /項目は|項目に/,
  },
  {
    name: 'so often a week',
    asks: /\b(?:once|twice|days?|times|hours) (?:a|per|each) week\b/,
    found: /週/,
  },
  {
    name: 'who exactly',
    asks: /^who is the (?:[a-z' -]+ )?(?:trainer|teacher|organi[sz]er|presenter|speaker|coach)\b/,
    found: /教授|氏(?=[、。は])/,
  },
  {
    name: 'pay day',
    asks: /\bpay ?day\b|when (?:is|are|do|will|does) .*\b(?:paid|pay day|salary|bonus)/,
    found: /\d\s*月|支給日/,
  },
  {
    name: 'deadline',
    asks: /closing date|due date|last day (?:to|for)|cut-?off date|until when can/,
    found: /締切|期限|までに|日まで|月まで/,
  },
  { name: 'a paper to look at', asks: /\b(?:sample|template|specimen)\b/, found: /記入例|見本/ },
  { name: 'weather', asks: /\bwill it (?:rain|snow)|weather|forecast for/, found: nowhere },
]
