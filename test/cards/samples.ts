/** One or more samples of every view, the longest things a person can meet among them. */

import { refusals } from '../../services/errors.ts'
import {
  type Field,
  type FieldName,
  fieldNames,
  fields,
  fieldsOf,
  pageCount,
} from '../../services/self-report/form.ts'
import type { FormInput, Row } from '../../services/self-report/shown.ts'
import type { View, ViewName } from '../../services/vocabulary.ts'
import { long, nasty, policySamples } from './policy-samples.ts'

const units = Array.from({ length: 170 }, (_, index) => `長い名前の部${index} 長い名前の課`)

const inputsOf = (page: number, text: string): FormInput[] =>
  fieldsOf(page).map((name) => {
    const field = fields[name]
    const list = field.kind === 'unit' ? units : 'choices' in field ? field.choices : []
    const values = {
      text,
      number: '12',
      tick: 'true',
      unit: units[3] ?? '',
      choice: '',
      choices: '',
    }
    return {
      name,
      label: field.label,
      kind: field.kind,
      value: field.kind in values ? values[field.kind] || (list[0] ?? '') : '',
      choices: list.map((title) => ({ title, value: title })),
      lengthMax: 'lengthMax' in field ? field.lengthMax : 0,
      numberMax: 'numberMax' in field ? field.numberMax : 0,
      placeholder: 'placeholder' in field ? field.placeholder : '',
    }
  })

type Text = (name: FieldName) => string

/** As many lines as a text can have: each is a paragraph of its own, and in Slack often a block. */
const lines: Text = (name) => {
  const field: Field = fields[name]
  return field.kind === 'text' ? 'あ\n'.repeat(400).slice(0, field.lengthMax) : 'どちらともいえない'
}

const rows = (names: readonly FieldName[], text: Text): Row[] =>
  names.map((name) => ({
    label: fields[name].label,
    value: text(name),
    personnelOnly: fields[name].visibleTo === 'personnel',
  }))

const sections = (text: Text) =>
  Array.from({ length: pageCount }, (_, index) => ({
    page: index + 1,
    heading: `ページ${index + 1}`,
    rows: rows(fieldsOf(index + 1), text),
  }))

const form = (page: number, text: string, others: readonly Row[] = []): View => ({
  view: 'self-report.form',
  fiscalYear: 2026,
  session: '3-a1b2c3d4e5',
  page,
  pages: pageCount,
  heading: 'これからの希望',
  dueOn: '2026-11-30',
  inputs: inputsOf(page, text),
  personnelOnly: fieldsOf(page),
  problems: fieldsOf(page).map((field) => ({
    field,
    label: fields[field].label,
    sentence: '一覧にない答えです。選び直してください。',
  })),
  notice: 'ほかの画面で、同じページが書き直されていました。',
  others,
  overlong: fieldsOf(page).flatMap((field) => [
    { field, label: fields[field].label, text: 'now' as const },
    { field, label: fields[field].label, text: 'before' as const },
  ]),
  unkept: [],
})

/** The form once more, with texts of which nothing is kept. */
const unkept = (page: number): View<'self-report.form'> => ({
  view: 'self-report.form',
  fiscalYear: 2026,
  session: '3-a1b2c3d4e5',
  page,
  pages: pageCount,
  heading: 'これからの希望',
  inputs: inputsOf(page, 'あ\n'.repeat(600)),
  personnelOnly: fieldsOf(page),
  problems: [],
  notice: refusals.SELF_REPORT_TOO_LONG,
  others: [],
  overlong: [],
  unkept: fieldsOf(page).map((name) => ({
    label: fields[name].label,
    text: 'あ\n'.repeat(50_000),
  })),
})

const receipt = { receiptNumber: 'R8-ABCD-2345', version: 2, submittedOn: '2026-10-20' } as const

