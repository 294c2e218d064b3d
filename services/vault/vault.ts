/**
 * Seals what only few may read: consultations, reply addresses, health and family fields. Every record
 * has a key of its own, which lies beside it wrapped by the key-encryption key. Destroy that, or the
 * wrapped key, and the record is destroyed.
 */
import assert from 'node:assert/strict'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Secret } from '../secret.ts'
import { type KeyEncryption, VaultUnavailable } from './key-encryption.ts'

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** A sealed text as it lies in a document: plain JSON, bytes in base64url. */
export const sealedSchema = z.strictObject({
  v: z.literal(1),
  keyId: z.string().min(1).max(500),
  wrappedKey: base64url,
  iv: base64url,
  tag: base64url,
  text: base64url,
})

/** A sealed text as it lies in a document. */
export type Sealed = z.infer<typeof sealedSchema>

/** Sealing and opening texts. */
export type Vault = {
  /**
   * Seals a text for one place. `context` says which, purpose first (`self-report/E00042/2026/health`):
   * moved to any other place it cannot be opened. Rejects with VaultUnavailable.
   */
  seal(plaintext: Secret<string>, context: string): Promise<Sealed>
  /** The text again. Rejects with VaultUnreadable, or VaultUnavailable where asking later may help. */
  open(sealed: Sealed, context: string): Promise<Secret<string>>
}

/** It was tampered with, belongs to another place, or its key is gone. Which of these is nobody's business. */
export class VaultUnreadable extends Error {
  override readonly name = 'VaultUnreadable'

  constructor() {
    super('vault: this cannot be read')
  }
}

/** The longest text that can be sealed, in UTF-8 bytes: sealed it still fits a document. */
export const plaintextBytesMax = 500_000

const keyBytes = 32
const ivBytes = 12
const tagBytes = 16
const lengthBytes = 4

/** Texts are filled up to a multiple of this, so that their length does not tell はい from いいえ. */
const frameBytes = 256

const contextLengthMax = 500

const framed = (plaintext: Secret<string>): Buffer => {
  const text = Buffer.from(plaintext.reveal())
  assert(text.length <= plaintextBytesMax, `vault: the text is over ${plaintextBytesMax} bytes`)
  const frames = Math.ceil((lengthBytes + text.length) / frameBytes)
  const frame = Buffer.alloc(frames * frameBytes)
  frame.writeUInt32BE(text.length)
  text.copy(frame, lengthBytes)
  text.fill(0)
  return frame
}

const unframed = (frame: Buffer): Secret<string> => {
  const length = frame.readUInt32BE()
  return new Secret(frame.toString('utf8', lengthBytes, lengthBytes + length))
}

/** The context goes into the key as well: not every key-encryption key can bind it to the wrapping. */
const sealingKey = (dataKey: Uint8Array, context: string): Buffer => {
  assert(dataKey.length === keyBytes, 'vault: a data key of the wrong length')
  return Buffer.from(hkdfSync('sha256', dataKey, '', `hitozukuri/seal/1/${context}`, keyBytes))
}

/** Everything that stands beside the text, so that none of it can be exchanged. */
const boundTo = (keyId: string, wrappedKey: string, context: string): Buffer =>
  Buffer.from(JSON.stringify([1, keyId, wrappedKey, context]))

const checkContext = (context: string): void => {
  assert(/^[^/]+\/./.test(context), 'vault: a context names its purpose first: purpose/…')
  assert(context.length <= contextLengthMax, 'vault: too long a context')
}

/** Strictly: base64url has more than one spelling of the same bytes, only one is ever written. */
const bytesOf = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64url')
  assert(bytes.toString('base64url') === text, 'vault: not canonical')
  return bytes
}

const sealWith = async (
  keys: KeyEncryption,
  plaintext: Secret<string>,
  context: string,
): Promise<Sealed> => {
  const frame = framed(plaintext)
  const dataKey = randomBytes(keyBytes)
  const { keyId, wrapped } = await keys.wrap(dataKey, context)
  const wrappedKey = Buffer.from(wrapped).toString('base64url')
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(dataKey, context), iv)
  cipher.setAAD(boundTo(keyId, wrappedKey, context))
  const text = Buffer.concat([cipher.update(frame), cipher.final()])
  frame.fill(0)
  dataKey.fill(0)
  return {
    v: 1,
    keyId,
    wrappedKey,
    iv: iv.toString('base64url'),
    tag: cipher.getAuthTag().toString('base64url'),
    text: text.toString('base64url'),
  }
}

const openWith = async (
  keys: KeyEncryption,
  sealed: Sealed,
  context: string,
): Promise<Secret<string>> => {
  const { keyId, wrappedKey, iv, tag, text } = sealedSchema.parse(sealed)
  const dataKey = await keys.unwrap({ keyId, wrapped: bytesOf(wrappedKey) }, context)
  const key = sealingKey(dataKey, context)
  const decipher = createDecipheriv('aes-256-gcm', key, bytesOf(iv), { authTagLength: tagBytes })
  decipher.setAAD(boundTo(keyId, wrappedKey, context))
  decipher.setAuthTag(bytesOf(tag))
  return unframed(Buffer.concat([decipher.update(bytesOf(text)), decipher.final()]))
}

/** A vault over a key-encryption key. Purposes that must not share a key get a vault each. */
export const openVault = (keys: KeyEncryption): Vault => ({
  async seal(plaintext, context) {
    checkContext(context)
    return sealWith(keys, plaintext, context)
  },
  async open(sealed, context) {
    checkContext(context)
    try {
      return await openWith(keys, sealed, context)
    } catch (error) {
      throw error instanceof VaultUnavailable ? error : new VaultUnreadable()
    }
  },
})
