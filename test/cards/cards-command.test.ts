import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blockKitProblems } from './block-kit-rules.ts'

type Ended = { code: number; stdout: string; stderr: string }

const run = (...args: string[]): Promise<Ended> =>
  new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['bot/commands/cards.ts', ...args],
      (_error, stdout, stderr) => done({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })

const folder = mkdtempSync(join(tmpdir(), 'cards-'))
const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const card = (body: unknown[], actions: unknown[] = []) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
})
const words = (text: string) => ({ type: 'TextBlock', text })
const save = {
  type: 'Action.Execute',
  verb: 'self-report.save',
  title: '保存する',
  data: { page: 1 },
}

describe('cards blocks', () => {
  it('prints the blocks and warnings of a card as one JSON document', async () => {
    const { code, stdout } = await run(
      'blocks',
      file('a.json', card([words('こんにちは')], [save])),
    )
    const shown = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(Object.keys(shown)).toEqual(['blocks', 'warnings'])
    expect(blockKitProblems(shown.blocks, 'message')).toEqual([])
    expect(stdout).toContain('こんにちは')
  })

  it('prints all pages of a card that does not fit on one', async () => {
    const long = Array.from({ length: 120 }, (_, n) => words(`段落${n}`))
    const { stdout } = await run('blocks', file('long.json', card(long)))
    const shown = JSON.parse(stdout)
    expect(shown.pages.length).toBeGreaterThan(1)
    expect(shown.pages[0]).toEqual(shown.blocks)
  })

  it('shows a modal with the action that became its submit button', async () => {
    const { stdout } = await run(
      'blocks',
      file('m.json', card([words('題')], [save])),
      '--surface',
      'modal',
    )
    expect(JSON.parse(stdout).submit).toBeUndefined()
    const form = card([{ type: 'Input.Text', id: 'reason', label: '理由' }], [save])
    const shown = JSON.parse((await run('blocks', file('f.json', form), '--surface=modal')).stdout)
    expect(shown.submit.text).toBe('保存する')
    expect(blockKitProblems(shown.blocks, 'modal')).toEqual([])
  })

  it('fills a template with data, back-ticks and all, and expands nothing that people wrote', async () => {
    const template = file(
      't.json',
      card([words('`${title}`: ${note} ${if(n > 1, `多`, "少")}'), words('${gone}')]),
    )
    const plain = file('t2.json', card([words('`見出し` ${title}: ${note}'), words('${gone}')]))
    const data = file('d.json', { title: '題', note: '`a` ${title}', n: 2 })
    const { code, stdout } = await run('blocks', plain, '--data', data)
    const shown = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(shown.blocks[0].text.text).toBe('`見出し` 題: `a` ${title}')
    expect(shown.warnings.filter((one: string) => one.includes('has no value'))).toEqual([
      'body[1].text: ${gone} has no value in the data and is left as it is',
    ])
    const unreadable = await run('blocks', template, '--data', data)
    expect([unreadable.code, unreadable.stdout]).toEqual([2, ''])
  })

  const good = () => file('good.json', card([words('あ')]))
  it.each<[string, () => string[]]>([
    ['a file that is not there', () => ['blocks', join(folder, 'none.json')]],
    ['a folder', () => ['blocks', folder]],
    ['a file without JSON', () => ['blocks', file('x.json', 'not json')]],
    ['JSON that is no card', () => ['blocks', file('y.json', { type: 'Message' })]],
    ['JSON null', () => ['blocks', file('z.json', 'null')]],
    ['data without JSON', () => ['blocks', good(), '--data', file('x.json', '{')]],
    ['an unknown surface', () => ['blocks', good(), '--surface', 'sms']],
    ['an unknown option', () => ['blocks', good(), '--colour']],
    ['an unknown command', () => ['paint', good()]],
    ['no file', () => ['blocks']],
    ['two files', () => ['blocks', good(), good()]],
  ])('says in one line what to do about %s, and ends with 2', async (_name, args) => {
    const { code, stdout, stderr } = await run(...args())
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/ください/)
  })
})
