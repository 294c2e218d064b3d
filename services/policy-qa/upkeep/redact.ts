const numbers = /(?<![A-Za-z0-9])[A-Za-z]?\+?\d(?:[-–—‐−ー()（）\s]?\d){4,}/g
const addresses = /https?:\/\/\S+/g

/** A question without web addresses and long numbers. Rather too much is blotted out than too little. */
export const redacted = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(addresses, '〔アドレス〕')
    .replace(numbers, '〔番号〕')
