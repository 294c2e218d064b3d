import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('an English question', () => {
  it.each([['for what the policy only counts', 'Name the six shared mindsets.']])(
    'is refused when it asks %s',
    (_, question) => {
      expect(ask(question)).toMatchObject({ refused: true })
    },
  )
})
