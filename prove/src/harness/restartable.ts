type Server = { url: string; port: number; stop: () => Promise<void>; kill: () => Promise<void> }

/** A server that comes back on the same port with the same directory. */
export const restartable = async (startServer: (port?: number) => Promise<Server>) => {
  let server = await startServer()
  let runs = true
  const end = (how: 'stop' | 'kill') => async () => {
    if (runs) await server[how]()
    runs = false
  }
  return {
    url: server.url,
    port: server.port,
    stop: end('stop'),
    /** As a power cut would. */
    kill: end('kill'),
    start: async () => {
      if (!runs) server = await startServer(server.port)
      runs = true
    },
  }
}

export type Restartable = Awaited<ReturnType<typeof restartable>>
