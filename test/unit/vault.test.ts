import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../services/secret.ts'
import { type KeyEncryption, VaultUnavailable } from '../../services/vault/key-encryption.ts'
import {
  openVault,
  plaintextBytesMax,
  type Sealed,
  sealedSchema,
  VaultUnreadable,
} from '../../services/vault/vault.ts'

const words = '上司の言動について相談したい。👩‍👩‍👧‍👦 𠮷野'
const context = 'self-report/E00042/2026/health'

/** A key that hides data keys by handing them out by name alone; `destroy` is what it sounds like. */
const keysInMemory = () => {
  const dataKeys = new Map<string, Uint8Array>()
  const keys: KeyEncryption = {
    wrap: async (dataKey) => {
      const wrapped = randomBytes(16)
      dataKeys.set(wrapped.toString('hex'), Uint8Array.from(dataKey))
      return { keyId: 'k', wrapped }
    },
    unwrap: async ({ wrapped }) => {
      const found = dataKeys.get(Buffer.from(wrapped).toString('hex'))
      if (!found) throw new Error(`no such key; the text was ${words}`)
      return found
    },
  }
  return { keys, destroy: () => dataKeys.clear() }
}

const setup = () => {
  const { keys, destroy } = keysInMemory()
  return { vault: openVault(keys), destroy }
}

const opened = async (text: Promise<Secret<string>>): Promise<string> => (await text).reveal()

describe('a vault', () => {
  it.each(['', 'あ', words, 'x'.repeat(252), 'x'.repeat(253), '目標'.repeat(80_000)])(
    'gives back what was sealed (%#)',
    async (text) => {
      const { vault } = setup()
      const sealed = await vault.seal(new Secret(text), context)
      expect(await opened(vault.open(sealed, context))).toBe(text)
    },
  )

  it('seals to plain JSON that its schema knows', async () => {
    const { vault } = setup()
    const sealed = await vault.seal(new Secret(words), context)
    const stored = sealedSchema.parse(JSON.parse(JSON.stringify(sealed)))
    expect(await opened(vault.open(stored, context))).toBe(words)
    expect(sealedSchema.safeParse({ ...sealed, note: words }).success).toBe(false)
    expect(sealedSchema.safeParse({ ...sealed, v: 2 }).success).toBe(false)
  })

  it('lets nothing of the text be seen, not even how long a short one is', async () => {
    const { vault } = setup()
    const sealed = await vault.seal(new Secret(words), context)
    const bytes = Object.values(sealed).map((value) => Buffer.from(String(value), 'base64url'))
    for (const part of bytes) expect(part.includes(words)).toBe(false)
    expect(JSON.stringify(sealed)).not.toMatch(/相談|E00042/)
    const lengths = ['', 'はい', 'いいえ', words].map(async (text) => {
      return (await vault.seal(new Secret(text), context)).text.length
    })
    expect(new Set(await Promise.all(lengths)).size).toBe(1)
  })

  it('never seals twice alike', async () => {
    const { vault } = setup()
    const [one, two] = [
      await vault.seal(new Secret(words), context),
      await vault.seal(new Secret(words), context),
    ]
    for (const part of ['wrappedKey', 'iv', 'tag', 'text'] as const) {
      expect(one[part]).not.toBe(two[part])
    }
  })

  it('hands the text out as a Secret', async () => {
    const { vault } = setup()
    const text = await vault.open(await vault.seal(new Secret(words), context), context)
    expect(String(text) + JSON.stringify({ text }) + inspect({ text })).not.toContain('相談')
  })

  it.each([
    'self-report/E00043/2026/health',
    'self-report/E00042/2026/health/',
    'consultation/E00042/2026/health',
    'self-report/E00042/2026',
  ])('opens nothing for the context %s', async (other) => {
    const { vault } = setup()
    const sealed = await vault.seal(new Secret(words), context)
    await expect(vault.open(sealed, other)).rejects.toThrow(VaultUnreadable)
  })

  it.each(['keyId', 'wrappedKey', 'iv', 'tag', 'text'] as const)(
    'notices every changed letter of %s',
    async (part) => {
      const { vault } = setup()
      const sealed = await vault.seal(new Secret('はい'), context)
      const value = sealed[part]
      for (let at = 0; at < value.length; at += 1) {
        const letter = value[at] === 'A' ? 'B' : 'A'
        const bent = { ...sealed, [part]: value.slice(0, at) + letter + value.slice(at + 1) }
        await expect(vault.open(bent, context)).rejects.toThrow(VaultUnreadable)
      }
    },
  )

  it.each(['wrappedKey', 'iv', 'tag', 'text'] as const)(
    'notices a %s cut short, drawn out, or taken from another record',
    async (part) => {
      const { vault } = setup()
      const sealed = await vault.seal(new Secret(words), context)
      const other = await vault.seal(new Secret(words), context)
      const value = sealed[part]
      for (const bent of [value.slice(0, -4), `${value}AAAA`, 'A', '', '=', other[part]]) {
        await expect(vault.open({ ...sealed, [part]: bent }, context)).rejects.toThrow(
          VaultUnreadable,
        )
      }
    },
  )

  it('opens nothing once the key is destroyed', async () => {
    const { vault, destroy } = setup()
    const sealed = await vault.seal(new Secret(words), context)
    destroy()
    await expect(vault.open(sealed, context)).rejects.toThrow(VaultUnreadable)
  })

  it('says the same, and nothing more, whatever is wrong', async () => {
    const { vault, destroy } = setup()
    const sealed = await vault.seal(new Secret(words), context)
    const failures = [
      vault.open(sealed, 'other/place'),
      vault.open({ ...sealed, tag: 'A' }, context),
    ]
    destroy()
    failures.push(vault.open(sealed, context), vault.open({} as Sealed, context))
    const errors = await Promise.all(failures.map((one) => one.catch((error: unknown) => error)))
    const said = errors.map((error) => inspect(error, { depth: 9 }).split('\n')[0])
    expect(new Set(said)).toEqual(new Set(['VaultUnreadable: vault: this cannot be read']))
    expect(inspect(errors, { depth: 9, showHidden: true })).not.toContain('相談')
  })

  it('says apart when the key is only out of reach', async () => {
    const { keys } = keysInMemory()
    const sealed = await openVault(keys).seal(new Secret(words), context)
    const away = async () => Promise.reject(new VaultUnavailable('away'))
    const vault = openVault({ wrap: away, unwrap: away })
    await expect(vault.open(sealed, context)).rejects.toThrow(VaultUnavailable)
    await expect(vault.seal(new Secret(words), context)).rejects.toThrow(VaultUnavailable)
  })

  it('refuses too long a text and a context without a purpose, and repeats neither', async () => {
    const { vault } = setup()
    const long = new Secret('相'.repeat(plaintextBytesMax / 3 + 1))
    await expect(vault.seal(long, context)).rejects.toThrow(
      /^vault: the text is over 500000 bytes$/,
    )
    for (const bad of ['', 'health', '/health', 'health/', `a/${'b'.repeat(500)}`]) {
      await expect(vault.seal(new Secret(words), bad)).rejects.toThrow(/^vault: .*context/)
    }
  })
})
