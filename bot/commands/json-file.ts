import { readFile } from 'node:fs/promises'

/** What a JSON file holds, or the sentence that says why it can't be read and how it should look. */
export const readJsonFile = async (
  path: string,
  example: string,
): Promise<{ readonly value: unknown } | { readonly problem: string }> => {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) {
    return { problem: 'ファイルが読めません。場所と名前を確かめてください。' }
  }
  try {
    // Windows editors put a byte order mark in front.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch {
    return { problem: `JSON として読めません。このように書いてください: ${example}` }
  }
}
