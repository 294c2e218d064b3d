import { randomInt } from 'node:crypto'

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const letter = (): string => letters.charAt(randomInt(letters.length))
const four = (): string => `${letter()}${letter()}${letter()}${letter()}`

/** A receipt number (`R8-7K3M-Q2XW`): the fiscal year of the era 令和 and eight random letters, so that it tells nothing about the person. */
export const newReceiptNumber = (fiscalYear: number): string =>
  `R${fiscalYear - 2018}-${four()}-${four()}`
