import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** What happens to requests on their way to the database. */
export type HttpFault =
  | { kind: 'none' }
  | { kind: 'answer'; status: number; error: string }
  /** Takes the request and never answers. */
  | { kind: 'hang' }
  | { kind: 'slow'; ms: number }
  /** Half of the body arrives, then the connection is gone. */
  | { kind: 'cut-request' }
  /** The database has written everything, and nobody hears of it. */
  | { kind: 'cut-answer' }

/** Stands between ingest and InfluxDB and answers in its place, or not at all. */
export const startHttpProxy = async (targetPort: number) => {
  let fault: HttpFault = { kind: 'none' }

  const handle = async (asked: IncomingMessage, answer: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of asked) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    // As it is when the request is complete; it may change while the database works.
    const now = fault
    if (now.kind === 'hang') return
    if (now.kind === 'answer') {
      answer.writeHead(now.status, { 'content-type': 'application/json' })
      answer.end(JSON.stringify({ error: now.error }))
      return
    }
    if (now.kind === 'slow') await sleep(now.ms)
    const onward = request({
      port: targetPort,
      host: '127.0.0.1',
      path: asked.url,
      method: asked.method,
      headers: { ...asked.headers, 'content-length': body.length },
      agent: false,
    })
    if (now.kind === 'cut-request') {
      onward.on('error', () => {})
      onward.write(body.subarray(0, body.length >> 1))
      await sleep(5)
      onward.destroy()
      asked.socket.resetAndDestroy()
      return
    }
    onward.end(body)
    const [response] = (await once(onward, 'response')) as [IncomingMessage]
    if (now.kind === 'cut-answer') {
      response.resume()
      await once(response, 'end')
      asked.socket.resetAndDestroy()
      return
    }
    answer.writeHead(response.statusCode ?? 502, response.headers)
    response.pipe(answer)
  }

  const server = createServer((asked, answer) => {
    // The database is away: so is the connection.
    handle(asked, answer).catch(() => asked.socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    port: address.port,
    set: (next: HttpFault) => {
      fault = next
    },
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

export type HttpProxy = Awaited<ReturnType<typeof startHttpProxy>>
