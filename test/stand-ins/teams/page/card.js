/** Draws a card with Microsoft's renderer. */
import { hostConfig } from './host-config.js'
import { markdown } from './markdown.js'

const ac = () => globalThis.AdaptiveCards

const prepare = () => {
  const { AdaptiveCard, NumberInput, Strings } = ac()
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text)
    result.didProcess = true
  }
  const { isValid } = NumberInput.prototype
  // The renderer takes an empty number for one below `min`; Teams lets it pass when not required.
  NumberInput.prototype.isValid = function () {
    return this.isSet() ? isValid.call(this) : !this.isRequired
  }
  Strings.defaults.overflowButtonText = () => 'その他'
  Strings.defaults.inlineActionTitle = () => '送る'
  prepared = true
}
let prepared = false

const onAction = (act) => (action) => {
  const { OpenUrlAction, SubmitAction, ExecuteAction } = ac()
  if (action instanceof OpenUrlAction) {
    if (/^(https?|mailto|tel):/.test(action.url)) globalThis.open(action.url, '_blank', 'noopener')
  } else if (action instanceof SubmitAction || action instanceof ExecuteAction) {
    const { type, title, id, verb } = action.toJSON()
    act({ action: { type, title, id, verb }, data: action.data ?? {} })
  }
}

/**
 * The element of a card. `act` is told of every Submit and Execute, with the inputs merged into its
 * data; inputs that are not filled in are complained about on the spot, and `act` is not told.
 */
export const drawCard = (json, act) => {
  if (!prepared) prepare()
  const { AdaptiveCard, HostConfig } = ac()
  const card = new AdaptiveCard()
  card.hostConfig = new HostConfig(hostConfig)
  card.onExecuteAction = onAction(act)
  card.parse(json)
  const drawn = card.render()
  if (drawn) return drawn
  const failed = document.createElement('p')
  failed.textContent = 'カードを表示できません'
  return failed
}
