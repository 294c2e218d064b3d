/** A passage of the policy that can be quoted: a paragraph, a bullet, a row or a piece of a table cell. */
export type Passage = {
  /** p1, p2, … in the order of the document. */
  id: string
  /** The document's own letters; only markup, bars and doubled white space are gone. At most 800 letters. */
  text: string
  /** `head` marks bare heads of tables and diagrams, which answer nothing by themselves. */
  kind:
    | 'head'
    | 'paragraph'
    | 'item'
    | 'row'
    | 'cell'
    | 'note'
    | 'marks'
    | 'group'
    | 'roles'
    | 'skill'
    | 'imprint'
  /** Chapter heading and the headings under it, joined. */
  section: string
  page: number | null
  /** Words that stand over the passage: headings of the text, 【labels】, row and column heads. */
  heads: string[]
  labels: string[]
  facets: Facets
}

/** What a passage is about, where the document says so by a table or a heading. */
export type Facets = {
  position?: string
  ability?: string
  job?: string
  stage?: string
  item?: string
}

/** One line of the table of circles. `marks` runs parallel to `positions` of the document. */
export type MatrixRow = { group: string; ability: string; marks: boolean[]; passageId: string }

/** What an ability means for one position. */
export type Skill = { ability: string; text: string; passageId: string }

/** A position (職位) with every name the document gives it, and where its roles and abilities stand. */
export type Position = {
  name: string
  names: string[]
  roles: string[]
  rolesId: string | null
  skills: Skill[]
}

/** A stage of a career: 能力育成期 (主事～事務主任). `names` are the positions it names, folded. */
export type Stage = { label: string; name: string; range: string; names: string[]; isOpen: boolean }

/** The stages of one kind of work, and the head row of the table that names them. */
export type Career = { job: string; stages: Stage[]; passageId: string }

/** A heading of the document with its page, for "on which page is …". */
export type Heading = { title: string; level: number; section: string; page: number | null }

/** The policy in numbered passages, with the tables that questions are asked of. */
export type PolicyDocument = {
  title: string
  /** いわき市: the city whose policy this is, as the title begins. Empty where the title names none. */
  city: string
  passages: Passage[]
  headings: Heading[]
  positions: Position[]
  matrix: MatrixRow[]
  careers: Career[]
}

/** What ingestion made of a file, for the person who puts it live. */
export type IngestReport = {
  headings: number
  pages: number
  passages: number
  tables: { kind: string; rows: number; line: number }[]
  positions: string[]
  abilities: string[]
  jobs: string[]
  /** Things a reader should check, each with its line where it has one, in Japanese. */
  notes: string[]
}
