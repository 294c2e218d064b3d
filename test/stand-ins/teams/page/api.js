/** The line to the stage. */

const post = async (path, body) => {
  const response = await fetch(`/stage/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  })
  return response.json()
}

/** Lets a person do something; the answer is the state after it. */
export const deed = (person, name, body) =>
  post(`people/${encodeURIComponent(person)}/${name}`, body)

/** Queues trouble for the bot's next request. */
export const trouble = (fault) => post('faults', fault)

/** Everything to be shown, as `person` sees it. */
export const load = async (person) => {
  const response = await fetch(`/stage/state?person=${encodeURIComponent(person ?? '')}`)
  return response.json()
}

/** Calls `tell` after every change, and `lost` when the stage itself is gone. */
export const follow = (tell, lost) => {
  const events = new EventSource('/stage/events')
  events.onmessage = tell
  events.onerror = lost
}
