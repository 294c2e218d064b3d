import { z } from 'zod'
import { Secret } from '../secret.ts'
export const sealedSchema = z.strictObject({ v: z.literal(1), text: z.string() })
export type Sealed = z.output<typeof sealedSchema>
export type Vault = {
  seal(plaintext: Secret<string>, context: string): Promise<Sealed>
  open(sealed: Sealed, context: string): Promise<Secret<string>>
}
export const stubVault: Vault = {
  seal: async (p) => ({ v: 1, text: Buffer.from(p.reveal()).toString('base64') }),
  open: async (s) => new Secret(Buffer.from(s.text, 'base64').toString()),
}
