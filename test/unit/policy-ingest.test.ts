import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fold } from '../../services/policy-qa/ingest/normal.ts'
import { ingestText } from '../../services/policy-qa/ingest.ts'
import { compareRevisions } from '../../services/policy-qa/revision.ts'

const file = new URL('../../services/policy-qa/documents/iwaki-2023-10.txt', import.meta.url)
const text = readFileSync(file, 'utf8')
const { document, report } = ingestText(text)

/** Letters alone: what a passage must share with the source, markup and white space apart. */
const letters = (raw: string): string =>
  fold(raw.replace(/<[^>]*>/g, '')).replace(/[|●■◆◎❖・\-→↓]/g, '')

const contents = text
  .slice(text.indexOf('目次'), text.indexOf('第1章', text.indexOf('第1章') + 5))
  .split('\n')
  .slice(1)
  .filter((line) => line.trim() !== '')

describe('reading the policy', () => {
  it('finds every line of the contents as a heading with its page', () => {
    expect(contents.length).toBe(36)
    for (const line of contents) {
      const [title = '', page = ''] = line.split('\t')
      const heading = document.headings.find((one) => one.title === title)
      expect(heading, title).toBeDefined()
      if (page !== '') expect(heading?.page, title).toBe(Number(page))
    }
    expect(report.notes).toEqual([])
  })

  it('keeps every passage in the words of the document', () => {
    const source = letters(text)
    expect(document.passages.length).toBeGreaterThan(300)
    for (const passage of document.passages) {
      expect(source.includes(letters(passage.text)), passage.text).toBe(true)
      expect(passage.text.length).toBeLessThanOrEqual(800)
    }
  })

  it('drops no sentence of the body', () => {
    const held = letters(document.passages.map((passage) => passage.text).join(''))
    const body = text.slice(text.indexOf('I 人材育成基本方針改訂の背景'))
    const sentences = body.split(/\n|<[^>]*>|\t/).flatMap((line) => line.split(/(?<=。)/))
    const long = sentences.map(letters).filter((sentence) => sentence.length > 24)
    expect(long.length).toBeGreaterThan(250)
    const lost = long.filter((sentence) => !held.includes(sentence))
    const headed = lost.filter(
      (line) => !document.headings.some((one) => letters(one.title).includes(line)),
    )
    expect(headed.filter((line) => !/とは|ジョブローテーション|職種別/.test(line))).toEqual([])
  })

  it('reads the table of circles with nine positions and seventeen abilities', () => {
    expect(report.positions).toEqual([
      '部長',
      '次長',
      '課長',
      '課長補佐',
      '係長',
      '主査・技査',
      '事務主任・技術主任',
      '主事・技師',
      '技能労務職',
    ])
    expect(report.abilities).toHaveLength(17)
    const marks = document.matrix.reduce((sum, row) => sum + row.marks.filter(Boolean).length, 0)
    expect(marks).toBe(48)
  })

  it('gives every position its roles and one description for each of its circles', () => {
    for (const [at, position] of document.positions.entries()) {
      const circles = document.matrix.filter((row) => row.marks[at] === true).length
      expect(position.roles, position.name).toHaveLength(2)
      expect(position.skills, position.name).toHaveLength(circles)
    }
  })

  it('tells the kinds of work apart although their titles are lost', () => {
    expect(report.jobs).toEqual([
      '一般事務',
      '土木',
      '建築',
      '設備（電気・機械）',
      '福祉',
      '保健師',
    ])
  })

  it('reads the action plan row by row with its group and page', () => {
    const row = document.passages.find((passage) => passage.facets.item === '年休取得の促進')
    expect(row).toMatchObject({ page: 34, kind: 'row' })
    expect(row?.labels[0]).toBe('(2)ワーク・ライフ・バランスの推進')
  })

  it('says so when a file has no contents, and still reads it', () => {
    const bare = ingestText('ある方針\n\n職員は、毎年一回の研修を受けます。\n')
    expect(bare.report.notes).toEqual(['目次が見つかりません。ページ番号は付きません。'])
    expect(bare.document.passages.map((passage) => passage.text)).toContain(
      '職員は、毎年一回の研修を受けます。',
    )
  })
})

describe('comparing two revisions', () => {
  it('shows what came, what went and what was reworded', () => {
    const next = text
      .replace('年14日（付与日数の7割）', '年15日（付与日数の7割5分）')
      .replace('- 定期的に職員満足度調査を実施し、働く環境の改善に取り組みます。\n', '')
      .replace('【取組内容】\n', '【取組内容】\n\n- 庁内に仮眠室と運動器具を置きます。\n')
    const revision = compareRevisions(document, ingestText(next).document)
    expect(revision.changed.map(({ after }) => after.text).join()).toContain('年15日')
    expect(revision.removed.map((passage) => passage.text)).toEqual([
      '定期的に職員満足度調査を実施し、働く環境の改善に取り組みます。',
    ])
    expect(revision.added.map((passage) => passage.text)).toEqual([
      '庁内に仮眠室と運動器具を置きます。',
    ])
  })

  it('finds nothing to show between a revision and itself', () => {
    expect(compareRevisions(document, document)).toMatchObject({
      added: [],
      removed: [],
      changed: [],
    })
  })
})
