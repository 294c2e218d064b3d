import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('a word that asks, read in its own sense', () => {
  it.each([
    ['a matter and no score', '面談の中で職員に促す点は何ですか', '組織目標の理解'],
    ['a score', '採用試験の合格に要る点は何ですか', undefined],
    ['whom a post serves', '次長は誰を支えますか', '部長'],
    ['who holds a post', '次長は誰ですか', undefined],
    ['why a time was cut so', '推進期間を区切るのはどんな理屈ですか', '社会環境の変化'],
  ])('asks for %s', (_, question, said) => {
    const { answer, refused } = ask(question)
    expect(refused).toBe(said === undefined)
    expect(answer).toContain(said ?? '')
  })

  it('finds what something is free of', () => {
    expect(ask('人を配置する際は何に縛られないのですか').answer).toContain('年功序列')
  })

  it('tells what a word means before what is done about it', () => {
    expect(ask('OJTの意味').answer).toContain('実務に携わりながら')
  })
})
