import type { CardAction, JsonObject } from '../adaptive-card.ts'
import type { Block } from './blocks.ts'
import { limits } from './limits.ts'
import { inputKey, shortened } from './strings.ts'

/** Where the blocks are shown; each has its own limits. */
export type Surface = 'message' | 'modal' | 'home'

/** The projection in the making: what the parts of one card have to know of each other. */
export type Draft = {
  readonly surface: Surface
  /** Whether `rich_text` and `table` blocks may be used. */
  readonly rich: boolean
  readonly lang: string
  /** Ids of elements that some Action.ToggleVisibility would show or hide. */
  readonly toggled: ReadonlySet<string>
  /** The action that became the modal's submit button, if any: it is not drawn again. */
  readonly lifted: CardAction | undefined
  /** Text just drawn: the label of an input that has none. */
  lastText: string
  /** Whether this is a card shown in place whose inputs the modal's submit does not ask for. */
  aside: boolean
  /** Whether a heading may still become a header block (the first one does). */
  headingOpen: boolean
  /** Whether a table may still become a table block (a message has one). */
  tableOpen: boolean
  /** Everything said so far, for readers who get no blocks. */
  readonly said: string[]
  /** Says what was shortened, approximated or moved, and where. */
  warn(path: string, what: string): void
  /** The same for looks alone: told once for the whole card. */
  cosmetic(path: string, what: string): void
  /** A unique block_id for an input. */
  inputId(wanted: string, path: string): string
  /** A unique action_id for a button. */
  actionId(wanted: string, path: string): string
  /** Draws one element. */
  element(node: JsonObject, path: string): Block[]
}

/** What a draft starts from. */
export type DraftStart = Pick<Draft, 'surface' | 'rich' | 'lang' | 'toggled' | 'lifted'> & {
  /** Ids no button may have: those of the inputs. */
  readonly reserved: Iterable<string>
}

const depthMax = 60

const unique = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted
  for (let n = 2; ; n += 1) {
    const suffix = `:${n}`
    const id = `${wanted.slice(0, limits.idMax - suffix.length)}${suffix}`
    if (!taken.has(id)) return id
  }
}

type Looks = Map<string, string[]>

/** The warnings, with one line for each look that is not shown, naming where it is first. */
const warningsOf = (told: readonly string[], looks: Looks): string[] => [
  ...told,
  ...[...looks].map(([what, paths]) => {
    const others = paths.length > 1 ? ` and ${paths.length - 1} more` : ''
    return `${paths[0] ?? 'card'}${others}: Slack does not show ${what}`
  }),
]

/** A fresh draft that draws its elements with `draw`, and the warnings it gathers. */
export const startDraft = (
  start: DraftStart,
  draw: (draft: Draft, node: JsonObject, path: string) => Block[],
): { draft: Draft; warnings: () => string[] } => {
  const told: string[] = []
  const looks: Looks = new Map()
  const inputIds = new Set<string>()
  const actionIds = new Set<string>(start.reserved)
  let depth = 0
  const draft: Draft = {
    ...start,
    lastText: '',
    aside: false,
    headingOpen: true,
    tableOpen: true,
    said: [],
    warn: (path, what) => void told.push(`${path}: ${what}`),
    cosmetic: (path, what) => void looks.set(what, [...(looks.get(what) ?? []), path]),
    inputId: (wanted, path) => {
      const key = wanted === '' ? path : inputKey(wanted)
      const mine = wanted !== '' && !inputIds.has(key)
      const id = mine ? key : unique(key, actionIds)
      inputIds.add(id)
      actionIds.add(id)
      if (id !== wanted) draft.warn(path, `input id is ${id} in Slack`)
      return id
    },
    actionId: (wanted, path) => {
      const key = shortened(wanted, limits.idMax)
      if (key !== wanted) draft.warn(path, 'action_id shortened to 255 characters')
      const id = unique(key, actionIds)
      actionIds.add(id)
      return id
    },
    element: (node, path) => {
      if (depth >= depthMax) {
        draft.warn(path, 'left out, as it is nested too deeply')
        return []
      }
      depth += 1
      const blocks = draw(draft, node, path)
      depth -= 1
      return blocks
    },
  }
  return { draft, warnings: () => warningsOf(told, looks) }
}
