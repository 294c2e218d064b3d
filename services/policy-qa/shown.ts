/** What the policy Q&A shows. A leaf: types alone. Dates are ISO dates in Asia/Tokyo; texts are as typed. */
import type { CalendarDate } from '../calendar.ts'
import type { InputProblem, ListPlace } from '../shown.ts'

/** A passage of the policy document, word for word. `page` is null where the document prints none. */
export type Citation = {
  readonly quote: string
  readonly section: string
  readonly page: number | null
  readonly passageId: string
}

/** The office that answers for the policy in force. */
export type ContactShown = {
  /** With its telephone number; empty where the policy prints none. */
  readonly line: string
  /** Its short name, for sentences. */
  readonly office: string
}

/** An answer the personnel division wrote, as it is listed: its first question, and how many more there are. */
export type CuratedRow = {
  readonly id: string
  readonly version: number
  readonly question: string
  readonly more: number
  readonly answer: string
  readonly source: string
  readonly approvedBy: string
  readonly approvedOn: CalendarDate
}

/** The views of the policy Q&A, by name. */
export type PolicyQaViews = {
  readonly 'policy-qa.form': {
    readonly question: string
    /** What the policy is called; left out while it can't be read. */
    readonly policy?: string
    readonly notice?: string
  }
  readonly 'policy-qa.answer': {
    readonly question: string
    /** The short sentence; what it quotes stands in `citations`. */
    readonly answer: string
    /** `answer` is in a language model's words, every sentence of it supported by the citations. */
    readonly rephrased: boolean
    readonly citations: readonly Citation[]
    readonly related: readonly string[]
    /** Two or three columns. */
    readonly table?: { readonly columns: readonly string[]; readonly rows: readonly string[][] }
    /** Of an answer the personnel division wrote: the source it named. */
    readonly curated?: string
    readonly revision: string
    /** Random: an answer is rated once by it. */
    readonly answerId: string
    /** Tells this answer from another one to the same question. */
    readonly digest: string
    /** `closed`: a question too long for its buttons. */
    readonly rating: 'open' | 'useful' | 'not-useful' | 'closed'
    /** Whether 違う put the question on the list; undefined where this press did not decide it. */
    readonly listed: boolean | undefined
    readonly contact: ContactShown
  }
  /** Thanks for rating an answer that can't be shown again, because another one has taken its place. */
  readonly 'policy-qa.rated': {
    readonly question: string
    readonly rating: 'useful' | 'not-useful'
    readonly listed: boolean | undefined
    readonly contact: ContactShown
  }
  readonly 'policy-qa.not-found': {
    readonly question: string
    readonly answer: string
    readonly citations: readonly Citation[]
    readonly related: readonly string[]
    readonly revision: string
    /** True where the document could have said it: then somebody else may know. */
    readonly gap: boolean
    /** Whether it was put, without its asker, on the list of the personnel division; undefined where that was not decided now. */
    readonly listed: boolean | undefined
    readonly contact: ContactShown
  }
  /** What comes first when a question is really a confidence. Nothing of the question is on it. */
  readonly 'policy-qa.care': {
    /** `unsure`: it tells something, and nothing was found for it; it may be a confidence. */
    readonly kind: 'crisis' | 'violence' | 'harassment' | 'health' | 'worry' | 'unsure'
    readonly english: boolean
    readonly lines: readonly {
      readonly name: string
      readonly number: string
      readonly hours: string
    }[]
    /** Left out while the policy can't be read. */
    readonly contact?: ContactShown
    /** The document's own passage on where to turn; none where the document is out of reach. */
    readonly citations: readonly Citation[]
    /** What the document answers to a question asked beside the confidence. */
    readonly beside: readonly Citation[]
  }
  readonly 'policy-qa.around': {
    readonly passages: readonly Citation[]
    readonly current: string
    /** The answer that it was opened from, where it can be shown again. */
    readonly back?: {
      readonly question: string
      readonly answerId?: string
      readonly revision?: string
    }
  }
  /** What went unanswered, for the personnel division: like questions together, no askers. */
  readonly 'policy-qa.upkeep': ListPlace & {
    readonly groups: readonly {
      readonly id: string
      /** `2026-11` */
      readonly month: string
      readonly question: string
      readonly wordings: readonly string[]
      /** How often the document did not say, and how often the answer was found wrong. */
      readonly refused: number
      readonly wrong: number
    }[]
    /** How many answers the personnel division has written. */
    readonly answers: number
    readonly notice?: string
  }
  readonly 'policy-qa.answers': ListPlace & {
    readonly answers: readonly CuratedRow[]
    readonly notice?: string
  }
  readonly 'policy-qa.answer-form': {
    readonly id: string
    /** 0 for a new one. */
    readonly version: number
    /** The group of unanswered questions it is written for. */
    readonly group?: string
    readonly questions: string
    readonly answer: string
    readonly source: string
    readonly approvedBy: string
    readonly problems: readonly InputProblem[]
    readonly notice?: string
  }
  readonly 'policy-qa.answer-removal': CuratedRow
}
