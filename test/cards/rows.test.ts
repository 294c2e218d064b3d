import { expect, it } from 'vitest'
import { stretches } from '../../cards/rows.ts'

const row = (label: string, value: string, personnelOnly = false) => ({
  label,
  value,
  personnelOnly,
})

it('short answers stand together, long ones alone, all of them in their order', () => {
  const long = '窓口での証明書の発行と、係の予算の取りまとめ'
  const drawn = stretches([
    row('量', '多い'),
    row('年数', '2'),
    row('仕事', long),
    row('希望', 'なし'),
  ])
  expect(drawn.map(({ label, facts }) => [label, facts.map((fact) => fact.label)])).toEqual([
    ['', ['量', '年数']],
    ['仕事', []],
    ['', ['希望']],
  ])
  expect(drawn[1]?.value).toBe(long)
})

it('what the personnel division alone sees is marked, long or short', () => {
  const drawn = stretches([row('健康', '良好', true), row('配慮', 'あ'.repeat(21), true)])
  expect(drawn[0]?.facts[0]?.label).toBe('健康【人事のみ】')
  expect(drawn[1]?.label).toBe('配慮【人事のみ】')
})
