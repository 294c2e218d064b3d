import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { generateCity } from '../../bot/local-mode/city/generate.ts'
import { staffId } from '../../services/ids.ts'
import { problemText } from '../../services/people/problem.ts'
import { problemsMax, readPeopleCsv, rowsMax, toCsv } from '../../services/people/read-people.ts'
import { personRow } from '../fakes/people.ts'

const bytes = (text: string) => Buffer.from(text)
const row = (id: string, rest: object = {}) => personRow({ staffId: staffId(id), ...rest })
const three = [row('E1'), row('E2', { primaryEvaluator: staffId('E1') }), row('E3')]

const rowsOf = (file: Uint8Array) => {
  const read = readPeopleCsv(file)
  if ('problems' in read) throw new Error(read.problems.map(problemText).join('\n'))
  return read.rows
}

const problemsOf = (file: Uint8Array | string) => {
  const read = readPeopleCsv(typeof file === 'string' ? bytes(file) : file)
  return 'problems' in read ? read.problems.map(problemText) : []
}

/** The file of three people, with the cells of one column replaced from the first person on. */
const withCells = (column: string, ...cells: readonly string[]) => {
  const lines = toCsv(three).trimEnd().split('\r\n')
  const index = lines[0]?.split(',').indexOf(column) ?? -1
  return lines
    .map((line, number) => {
      const cell = number === 0 ? undefined : cells[number - 1]
      return cell === undefined ? line : line.split(',').with(index, cell).join(',')
    })
    .join('\n')
}

describe('a good file', () => {
  test('gives its rows, in UTF-8 with and without BOM', () => {
    expect(rowsOf(bytes(toCsv(three)))).toEqual(three)
    expect(rowsOf(bytes(`\uFEFF${toCsv(three)}`))).toEqual(three)
  })

  test('gives its rows in Shift_JIS, with the characters Microsoft added to it', () => {
    const people = [row('E1', { name: '髙﨑 ①郎', department: '㈱部', section: '～纊∥－' })]
    const file = iconv.encode(toCsv(people), 'cp932')
    expect(readPeopleCsv(file)).toEqual({ rows: people, encoding: 'Shift_JIS' })
  })

  test.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('may end its lines with %s', (_, end) => {
    expect(rowsOf(bytes(toCsv(three).replaceAll('\r\n', end)))).toEqual(three)
  })

  test('may have its columns in any order, and blank columns and lines at the end', () => {
    const lines = toCsv(three).trimEnd().split('\r\n')
    const turned = lines.map((line) => [...line.split(',').toReversed(), '', ''].join(','))
    expect(rowsOf(bytes(`${turned.join('\n')}\n\n,,,,\n`))).toEqual(three)
  })

  test('may have what spreadsheets make of it: dates with slashes, spaces, capital letters', () => {
    expect(rowsOf(bytes(withCells('valid_from', '2026/4/1')))).toEqual(three)
    expect(rowsOf(bytes(withCells('name', '　試験 E1 ')))).toEqual(three)
    const upper = three[0]?.aadObjectId?.toUpperCase() ?? ''
    expect(rowsOf(bytes(withCells('aad_object_id', upper)))).toEqual(three)
  })

  test('may write a status with underscores, and several roles', () => {
    expect(rowsOf(bytes(withCells('status', 'dispatched_out')))[0]?.status).toBe('dispatchedOut')
    expect(rowsOf(bytes(withCells('roles', 'hr; admin;hr;')))[0]?.roles).toEqual(['hr', 'admin'])
  })

  test('reads a line break inside a cell as a space', () => {
    expect(rowsOf(bytes(withCells('section', '"財政\n課"')))[0]?.section).toBe('財政 課')
  })

  test.each(['=1+1', '+81', '@here', '=HYPERLINK(A1)'])('takes %j for text', (name) => {
    expect(rowsOf(bytes(withCells('name', name)))[0]?.name).toBe(name)
  })

  test('is the whole synthetic city, which comes back as it was', () => {
    const city = generateCity()
    expect(rowsOf(bytes(toCsv(city)))).toEqual(city)
  })
})

