/** What Teams would refuse or show wrongly, told in words. Each check returns its complaints. */
import { nodesOf } from './cards.ts'
import { type Activity, cardType, isObject, type Json, textOf } from './shapes.ts'

/** Largest activity Teams takes, in bytes of its JSON as UTF-16. */
export const activityBytesMax = 100 * 1024

/** Bytes of an activity as Teams counts them: its JSON in UTF-16. */
export const bytesOf = (activity: unknown): number => JSON.stringify(activity).length * 2

const known = new Set(
  `AdaptiveCard TextBlock Image Media MediaSource RichTextBlock TextRun Container ColumnSet Column
  FactSet Fact ImageSet ActionSet Table TableRow TableCell BackgroundImage Refresh
  Input.Text Input.Number Input.Date Input.Time Input.Toggle Input.ChoiceSet Input.Choice Data.Query
  Action.Execute Action.Submit Action.OpenUrl Action.ShowCard Action.ToggleVisibility`.split(/\s+/),
)

const versionOver = (version: unknown): boolean => {
  const [major = NaN, minor = NaN] = textOf(version).split('.').map(Number)
  return !(major === 1 && minor >= 0 && minor <= 5)
}

const nodeComplaints = (node: Json): string[] => {
  const type = textOf(node['type'])
  const complaints: string[] = []
  if (type && !known.has(type)) complaints.push(`unknown element ${type}`)
  if (type.startsWith('Input.') && !textOf(node['id'])) complaints.push(`${type} without an id`)
  if (type === 'TextBlock' && typeof node['text'] !== 'string')
    complaints.push('TextBlock without text')
  if (type === 'Action.Execute' && !isObject(node['fallback']))
    complaints.push(`Action.Execute 「${textOf(node['title'])}」 without an Action.Submit fallback`)
  if (type === 'Action.OpenUrl' && !URL.canParse(textOf(node['url'])))
    complaints.push('Action.OpenUrl without an address')
  for (const value of Object.values(node))
    if (typeof value === 'string' && value.includes('${'))
      complaints.push(`unexpanded template: ${value.slice(0, 60)}`)
  return complaints
}

const repeatedIds = (nodes: Json[]): string[] => {
  const ids = nodes
    .filter((node) => textOf(node['type']).startsWith('Input.'))
    .map((node) => textOf(node['id']))
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `two inputs are called ${id}`)
}

/** What is wrong with a card, seen as Teams sees it: version up to 1.5, known elements, unique ids. */
const cardComplaints = (card: unknown): string[] => {
  if (!isObject(card) || card['type'] !== 'AdaptiveCard') return ['not an AdaptiveCard']
  const nodes = nodesOf(card)
  const complaints = nodes.flatMap(nodeComplaints)
  if (versionOver(card['version']))
    complaints.push(`card version ${JSON.stringify(card['version'])} is not 1.0 to 1.5`)
  if (!Array.isArray(card['body']) && !Array.isArray(card['actions']))
    complaints.push('card without body and actions')
  const refresh = card['refresh']
  const users = isObject(refresh) ? refresh['userIds'] : undefined
  if (Array.isArray(users) && users.length > 60) complaints.push('refresh names over 60 people')
  return [...complaints, ...repeatedIds(nodes)]
}

/** What is wrong with a message on its way to a person. */
export const messageComplaints = (activity: Activity): string[] => {
  const cards = (activity.attachments ?? []).filter((each) => each.contentType === cardType)
  const complaints = cards.flatMap((each) => cardComplaints(each.content))
  if (activity.type !== 'message') return complaints
  if (cards.length > 0 && activity.text)
    complaints.push('text and card in one activity: Teams splits them and returns no id')
  if (cards.length > 0 && !activity.summary)
    complaints.push('card without summary: the notification can only say that a card came')
  if (!activity.text && !activity.attachments?.length) complaints.push('message with nothing in it')
  return complaints
}

const attachedCard = (card: unknown): string[] =>
  isObject(card) && card['contentType'] === cardType
    ? cardComplaints(card['content'])
    : ['dialog without a card attachment']

const taskComplaints = (name: string, body: unknown): string[] => {
  const empty = body === undefined || (isObject(body) && Object.keys(body).length === 0)
  if (empty) return name === 'task/fetch' ? ['task/fetch answered with nothing'] : []
  const task = isObject(body) ? body['task'] : undefined
  if (!isObject(task)) return [`${name} answered without a task`]
  if (task['type'] === 'message')
    return typeof task['value'] === 'string' ? [] : ['task message whose value is no text']
  if (task['type'] !== 'continue') return [`task of unknown type ${String(task['type'])}`]
  const value = task['value']
  if (!isObject(value)) return ['task continue without a value']
  const titled = textOf(value['title']) ? [] : ['dialog without a title']
  const inside = nodesOf(value['card'])
    .filter((node) => node['type'] === 'Action.Execute')
    .map(() => 'Action.Execute in a dialog: Teams answers only Action.Submit there')
  return [...titled, ...inside, ...attachedCard(value['card'])]
}

const answerTypes: Record<string, (body: Json) => string[]> = {
  [cardType]: (body) => cardComplaints(body['value']),
  'application/vnd.microsoft.activity.message': (body) =>
    typeof body['value'] === 'string' ? [] : ['message answer whose value is no text'],
  'application/vnd.microsoft.error': (body) =>
    isObject(body['value']) && textOf(body['value']['code']) && textOf(body['value']['message'])
      ? []
      : ['error answer without code and message'],
}

const actionComplaints = (body: unknown): string[] => {
  if (!isObject(body)) return ['adaptiveCard/action answered without a body']
  const status = body['statusCode']
  const check = answerTypes[textOf(body['type'])]
  if (typeof status !== 'number') return ['adaptiveCard/action answered without statusCode']
  if (!check) return [`adaptiveCard/action answered with type ${String(body['type'])}`]
  const error = textOf(body['type']).endsWith('.error')
  if (error === status < 400) return [`statusCode ${status} does not fit ${String(body['type'])}`]
  return check(body)
}

/** What is wrong with the answer to an invoke: its HTTP status and its body. */
export const invokeComplaints = (name: string, status: number, body: unknown): string[] => {
  if (status !== 200) return [`${name} answered with HTTP ${status}`]
  if (name === 'adaptiveCard/action') return actionComplaints(body)
  return name.startsWith('task/') ? taskComplaints(name, body) : []
}
