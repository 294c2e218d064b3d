/** Adaptive Card JSON as it is passed around (placeholder types until the projection's own land). */
export type AdaptiveCard = { readonly type: 'AdaptiveCard'; readonly [key: string]: unknown }
