import { type Citation, citationsMax, cite, clip } from '../answer/answer.ts'
import { isPlace } from '../asked/asked.ts'
import type { Heading, PolicyDocument } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { TableAnswer } from './look-up.ts'

const figures = '〇一二三四五六七八九'
const chapter = /第([1-9一二三四五六七八九])章|\bchapter ([1-9])\b/
const asksTitle =
  /題|タイトル|名前|見出し|テーマ|何(?:が|を|について|に関して|の章|と)|どんな|どのような|内容|構成|項目|節|挙げ|について|は$|って|title|about|called|cover/
const asksAll =
  /何章(?:ある|あり|まで|構成|から|に分)|章立て|章の構成|章は(?:いくつ|何)|全部で何章|目次|how many chapters|list of chapters|table of contents/
const tellingMin = 2
/** The parts of 第四章は何という題. */
const isPart = /章|節|題|目次|構成|^[一二三四五六七八九]つ?$/

/** Anything but the chapter itself is asked of its passages. */
const asksMore = ({ terms, unknown, entities }: Question): boolean =>
  unknown.some((word) => !isPart.test(word)) ||
  entities.length > 0 ||
  terms.some(({ text, everyday, weight }) => !everyday && weight > tellingMin && !isPart.test(text))

const told = ({ title, page }: Heading): string =>
  `「${title}」${page === null ? '' : `（${page}ページ）`}`

const citedOf = (document: PolicyDocument, headings: Heading[]): Citation[] =>
  headings
    .flatMap(
      ({ section }) =>
        document.passages.find((one) => one.kind !== 'head' && one.section.startsWith(section)) ??
        [],
    )
    .slice(0, citationsMax)
    .map(cite)

const chaptersOf = (document: PolicyDocument): Heading[] =>
  document.headings.filter(({ level, title }) => level === 1 && title.includes('章'))

/** The chapter that a text names by its number, if the document has it. */
const chapterIn = (document: PolicyDocument, text: string): Heading | undefined => {
  const [, kanji, latin] = chapter.exec(text) ?? []
  const figure = kanji ?? latin
  if (figure === undefined) return undefined
  const number = figures.includes(figure) ? figures.indexOf(figure) : figure
  return chaptersOf(document).find(({ title }) => fold(title).startsWith(`第${number}章`))
}

/** A chapter and the parts of it. */
const tellChapter = (document: PolicyDocument, found: Heading): TableAnswer => {
  const parts = document.headings.filter(
    ({ level, section }) => level === 2 && section.startsWith(found.section),
  )
  const lines = [`${told(found)}には、次の節があります。`, ...parts.map(told)]
  return { answer: clip(lines.join('\n')), citations: citedOf(document, [found, ...parts]) }
}

/** What a chapter is called and what stands in it, or which chapters there are. */
export const answerFromChapters = (document: PolicyDocument, question: Question): TableAnswer => {
  const text = question.text.toLowerCase()
  const asksList = asksAll.test(text)
  if ((isPlace(text) && !asksList) || asksMore(question)) return undefined
  const found = chapterIn(document, text)
  if (found !== undefined && asksTitle.test(text)) return tellChapter(document, found)
  const chapters = chaptersOf(document)
  if (chapters.length === 0 || !asksList) return undefined
  const lines = [`章は${chapters.length}つあります。`, ...chapters.map(told)]
  return { answer: clip(lines.join('\n')), citations: citedOf(document, chapters) }
}