describe('a bad file is refused', () => {
  test('when it is empty, or has a header only', () => {
    expect(problemsOf('')).toEqual(['ファイルが空です。'])
    expect(problemsOf('\n\n')).toEqual(['ファイルに何も書かれていません。'])
    expect(problemsOf(toCsv([]))).toEqual(['見出しの行だけで、職員の行が1つもありません。'])
  })

  test('when its bytes are no text', () => {
    expect(problemsOf(`${toCsv(three)}\0`)[0]).toContain('NUL')
    expect(problemsOf(Buffer.from(toCsv(three), 'utf16le'))[0]).toContain('NUL')
    expect(problemsOf(Uint8Array.of(0x81, 0x20, 0xff, 0xfe))[0]).toContain('UTF-8でもShift_JISでも')
  })

  test('when a quote stays open, by the line where it opens', () => {
    const file = withCells('name', '試験', '"開いた')
    expect(problemsOf(file)).toEqual([expect.stringMatching(/^3行目: .*引用符/)])
  })

  test('when columns are missing, unknown or twice there', () => {
    const file = toCsv(three).replace('email,', 'e-mail,').replace('kana,', 'name,')
    expect(problemsOf(file)).toEqual([
      '1行目: kana列がありません。',
      '1行目: email列がありません。',
      '1行目 「name」列（3列目）: 同じ名前の列が2つあります。',
      '1行目 「e-mail」列（4列目）: この名前の列は使いません。列を消すか、名前を直してください。',
    ])
  })

  test('when it is separated by something else than commas', () => {
    expect(problemsOf(toCsv(three).replaceAll(',', '\t'))).toEqual([
      '1行目: 見出しの行が「,」で区切られていません。コンマ区切りのCSVで保存し直してください。',
    ])
  })

  test('when a row has more or fewer cells than the header', () => {
    const lines = toCsv(three).trimEnd().split('\r\n')
    const file = [lines[0], `${lines[1]},余り`, lines[2]?.slice(0, -11), lines[3]].join('\n')
    expect(problemsOf(file)).toEqual([
      expect.stringMatching(/^2行目: 列の数が合いません（16列のはずが17列です）/),
      expect.stringMatching(/^3行目: 列の数が合いません（16列のはずが15列です）/),
    ])
  })

  test.each([
    ['staff_id', '職員 1', 1],
    ['name', '', 2],
    ['email', 'taro＠iwaki', 4],
    ['position', '社長', 9],
    ['status', 'gone', 10],
    ['roles', 'hr;boss', 13],
    ['aad_object_id', '1234', 14],
    ['slack_user_id', 'taro', 15],
    ['valid_from', '2026-02-30', 16],
    ['valid_from', '', 16],
    ['department', 'あ'.repeat(101), 6],
    ['kana', 'シ\u001bケン', 3],
  ])('when %s is %j, by line and column', (column, cell, number) => {
    expect(problemsOf(withCells(column, cell))).toEqual([
      expect.stringMatching(new RegExp(`^2行目 ${column}列（${number}列目）: .+。$`)),
    ])
  })

  test.each(['\n', '\r\n', '\r'])(
    'by true line numbers, whatever breaks cells and lines have before (%j)',
    (end) => {
      const file = withCells('section', '"財\n\n政\n課"', '財政課', '財政課')
        .replace('E3,', '\n\n職員3,')
        .replaceAll('\n', end)
      expect(problemsOf(file)[0]).toMatch(/^9行目 staff_id列/)
    },
  )

  test('without repeating anything a terminal would act upon', () => {
    const [problem] = problemsOf(withCells('position', '\u001b[2J\u202e=cmd()'))
    expect(problem).toContain('「�[2J�=cmd()」')
    expect(problem).not.toContain('\u001b')
    expect(problem).not.toContain('\u202e')
  })

  test('when a person has two rows of one day, by the other line', () => {
    expect(problemsOf(toCsv([row('E1'), row('E2'), row('E1')]))).toEqual([
      '4行目 valid_from列（16列目）: E1の2026-04-01からの行が、2行目にもあります。どちらか1つにしてください。',
    ])
  })

  test('when an address is handed on before its owner has left, and not after', () => {
    const email = 'soumu@iwaki.example'
    const owner = row('E1', { email, validFrom: '2020-04-01' })
    const left = row('E1', { email, validFrom: '2024-04-01', status: 'left' })
    const heir = row('E2', { email, validFrom: '2024-04-01' })
    expect(problemsOf(toCsv([owner, left, heir]))).toEqual([])
    const early = row('E2', { email, validFrom: '2024-03-31' })
    expect(problemsOf(toCsv([owner, left, early]))).toEqual([
      expect.stringMatching(/^4行目 email列.*2行目のE1も/),
    ])
  })

  test('when two people share an address, however it is written', () => {
    const shared = {
      email: 'A@iwaki.example',
      slackUserId: 'U12345',
      aadObjectId: row('E1').aadObjectId,
    }
    const file = toCsv([row('E1', shared), row('E2', { ...shared, email: 'a@IWAKI.example' })])
    expect(problemsOf(file)).toEqual([
      expect.stringMatching(/^3行目 email列（4列目）: .*2行目のE1も/),
      expect.stringMatching(/^3行目 aad_object_id列（14列目）: .*2行目のE1も/),
      expect.stringMatching(/^3行目 slack_user_id列（15列目）: .*2行目のE1も/),
    ])
  })

  test('but one person may keep an address over several rows', () => {
    expect(problemsOf(toCsv([row('E1'), row('E1', { validFrom: '2027-04-01' })]))).toEqual([])
  })

  test('when an evaluator is not in it, or is the person', () => {
    const file = withCells('primary_evaluator', 'E9', 'E2')
    expect(problemsOf(file)).toEqual([
      '2行目 primary_evaluator列（11列目）: 「E9」という職員番号の人は、このファイルにいません。',
      '3行目 primary_evaluator列（11列目）: 本人が本人の評価者になっています。',
    ])
  })

  test('when evaluators go in a circle, first-hand or second', () => {
    const circle = toCsv([
      row('E0', { primaryEvaluator: 'E1' }),
      row('E1', { primaryEvaluator: 'E2' }),
      row('E2', { secondaryEvaluator: 'E3' }),
      row('E3', { primaryEvaluator: 'E1' }),
    ])
    expect(problemsOf(circle)).toEqual([
      '3行目 primary_evaluator列（11列目）: 評価者が輪になっています（2026-04-01時点、E1→E2→E3→E1）。',
    ])
  })

  test('only for circles of one day: two who evaluate each other in turn are fine', () => {
    const turns = toCsv([
      row('E1', { primaryEvaluator: 'E2' }),
      row('E1', { validFrom: '2027-04-01' }),
      row('E2'),
      row('E2', { primaryEvaluator: 'E1', validFrom: '2027-04-01' }),
    ])
    expect(problemsOf(turns)).toEqual([])
  })

  test('when it has too many rows, and tells the first problems of very many', () => {
    const line = toCsv([row('E1')]).split('\r\n')[1]
    const header = toCsv([])
    expect(problemsOf(header + `${line}\n`.repeat(rowsMax + 1))[0]).toContain('上限は50,000行')
    const read = readPeopleCsv(bytes(header + `${line}x\n`.repeat(300)))
    expect(read).toMatchObject({ problemCount: 300 })
    expect('problems' in read && read.problems).toHaveLength(problemsMax)
  })
})

test('whatever bytes it is given, it answers with rows or problems', () => {
  const header = bytes(toCsv([]))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (tail, withHeader) => {
      const read = readPeopleCsv(withHeader ? Buffer.concat([header, tail]) : tail)
      expect('problems' in read ? read.problems.length : read.rows.length).toBeGreaterThan(0)
    }),
  )
})

test('cells that look like formulas are written so that a spreadsheet shows them as text', () => {
  const csv = toCsv([row('E1', { name: '=1+1', kana: '@a,"b"' })])
  expect(csv).toContain(`E1,'=1+1,"'@a,""b"""`)
})
