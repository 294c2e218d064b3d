import type { Demand } from './demand.ts'
import { mattersOf, sentences, speaksOf } from './words.ts'

const asksReason = /理由|なぜ|何故|どうして(?!も)|なんで(?!す|し|あ)|何で(?=[^すしあ])|わけは|訳は/
/** A figure that somebody decided on: 70%, 2か月, 6つ. */
const figure =
  /(\d[\d.]*\s*(?:%|時間|日|か月|ヶ月|年|回|人|つ|項目|段階)(?:に\d[度回]|間|程度)?)(?=なの|である|に(?:し|する|設定|決|定|とど)|と(?:し|する|設定|決|定)|だけ|という|の(?:理由|根拠|わけ)|です|[?？ ]|$)/g
/** What says why, before what it says it of. */
const because = /ため(?!し)|ことから|ので、|必要があ|を受けて?、|よう、/
/** What says why so many: what something is done for does not say it. */
const grounds = /ことから|ので、|必要があ|に合わせ|理由/
const absent =
  /(?:ない|なく|ません|ぬ)(?:の|こと)?(?:は|って|理由|わけ|訳|です|んで)|○が(?:な|付いてい?な|ついてい?な)/
const limited =
  /(?:だけ|のみ|しか|に限)[^ ]*(?:理由|なぜ|なんで|どうして)|(?:なぜ|なんで|どうして)[^ ]*(?:だけ|のみ|しか|に限)/
const changed =
  /(増え|減っ|減少|増加|上が|下が|上昇|低下|高い|低い|多い|少ない|大きい|小さい|高く|低く|多く|少なく)[^ ]{0,8}(?:理由|なぜ|なんで|どうして|わけ|訳)|(?:なぜ|なんで|どうして)[^ ]*?(増え|減っ|減少|増加|上が|下が|上昇|低下|高い|低い|多い|少ない|高く|低く|多く|少なく)/

const negative = /ない|なく|ません|ず、|不要|除/

/** Whether a question asks why. */
export const asksWhy = (text: string): boolean => asksReason.test(text)

/** なぜ70%: a reason is given of the very thing that is asked, before it, in its own sentence. */
export const givesReason: Demand = (question) => {
  const { text } = question
  if (!asksReason.test(text)) return undefined
  if (limited.test(text)) return ({ passage }) => /だけ|のみ|限/.test(passage.text)
  if (absent.test(text)) {
    return ({ passage }) =>
      sentences(passage).some((said) => negative.test(said) && because.test(said))
  }
  const figures = [...text.matchAll(figure)].map(([one]) => one.replace(/\s/g, ''))
  if (figures.length > 0) {
    return ({ passage }) =>
      sentences(passage).some((said) => figures.every((one) => isGrounded(said, one)))
  }
  if (!changed.test(text)) return undefined
  const [matter] = mattersOf(question)
  return (one) =>
    sentences(one.passage).some((said) => because.test(said) || /の結果、|結果、/.test(said)) &&
    (matter === undefined || speaksOf(one, matter))
}

const isGrounded = (sentence: string, figure: string): boolean => {
  const at = sentence.indexOf(figure)
  const before = at < 0 ? '' : sentence.slice(0, at)
  return grounds.test(before) && !/目標:?[^。]*$/.test(before)
}
