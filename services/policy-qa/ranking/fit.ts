import { isComparison } from '../asked/asked.ts'
import type { Passage } from '../document.ts'
import { fold, foldedText, headingKey } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'

/** How well a passage suits what is asked beside its words: 1 is neutral. */
export type Fit = (passage: Passage) => number

const sameFactor = 1.15
const otherFactor = 0.45
const definitionFactor = 1.6
const titledFactor = 1.5
const headedFactor = 1.25
const itemFactor = 1.2
const itemShareMin = 0.65
const wishFactor = 1.12

const facetKinds = ['position', 'ability', 'job', 'stage'] as const

const definition =
  /とは|って[何な]|って[?？]?$|意味|定義|略|what (?:is|does|are)|define|definition|\bmean/

/** What is asked for softly: passages that have it are the likelier answer, but need not. */
const wishes: { asks: RegExp; has: RegExp }[] = [
  {
    asks: /課|係|部署|配属|配置先|どこ(?:で|に|へ|の|が|は|$)|働く場所|section|division|placed|assigned/,
    has: /課(?![題長])|(?<!関)係(?![るりわ])|センター|支所|局|事務所|各部|窓口/,
  },
  {
    asks: /なぜ|どうして|理由|目的|ねらい|狙い|何のため|\bwhy\b|purpose|reason|\b(?:point|aim|idea|sense|use) (?:of|behind)\b|meant to (?:achieve|do|bring)|\bwhat for\b/,
    has: /ため|から|より|こと(?:で|に)/,
  },
  { asks: /目標|何(?:日|時間|人|割|%|年)|数値|target|how many|percentage/, has: /\d/ },
  {
    asks: /メリット|利点|いいこと|良いこと|よいこと|得られる|何になる|効果|benefit|advantage/,
    has: /つなが|つなげ|引き出|向上|期待|還元/,
  },
  {
    asks: /学[ぶべんび]|習[うえっ]|教わ|勉強|研修の(?:内容|中身)|learn|teach/,
    has: /理解する|考える|進め方|役割等|習得/,
  },
  {
    asks: /どんなもの|どのようなもの|何がある|何があり|メニュー|種類|一覧|具体的に|例(?:は|を|って|$)|例えば|what kinds/,
    has: /／.*／|(?:・.+){3}/,
  },
  { asks: /誰|だれ|who\b/, has: /職員|職|員|士|長|者|教授|部門/ },
  { asks: /名前|名称|何という|タイトル|called|name of/, has: /「|『/ },
  { asks: /定め|規定|stipulat|set out/, has: /定め/ },
  { asks: /業務|仕事|work|job/, has: /業務|事業|担当/ },
]

const bareTitle = (label: string): string => fold(label).replace(/[「」【】]|とは.*$|\(.*\)/g, '')

/** What stands beside and over a passage, folded. */
type Around = {
  facets: Partial<Record<(typeof facetKinds)[number] | 'item', string>>
  titles: string[]
  heading: string
}

const known = new WeakMap<Passage, Around>()

/** Read once a passage: every question compares with it. */
const aroundOf = (passage: Passage): Around => {
  const before = known.get(passage)
  if (before !== undefined) return before
  const { facets, labels, heads } = passage
  const around: Around = {
    facets: {},
    titles: labels.map(bareTitle),
    heading: headingKey(heads.at(-1) ?? ''),
  }
  for (const kind of [...facetKinds, 'item'] as const) {
    const own = facets[kind]
    if (own !== undefined) around.facets[kind] = fold(own)
  }
  known.set(passage, around)
  return around
}

/** Passages that a table gives to another position, job or stage than the one asked about stand back. */
const facetFit = (question: Question): Fit => {
  const asked = facetKinds.flatMap((kind) => {
    const names = question.entities.filter((entity) => entity.kind === kind)
    return names.length === 0
      ? []
      : [{ kind, names: [...new Set(names.map(({ name }) => fold(name)))] }]
  })
  return (passage) => {
    let factor = 1
    for (const { kind, names } of asked) {
      const own = aroundOf(passage).facets[kind]
      if (own === undefined) continue
      const same = names.some((name) => own.startsWith(name))
      const spoken = !same && names.some((name) => passage.text.includes(name))
      factor *= same ? sameFactor : spoken ? 1 : otherFactor
    }
    return factor
  }
}

/** Passages that explain a word: it stands over them as a title, or they begin with it. */
const titleFit = (question: Question): Fit => {
  const words = new Set(
    question.terms.filter((term) => !term.everyday).flatMap((term) => term.names),
  )
  const isDefinition = definition.test(question.text)
  const begins = (text: string): boolean =>
    [...words].some(
      (word) =>
        text.startsWith(`${word}とは`) || text.startsWith(`※${word}`) || text.includes(`${word}(`),
    )
  return (passage) => {
    const { kind } = passage
    const { titles, heading } = aroundOf(passage)
    const titled = kind === 'paragraph' && titles.some((title) => words.has(title))
    const headed = kind !== 'row' && words.has(heading)
    if (!isDefinition) return titled ? titledFactor : headed ? headedFactor : 1
    if (titled && defines.test(passage.text)) return definitionFactor * definesFactor
    return titled || begins(foldedText(passage)) ? definitionFactor : 1
  }
}

