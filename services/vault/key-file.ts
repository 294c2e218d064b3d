/** The key-encryption key of local mode: a file for the owner's eyes alone, made at the first start. */
import assert from 'node:assert/strict'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { KeyEncryption } from './key-encryption.ts'

/** The key file cannot be used as it is. The message says what is wrong and what to do. */
export class KeyFileRefused extends Error {
  override readonly name = 'KeyFileRefused'
}

type MasterKey = { readonly id: string; readonly bytes: Buffer }

const keyBytes = 32
const ivBytes = 12
const tagBytes = 16
const keysMax = 100
const heading = 'hitozukuri keys 1: one a line, the last wraps, the others still open'
const line = /^([A-Za-z0-9_-]{16}) ([A-Za-z0-9_-]{43})$/

const derived = (key: Buffer, label: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `hitozukuri/key-file/1/${label}`, keyBytes))

/** A key is named after itself, so that a damaged one is noticed before it wraps anything. */
const named = (bytes: Buffer): MasterKey => ({
  id: derived(bytes, 'name').toString('base64url').slice(0, 16),
  bytes,
})

const fileText = (keys: readonly MasterKey[]): string =>
  `${[heading, ...keys.map(({ id, bytes }) => `${id} ${bytes.toString('base64url')}`)].join('\n')}\n`

/** Where files have no such modes (Windows), the folder's own rights must do. */
const checkPrivate = (path: string, mode: number): void => {
  if (process.platform === 'win32' || (mode & 0o077) === 0) return
  throw new KeyFileRefused(
    `${path} can be read by others (mode ${(mode & 0o777).toString(8)}). Run: chmod 600 ${path}; ` +
      'and if somebody may have read it, add a new key.',
  )
}

const parsedLine = (path: string, text: string, number: number): MasterKey => {
  const [, id, key] = line.exec(text) ?? []
  const found = key === undefined ? undefined : named(Buffer.from(key, 'base64url'))
  if (found && found.id === id) return found
  throw new KeyFileRefused(
    `${path}: line ${number} is not a key as this program writes it. Restore the file from its ` +
      'backup; without its keys what they sealed cannot be read again.',
  )
}

const parsed = (path: string, text: string): readonly MasterKey[] => {
  const [first, ...rest] = text.split('\n')
  const lines = rest.at(-1) === '' ? rest.slice(0, -1) : rest
  if (first !== heading || lines.length === 0 || lines.length > keysMax) {
    throw new KeyFileRefused(
      `${path} is not a key file of this program. Restore it from its backup.`,
    )
  }
  return lines.map((one, index) => parsedLine(path, one, index + 2))
}

const read = (path: string): readonly MasterKey[] => {
  const file = openSync(path, 'r')
  try {
    checkPrivate(path, fstatSync(file).mode)
    return parsed(path, readFileSync(file, 'utf8'))
  } finally {
    closeSync(file)
  }
}

/** Writes the whole file beside the old one first: a reader sees all of it or nothing. */
const written = (path: string, keys: readonly MasterKey[]): string => {
  const beside = `${path}.${randomUUID()}`
  const file = openSync(beside, 'wx', 0o600)
  try {
    writeFileSync(file, fileText(keys))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return beside
}

const hasCode = (error: unknown, code: string): boolean =>
  z.object({ code: z.literal(code) }).safeParse(error).success

/** Of two processes making it at once one wins, and the other finds the winner's, whole. */
const makeUnlessThere = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const beside = written(path, [named(randomBytes(keyBytes))])
  try {
    linkSync(beside, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(beside)
  }
}

const readOrMake = (path: string): readonly MasterKey[] => {
  try {
    return read(path)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  makeUnlessThere(path)
  return read(path)
}

const wrapped = (key: MasterKey, dataKey: Uint8Array, context: string): Buffer => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', derived(key.bytes, 'wrap'), iv)
  cipher.setAAD(Buffer.from(context))
  return Buffer.concat([iv, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
}

const unwrapped = (key: MasterKey, bytes: Uint8Array, context: string): Buffer => {
  assert(bytes.length === ivBytes + keyBytes + tagBytes, 'vault: a wrapped key of the wrong length')
  const [iv, text, tag] = [
    bytes.subarray(0, ivBytes),
    bytes.subarray(ivBytes, ivBytes + keyBytes),
    bytes.subarray(ivBytes + keyBytes),
  ]
  const decipher = createDecipheriv('aes-256-gcm', derived(key.bytes, 'wrap'), iv)
  decipher.setAAD(Buffer.from(context)).setAuthTag(tag)
  return Buffer.concat([decipher.update(text), decipher.final()])
}

/**
 * Opens the key file, and makes it where there is none. Throws KeyFileRefused where others may read it
 * or it is damaged. Back the file up apart from the database: neither is of use without the other.
 */
export const openKeyFile = ({ path }: { readonly path: string }): KeyEncryption => {
  const keys = readOrMake(path)
  const newest = keys.at(-1)
  assert(newest, 'vault: a key file without a key')
  return {
    async wrap(dataKey, context) {
      return { keyId: newest.id, wrapped: wrapped(newest, dataKey, context) }
    },
    async unwrap({ keyId, wrapped: bytes }, context) {
      const key = keys.find(({ id }) => id === keyId)
      assert(key, 'vault: the key is gone')
      return unwrapped(key, bytes, context)
    },
  }
}

/**
 * Adds a key that wraps from the next start on; the older ones still open what they sealed. Taking an
 * older line out of the file destroys what it sealed. One rotation at a time: the last writer wins.
 */
export const addKeyToFile = ({ path }: { readonly path: string }): void => {
  const keys = [...readOrMake(path), named(randomBytes(keyBytes))]
  if (keys.length > keysMax) throw new KeyFileRefused(`${path} holds ${keysMax} keys already.`)
  renameSync(written(path, keys), path)
}
