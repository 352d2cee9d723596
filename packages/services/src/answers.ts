import { connect } from 'node:net'

/** Whether a TCP server accepts connections and, with `say`, gives an answer that starts with `expect`. */
export const answersTcp = (port: number, { say, expect }: { say?: Buffer | string; expect?: Buffer | string } = {}) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const done = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(1000, () => done(false))
    socket.on('error', () => done(false))
    socket.on('close', () => done(false))
    socket.on('connect', () => (say === undefined ? done(true) : socket.write(say)))
    socket.on('data', (data) => {
      const wanted = Buffer.from(expect ?? '')
      done(data.subarray(0, wanted.length).equals(wanted))
    })
  })

export const answersHttp = async (url: string) => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
