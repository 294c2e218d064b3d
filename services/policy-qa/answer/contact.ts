import type { PolicyDocument } from '../document.ts'
import type { ContactShown } from '../shown.ts'

const unnamed = '人事の担当課'

/** Whom to ask about a document: the office that its imprint prints. */
export const contactOf = (document: PolicyDocument): ContactShown => {
  const imprint = document.passages.filter((passage) => passage.kind === 'imprint')
  const printed = (sign: RegExp): string => imprint.find(({ text }) => sign.test(text))?.text ?? ''
  const office = printed(/発行|編集|担当/).replace(/^[^：:]*[：:]\s*/, '')
  const phone = /\d{2,4}-\d{2,4}-\d{3,4}/.exec(printed(/電\s*話/))?.[0] ?? ''
  const line = [office, phone === '' ? '' : `（電話 ${phone}）`].join('')
  return { line, office: /[^\s（部局市町村区県]+?[課室]/.exec(office)?.[0] ?? unnamed }
}
