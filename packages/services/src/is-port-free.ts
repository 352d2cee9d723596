import { createServer } from 'node:net'

/** Whether a server could listen there now. An address that this machine does not have throws. */
export const isPortFree = (port: number, host = '127.0.0.1') =>
  new Promise<boolean>((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    )
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
