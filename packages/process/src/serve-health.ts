import { createServer, type Server } from 'node:http'

type Health = {
  port: number
  /** Resolves when the process can do its work; its error says what is missing. */
  ready: () => Promise<void>
  /** What Prometheus reads. */
  metrics: () => Promise<string>
  host?: string
}

/**
 * `/health/live` (the process runs), `/health/ready` (it can work) and `/metrics`, for processes that serve nothing else.
 * Only this machine is answered unless `host` says otherwise;
 * listens nowhere when `port` is 0.
 */
export const serveHealth = async ({ port, ready, metrics, host = '127.0.0.1' }: Health): Promise<{ close: () => Promise<void> }> => {
  if (port === 0) return { close: async () => {} }
  const answers: Record<string, () => Promise<{ status: number; type: string; body: string }>> = {
    '/health/live': async () => ({ status: 200, type: 'application/json', body: '{"status":"live"}' }),
    '/health/ready': async () =>
      ready().then(
        () => ({ status: 200, type: 'application/json', body: '{"status":"ready"}' }),
        (error: Error) => ({
          status: 503,
          type: 'application/json',
          body: JSON.stringify({ status: 'not-ready', detail: error.message }),
        }),
      ),
    '/metrics': async () => ({ status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', body: await metrics() }),
  }
  const server = createServer(async (request, response) => {
    const answer = answers[new URL(request.url ?? '/', 'http://health').pathname]
    if (!answer) {
      response.writeHead(404).end()
      return
    }
    try {
      const { status, type, body } = await answer()
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' }).end((error as Error).message)
    }
  })
  await listen(server, port, host)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
