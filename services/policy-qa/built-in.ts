import { readFileSync } from 'node:fs'
import type { PolicyDocument } from './document.ts'
import { ingestText } from './ingest.ts'

/** The policy that the product comes with: the city's own of October 2023, read from `documents/`. */
export const builtInDocument = (): PolicyDocument => {
  const file = new URL('documents/iwaki-2023-10.txt', import.meta.url)
  return ingestText(readFileSync(file, 'utf8')).document
}
