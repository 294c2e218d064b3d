/** The port to the key that wraps every record's own key. Whoever holds it can read; without it nobody can. */

/** A data key as it may lie beside the record: only the key named by `keyId` opens it. */
export type WrappedKey = { readonly keyId: string; readonly wrapped: Uint8Array }

/**
 * Wraps and unwraps data keys of 32 bytes. The context says what the record is, purpose first
 * (`self-report/E00042/2026/health`); a driver that can binds the wrapping to it.
 */
export type KeyEncryption = {
  /** Wraps under the newest key. Rejects with VaultUnavailable where the key is out of reach. */
  wrap(dataKey: Uint8Array, context: string): Promise<WrappedKey>
  /**
   * Gives the data key back. Rejects with VaultUnavailable where asking again later may help, and with
   * any other error where it never will: the key is gone, the wrapping damaged or of another context.
   */
  unwrap(key: WrappedKey, context: string): Promise<Uint8Array>
}

/** The key is out of reach just now. Nothing is lost; asking again later may help. */
export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable'
}
