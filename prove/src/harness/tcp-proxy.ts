import { connect, createServer, type Socket } from 'node:net'

/** A stretch of network between two programs, which can be cut and mended. */
export const startTcpProxy = async (targetPort: number) => {
  const pairs = new Set<[Socket, Socket]>()
  let state: 'open' | 'refused' | 'silent' = 'open'

  const server = createServer((inner) => {
    if (state === 'refused') return inner.resetAndDestroy()
    const outer = connect(targetPort, '127.0.0.1')
    const pair: [Socket, Socket] = [inner, outer]
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    for (const socket of pair) {
      socket.setNoDelay(true)
      socket.on('error', end)
      socket.on('close', end)
    }
    const join = () => {
      inner.pipe(outer)
      outer.pipe(inner)
    }
    joins.set(pair, join)
    if (state === 'open') join()
  })
  const joins = new WeakMap<[Socket, Socket], () => void>()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the proxy has no port')

  const reset = () => {
    for (const [inner, outer] of pairs) {
      inner.resetAndDestroy()
      outer.resetAndDestroy()
    }
  }
  return {
    port: address.port,
    /** Resets what is connected; what connects is reset too. */
    cut: () => {
      state = 'refused'
      reset()
    },
    /** Nothing gets through any more, and nobody is told: a cable pulled out. */
    silence: () => {
      state = 'silent'
      for (const [inner, outer] of pairs) {
        inner.unpipe(outer).pause()
        outer.unpipe(inner).pause()
      }
    },
    /** Everything gets through again, also what was on its way when it fell silent. */
    mend: () => {
      state = 'open'
      for (const pair of pairs) joins.get(pair)?.()
    },
    /** Resets the present connections once. */
    reset,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      reset()
      await closed
    },
  }
}

export type TcpProxy = Awaited<ReturnType<typeof startTcpProxy>>