/** A sentence that says what the thing over it is. */
const defines = /(?:もの|こと|言葉|状態)です|指します|意味します|言います/
const definesFactor = 1.3

/** 知識を持つゼネラリスト: a noun under a clause of its own is explained by it, when it is asked what it is. */
const clauseFit = (question: Question): Fit => {
  const { text } = question
  const compares = isComparison(text)
  if (!definition.test(text) && !compares && !whatKind.test(text)) return () => 1
  const words = question.terms
    .filter((term) => !term.everyday && !term.named)
    .map((term) => term.text)
  return (passage) => {
    const folded = foldedText(passage)
    const explained = words.filter((word) => {
      const at = folded.indexOf(word)
      return at > 0 && clauseEnding.test(folded.charAt(at - 1))
    })
    return explained.length > 1
      ? definitionFactor
      : explained.length === 1 && !compares
        ? clauseFactor
        : 1
  }
}

const clauseEnding = /[うくすつぬむるぐたいだ]/
const clauseFactor = 1.35
const whatKind =
  /どんな(?:人|職員|もの|存在)|どういう(?:人|職員|もの|存在)|どのような(?:人|職員|もの|存在)|what kind of/

/** Rows of a plan whose name is what was asked for, word by word. */
const itemFit = (question: Question): Fit => {
  const terms = question.terms.map((term) => term.names)
  return (passage) => {
    const { item, job } = aroundOf(passage).facets
    if (passage.kind !== 'row' || item === undefined) return 1
    if (job !== undefined) return terms.some((names) => names.includes(item)) ? itemFactor : 1
    const lengths = terms.map((names) =>
      Math.max(0, ...names.filter((name) => item.includes(name)).map((name) => name.length)),
    )
    const letters = lengths.reduce((sum, length) => sum + length, 0)
    const several = lengths.filter((length) => length > 0).length >= 2
    return several && letters >= item.length * itemShareMin ? itemFactor : 1
  }
}

const whyAsked =
  /なぜ|どうして|なんで|何で(?!す)|理由|目的|ねらい|狙い|何のため|効果|メリット|利点|得られ|何の得|意味が?あ|意義|どういう考え|考え方|決め方|決めて|決める|何を見て|基準|\bwhy\b|purpose|reason|benefit|\b(?:point|aim|idea|sense|use) (?:of|behind)\b|meant to (?:achieve|do|bring)|\bwhat for\b/
const ofWorkFactor = 0.8

/** What a table says of one kind of work is no reason, unless that kind of work is asked about. */
const reasonFit = ({ text, entities }: Question): Fit => {
  if (entities.some(({ kind }) => kind === 'job' || kind === 'stage')) return () => 1
  const factor = whyAsked.test(text) ? ofWorkFactor : tableWords.test(text) ? 1 : otherWorkFactor
  return ({ facets }) => (facets.job === undefined ? 1 : factor)
}

const tableWords = /課|係|部署|部門|分野|配属|配置|仕事|業務|どこ|資格|職種|section|division|field/
const otherWorkFactor = 0.9

const arrowFactor = 1.3
const workAsked =
  /仕事|業務|内容|中身|何をす|なにをす|何する|どんな|どういう|とは|って[何な]|工事|何を|work|\bdo\b/

/** 計画分野 → …: what the document explains with an arrow, when it is asked what it is. */
const arrowFit = (question: Question): Fit => {
  if (!workAsked.test(question.text)) return () => 1
  const words = question.terms.filter((term) => !term.everyday && !term.named)
  return (passage) => {
    const [before = '', after] = foldedText(passage).split('→')
    if (after === undefined) return 1
    const explained = words.some(({ text, names }) =>
      [text, ...names].some((name) => name.length > 1 && before.endsWith(name)),
    )
    return explained ? arrowFactor : 1
  }
}

const wishFit = (question: Question): Fit => {
  const asked = wishes.filter(({ asks }) => asks.test(question.text))
  return ({ text }) =>
    asked.reduce((factor, { has }) => (has.test(text) ? factor * wishFactor : factor), 1)
}

/** All of it for one question. */
export const fitOf = (question: Question): Fit => {
  const fits = [facetFit, titleFit, clauseFit, itemFit, reasonFit, arrowFit, wishFit].map((fit) =>
    fit(question),
  )
  return (passage) => fits.reduce((factor, fit) => factor * fit(passage), 1)
}
