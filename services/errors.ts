/** Every refusal a person may meet: one code, one sentence that says what to do next. README lists them; a test holds it to that. */

/** The sentence for each code. Absent and forbidden look alike: no sentence tells whether a thing exists. */
export const refusals = {
  UNKNOWN_PERSON:
    'まだ職員名簿とつながっていないため、ご案内できません。お手数ですが、職員課へ「ひとづくり窓口を使いたい」とお知らせください。',
  MALFORMED:
    'このボタンや画面は古くなっているようです。ホームを開き直して、もう一度お試しください。',
  NOT_FOUND: '見つかりませんでした。ホームから開き直してください。',
  BUSY: 'ただいま混み合っていて、うまく進められませんでした。少し待って、もう一度お試しください。',
  BUSY_IN_FORM:
    'ただいま混み合っていて、まだ受け取れていません。入力された内容は下に残っています。少し待って、もう一度同じボタンを押してください。',
  FAULT:
    'うまく処理できませんでした。少し待って、もう一度お試しください。続くときは職員課へお知らせください。',
  FAULT_IN_FORM:
    'うまく処理できず、まだ受け取れていません。入力された内容は下に残っています。少し待って、もう一度同じボタンを押してください。続くときは職員課へお知らせください。',
  SELF_REPORT_NOT_OPEN:
    'いまは自己申告の受付期間ではありません。受付が始まりましたら、ホームに表示されます。',
  SELF_REPORT_CLOSED:
    '自己申告の受付は終わりました。変えたいことがあるときは、職員課へ「修正申出」とお伝えください。',
  PERSONAL_ONLY:
    'ここでは、ほかの人にも見えてしまいます。お手数ですが、ひとづくり窓口との1対1のチャットでお話しください。',
  SELF_REPORT_TOO_LONG:
    '文章が長すぎるため、このページはまだ保存できていません。ほかのページは下書きに、入力された内容は下に残っています。短くして、もう一度保存してください。',
  QUESTION_EMPTY: 'ご質問を入力してから、もう一度ボタンを押してください。',
  POLICY_RENEWED:
    '方針が新しい版に変わりました。お手数ですが、もう一度ご質問ください。新しい版からお答えします。',
} as const

/** The code of a refusal. */
export type RefusalCode = keyof typeof refusals
