import { describe, expect, it } from 'vitest'
import { createEngine } from '../../services/policy-qa/engine.ts'
import { readPolicyFile } from '../../services/policy-qa/files/read-file.ts'
import { ingestText } from '../../services/policy-qa/ingest.ts'
import { asahino, docxOf, pdfOf } from '../fixtures/policy/documents.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const markdown = asahino
  .replace(/^(第\d章 .*|[ⅠⅡ] .*[^\d\s])$/gm, '## $1')
  .replace('512人', '**512人**')

const textOf = async (file: Uint8Array, name: string): Promise<string> => {
  const read = await readPolicyFile(file, name)
  return 'text' in read ? read.text : `problem: ${read.problem}`
}

describe.each([
  ['policy.txt', bytes(asahino)],
  ['policy with a mark at its start.txt', bytes(`\uFEFF${asahino}`)],
  ['policy.md', bytes(markdown)],
  ['policy.docx', docxOf(asahino)],
  ['POLICY.PDF', pdfOf(asahino)],
])('a policy as %s', (name, file) => {
  it('is read with its pages, tables and answers', async () => {
    const { document, report } = ingestText(await textOf(file, name))
    expect(document.city).toBe('あさひ野市')
    expect(report.positions).toEqual(['部長', '課長', '係長', '主事'])
    expect(document.headings.find(({ title }) => title.includes('計画期間'))?.page).toBe(2)
    const engine = createEngine(document)
    expect(engine.answer('計画はいつまで続きますか').answer).toContain('令和11年度')
    expect(engine.answer('残業の目標は何時間？').answer).toContain('8時間以下')
    expect(engine.answer('職員数は何人ですか').answer).toContain('512人')
    expect(engine.answer('主事に組織統率力は必要ですか').answer).toMatch(/^いいえ、/)
  })
})

it('a page’s number and its running head are no part of the text', async () => {
  const lines = (await textOf(pdfOf(asahino), 'a.pdf')).split('\n')
  expect(lines.filter((line) => line === 'あさひ野市' || /^- \d -$/.test(line))).toEqual([])
  expect(lines).toContain('あさひ野市職員育成方針')
})

describe('a file', () => {
  it('in Shift_JIS is read as well', async () => {
    const shiftJis = Uint8Array.from(
      Array.from('人材育成の方針'.repeat(10)).flatMap((letter) => sjis[letter] ?? []),
    )
    expect(await textOf(shiftJis, 'a.txt')).toBe('人材育成の方針'.repeat(10))
  })

  it.each([
    ['a.exe', bytes(asahino), 'txt、md、docx、pdf'],
    ['a.docx', bytes('これは Word ではありません'), '読み取れませんでした'],
    ['a.pdf', bytes('これは PDF ではありません'), '読み取れませんでした'],
    ['a.pdf', pdfOf(''), '文字がほとんど'],
    ['a.txt', Uint8Array.from([0xff, 0xfe, 0xff, 0xff]), 'UTF-8'],
  ])('%s that can’t be used is refused with what to do', async (name, file, why) => {
    expect(await textOf(file, name)).toContain(why)
  })
})

const sjis: Record<string, number[]> = {
  人: [0x90, 0x6c],
  材: [0x8d, 0xde],
  育: [0x88, 0xe7],
  成: [0x90, 0xac],
  の: [0x82, 0xcc],
  方: [0x95, 0xfb],
  針: [0x90, 0x6a],
}
