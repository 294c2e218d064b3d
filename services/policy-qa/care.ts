import { dataFile } from './thesaurus.ts'

/** What a confidence is about; `crisis` comes before all else. */
export type Care = 'crisis' | 'harassment' | 'health'

const kinds: readonly Care[] = ['crisis', 'harassment', 'health']

type Rule = { care: Care; says: RegExp }

const isCare = (word: string): word is Care => kinds.some((kind) => kind === word)

const rulesIn = (text: string): Rule[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [care = '', pattern = ''] = line.split('\t')
      return isCare(care) && pattern !== '' ? [{ care, says: new RegExp(pattern, 'u') }] : []
    })

let rules: Rule[] | undefined

/** Whether a text is really a confidence, and of what kind. Errs on the side of care for what endangers life. */
export const careFor = (question: string): Care | undefined => {
  rules ??= rulesIn(dataFile('care.tsv'))
  const text = question
    .slice(0, 4_000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<![a-z])\s+|\s+(?![a-z])/g, '')
  // How many there were is asked about others, not told about oneself.
  const counts = /何(?:人|件|名|%|割)|件数|割合|統計/.test(text)
  const said = rules.filter((rule) => rule.says.test(text)).map((rule) => rule.care)
  const care = kinds.find((kind) => said.includes(kind))
  return counts && care !== 'crisis' ? undefined : care
}
