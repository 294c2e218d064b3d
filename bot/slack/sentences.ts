/** What the channel itself says to people, where no card can: nothing here knows a job. */
export const sentences = {
  apology: 'うまく処理できませんでした。少し待って、もう一度お試しください。',
  apologyInForm:
    'うまく処理できませんでした。入力した内容はこの画面に残っています。少し待って、もう一度お試しください。',
  notOpened: '画面を開けませんでした。もう一度ボタンを押してください。',
  opening: '開いています。少しお待ちください。',
  saving: '保存しています。少しお待ちください。',
  mention:
    'ここではほかの人にも見えるため、お答えできません。ひとづくり窓口とのダイレクトメッセージで話しかけてください。',
  fileOnly: 'ファイルはお受けできません。お手数ですが、文章でお書きください。',
  close: '閉じる',
  more: '続きを読む',
  back: '前に戻る',
  restNotShown: '続きは長いため、この画面には表示できません。',
  form: 'フォーム',
} as const
