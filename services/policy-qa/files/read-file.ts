/** A policy's file as text: txt, md, docx or pdf. The readers of the last two are loaded when they are needed. */
import { fileURLToPath } from 'node:url'
import { policyLengthMax } from '../upkeep/revisions.ts'
import { textOfHtml } from './html-text.ts'
import { type Piece, textOfPages } from './pdf-lines.ts'
import { decoded, fromMarkdown } from './plain-text.ts'

/** The largest file that is read, in bytes. */
export const policyBytesMax = 30_000_000

/** The text of a file, or a sentence on why there is none and what to do. */
export type FileText = { readonly text: string } | { readonly problem: string }

const kinds = ['txt', 'md', 'docx', 'pdf'] as const
type Kind = (typeof kinds)[number]

const plain = async (bytes: Uint8Array): Promise<string | undefined> => decoded(bytes)

const markdown = async (bytes: Uint8Array): Promise<string | undefined> => {
  const text = decoded(bytes)
  return text === undefined ? undefined : fromMarkdown(text)
}

const docx = async (bytes: Uint8Array): Promise<string> => {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return textOfHtml(value)
}

const beside = (folder: string): string =>
  fileURLToPath(new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')))

const pdf = async (bytes: Uint8Array): Promise<string> => {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: beside('cmaps'),
    standardFontDataUrl: beside('standard_fonts'),
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const pages: Piece[][] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])))
    }
    return textOfPages(pages)
  } finally {
    await task.destroy()
  }
}

type Item = {
  readonly str: string
  readonly transform: readonly unknown[]
  readonly width: number
  readonly height: number
}

const pieceOf = ({ str, transform, width, height }: Item): Piece => ({
  text: str,
  x: Number(transform[4]),
  y: Number(transform[5]),
  width,
  height,
})

const readers: { readonly [kind in Kind]: (bytes: Uint8Array) => Promise<string | undefined> } = {
  txt: plain,
  md: markdown,
  docx,
  pdf,
}

const kindOf = (name: string): Kind | undefined =>
  kinds.find((kind) => name.toLowerCase().endsWith(`.${kind}`))

const unreadable =
  'このファイルは読み取れませんでした。壊れていないか、パスワードが付いていないかを確かめて、もう一度お試しください。'

const judged = (text: string | undefined): FileText => {
  if (text === undefined) {
    return {
      problem: '文字コードが UTF-8 でも Shift_JIS でもありません。UTF-8 で保存し直してください。',
    }
  }
  if (text.replace(/\s/g, '').length < 50) {
    return {
      problem:
        '文字がほとんど読み取れませんでした。画像だけの PDF のときは、文字の入った PDF か Word、テキストでお試しください。',
    }
  }
  if (text.length > policyLengthMax) {
    return { problem: `文字が多すぎます（${policyLengthMax.toLocaleString('ja-JP')}字まで）。` }
  }
  return { text: text.replace(/\r\n?/g, '\n') }
}

/** Reads a file by what its name ends in. Never rejects for what is in the file. */
export const readPolicyFile = async (bytes: Uint8Array, name: string): Promise<FileText> => {
  const kind = kindOf(name)
  if (kind === undefined)
    return { problem: 'txt、md、docx、pdf のどれかのファイルにしてください。' }
  if (bytes.length > policyBytesMax) return { problem: 'ファイルが大きすぎます（30MBまで）。' }
  try {
    return judged(await readers[kind](bytes))
  } catch {
    return { problem: unreadable }
  }
}
