/** What the views of several jobs are made of. A leaf: types alone. */

/** An input that can't be accepted as it is, and the sentence that says what to do. */
export type InputProblem = {
  readonly field: string
  readonly label: string
  readonly sentence: string
}

/** Which page of a list (from 1), of how many, and how long the list is. */
export type ListPlace = { readonly page: number; readonly pages: number; readonly total: number }

/** What somebody typed into an input, given back: the input's label, and the whole text. */
export type Typed = { readonly label: string; readonly text: string }
