import { foldedText } from '../ingest/normal.ts'

/** Words that exclude one another: when the question says one and the passage another, the answer is no. */
export const opposites: RegExp[][] = [
  [
    /必修|必須|義務|強制|必ず.{0,4}(?:受|出|参加)|全員.{0,8}(?:受|出|参加)|避けて通れ|mandatory|compulsory|required(?! (?:abilit|skill|competenc|qualif|knowledge))/,
    /希望制|指名制/,
  ],
  [
    /希望制|任意|希望者|希望を募|希望(?:した|する)(?:人|者|職員)|希望すれば|手を(?:挙|上)げ|自由参加|出たい人|受けたい人|optional|voluntary/,
    /必修/,
  ],
  [
    /毎年|(?<![\d何])年に?(?:1|一)[回度]|1年ごと|once a year|annual|every year/,
    /2年に1度|2年に1回/,
  ],
  [
    /全額|全部.{0,5}(?:も[っつ]|持[っつち]|出し|払)|丸ごと|まるまる|all of the cost|full cost|entire/,
    /経費の一部/,
  ],
]

/** Whether a passage settles what a word claims: asked for 毎年, it says 年1回, or 2年に1度. Either is an answer. */
export const settles = (term: string, passage: { text: string }): boolean => {
  const folded = foldedText(passage)
  return opposites.some(
    ([said, other]) => said?.test(term) && (other?.test(folded) || said.test(folded)),
  )
}

/** Whether the word has an opposite at all. */
export const mayBeOpposed = (term: string): boolean => opposites.some(([said]) => said?.test(term))