/** Samples by view: the compiler asks for each. */
export const samples: { readonly [N in ViewName]: readonly View<N>[] } = {
  home: [
    { view: 'home', name: '中山 菜月', tasks: [], doors: [] },
    { view: 'home', name: '中山 菜月', notice: nasty, tasks: [], doors: [] },
    {
      view: 'home',
      name: nasty,
      tasks: [1, 2, 3, 4, 5].map(() => ({
        job: '自己申告',
        sentence: '途中です（2 / 7）。10月29日(木)まで。続きは約5分です。',
        button: { title: '下書きを続ける', action: 'self-report.open', args: {} },
      })),
      doors: [{ title: '方針Q&Aの手入れ', action: 'policy-qa.open' }],
    },
  ],
  refusal: [
    { view: 'refusal', code: 'NOT_FOUND', typed: [] },
    {
      view: 'refusal',
      code: 'SELF_REPORT_CLOSED',
      detail: '詳しく',
      typed: [
        { label: '担当している仕事', text: nasty },
        { label: 'そう思う理由', text: long(2_000) },
      ],
    },
    {
      view: 'refusal',
      code: 'MALFORMED',
      typed: fieldsOf(5).map((name) => ({ label: name, text: 'あ\n'.repeat(50_000) })),
    },
    {
      view: 'refusal',
      code: 'BUSY',
      typed: [],
      retry: { action: 'self-report.submit', args: { fiscalYear: 2026, revision: 7 } },
    },
  ],
  'self-report.form': Array.from({ length: pageCount }, (_, index) => index + 1).flatMap((page) => [
    form(page, ''),
    form(
      page,
      nasty,
      rows(fieldNames.slice(0, 3), () => nasty),
    ),
    form(
      page,
      long(1_200),
      rows(fieldNames.slice(0, 3), () => long(1_200)),
    ),
    form(page, 'あ\n'.repeat(400), rows(fieldsOf(page), lines)),
    unkept(page),
  ]) as View<'self-report.form'>[],
  'self-report.review': [
    {
      view: 'self-report.review',
      fiscalYear: 2026,
      revision: 9,
      dueOn: '2026-11-30',
      handedIn: false,
      open: true,
      overlong: [],
      sections: sections(() => nasty),
      problems: [],
    },
    {
      view: 'self-report.review',
      fiscalYear: 2026,
      revision: 9,
      dueOn: '2026-11-30',
      handedIn: false,
      open: true,
      overlong: [],
      sections: sections(lines),
      problems: [],
    },
    {
      view: 'self-report.review',
      fiscalYear: 2026,
      revision: 9,
      dueOn: '2026-11-30',
      handedIn: true,
      open: true,
      overlong: [],
      sections: sections(() => long(800)),
      problems: [{ field: 'unit2', label: '希望部署 2', sentence: '同じです。', page: 3 }],
      notice: 'ほかの画面で内容が変わっていました。',
    },
    {
      view: 'self-report.review',
      fiscalYear: 2026,
      revision: 9,
      dueOn: '2026-11-30',
      handedIn: true,
      open: false,
      sections: sections(lines),
      problems: [],
      overlong: (['now', 'before'] as const).map((text) => ({
        field: 'duties',
        label: '担当している仕事',
        text,
      })),
    },
  ],
  'self-report.saved': [{ view: 'self-report.saved', page: 2, pages: 7, dueOn: '2026-11-30' }],
  'self-report.receipt': [
    { view: 'self-report.receipt', fiscalYear: 2026, dueOn: '2026-11-30', ...receipt },
  ],
  'self-report.content': [
    {
      view: 'self-report.content',
      fiscalYear: 2026,
      ...receipt,
      sections: sections(() => long(800)),
      draftOpen: true,
      amendable: true,
    },
    {
      view: 'self-report.content',
      fiscalYear: 2026,
      ...receipt,
      sections: sections(lines),
      draftOpen: true,
      amendable: false,
    },
  ],
  'self-report.withdrawal': [
    {
      view: 'self-report.withdrawal',
      fiscalYear: 2026,
      revision: 4,
      receiptNumber: 'R8-ABCD-2345',
    },
  ],
  'self-report.withdrawn': [
    {
      view: 'self-report.withdrawn',
      fiscalYear: 2026,
      receiptNumber: 'R8-ABCD-2345',
      dueOn: '2026-11-30',
      open: true,
      earlier: false,
    },
    {
      view: 'self-report.withdrawn',
      fiscalYear: 2026,
      receiptNumber: 'R8-ABCD-2345',
      dueOn: '2026-11-30',
      open: false,
      earlier: true,
    },
  ],
  'self-report.overlong': [
    {
      view: 'self-report.overlong',
      fiscalYear: 2026,
      field: 'duties',
      label: '担当している仕事',
      part: 2,
      parts: 40,
      text: long(2_500),
      rewritten: false,
      page: 1,
    },
    {
      view: 'self-report.overlong',
      fiscalYear: 2026,
      field: 'duties',
      label: '担当している仕事',
      part: 40,
      parts: 40,
      text: long(2_500),
      rewritten: true,
    },
  ],
  ...policySamples,
}
