import { type ClientRequest, get, type IncomingMessage } from 'node:http'

export type StreamEvent = { event: string; data: unknown }

/** Reads server-sent events from a real socket, as an EventSource would. */
export const openEventStream = async (url: string, cookie: string) => {
  const events: StreamEvent[] = []
  const waiting = new Set<() => void>()
  let ended = false
  let buffer = ''
  const wake = () => {
    for (const check of waiting) check()
  }
  const { request, response } = await new Promise<{ request: ClientRequest; response: IncomingMessage }>((resolve, reject) => {
    const request = get(url, { headers: { cookie } }, (response) => resolve({ request, response }))
    request.on('error', reject)
  })
  response.setEncoding('utf8')
  response.on('data', (chunk: string) => {
    buffer += chunk
    for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
      const [, event, data] = /^event: (.+)\ndata: (.+)$/.exec(buffer.slice(0, end)) ?? []
      buffer = buffer.slice(end + 2)
      if (event && data) events.push({ event, data: JSON.parse(data) })
    }
    wake()
  })
  response.on('close', () => {
    ended = true
    wake()
  })
  // A connection that the test or the server breaks off is what some tests are about.
  response.on('error', () => {})

  const until = (what: string, holds: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited in vain for ${what}; had ${JSON.stringify(events)}`)), 10_000)
      const check = () => {
        if (!holds()) return
        clearTimeout(timer)
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })

  return {
    status: response.statusCode,
    headers: response.headers,
    events,
    /** The first event that fits, waiting for it where it has not come yet. */
    next: async (event: string, fits: (data: never) => boolean = () => true) => {
      const find = () => events.find((each) => each.event === event && fits(each.data as never))
      await until(event, () => find() !== undefined)
      return find()?.data
    },
    end: () => until('the end of the stream', () => ended),
    pause: () => response.pause(),
    close: () => request.destroy(),
  }
}
