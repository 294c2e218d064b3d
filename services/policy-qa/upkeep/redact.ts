import { dataFile, readWords } from '../thesaurus.ts'

const emails = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const numbers = /(?<![A-Za-z0-9])[A-Za-z]?\+?\d(?:[-–—‐−ー()（）\s]?\d){4,}/g
const addresses = /https?:\/\/\S+/g
const titles = '課長|部長|次長|係長|補佐|主査|技査|主任|主事|技師|所長|先生|職員'
const calls = 'さん|くん|君|氏|様|さま|ちゃん'
const englishNames = /\b(?:Mr|Ms|Mrs|Dr)\.?\s+[A-Z]\w+|\b[A-Z][a-z]+-san\b/g

/** Whom one calls さん or 様 without naming anybody. */
const nobody =
  /^(?:皆|みな|職員|上司|部下|先輩|後輩|同僚|市民|お客|客|相手|新人|若手|課長|部長|係長|担当|本人|家族|親|子|奥|旦那|赤|係|課|住民|利用者|業者|議員|市長|どなた|だれ|誰|たく|お疲れ|ご苦労|同)$/

let named: RegExp | undefined

const withTitle = (): RegExp => {
  const names = readWords(dataFile('family-names.txt')).join('|')
  named ??= new RegExp(`(?:${names})[\\p{Script=Han}ぁ-ん]{0,3}?(?=${titles})`, 'gu')
  return named
}

const called = new RegExp(
  `[\\p{Script=Han}々]{1,6}(?=${calls})|[ァ-ヶー]{2,12}(?=${calls})|(?<![ぁ-ん])[ぁ-ん]{2,5}(?=${calls})`,
  'gu',
)

/**
 * A question without what could tell of somebody: e-mail and web addresses, telephone and staff numbers,
 * names before さん or a title. Rather too much is blotted out than too little.
 */
export const redacted = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(emails, '〔メール〕')
    .replace(addresses, '〔アドレス〕')
    .replace(numbers, '〔番号〕')
    .replace(englishNames, '〔お名前〕')
    .replace(withTitle(), '〔お名前〕')
    .replace(called, (name) => (nobody.test(name) ? name : '〔お名前〕'))
