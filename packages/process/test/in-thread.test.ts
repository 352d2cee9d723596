import { inThread } from '@lading/process/in-thread'
import { describe, expect, it } from 'vitest'

const module = (code: string) =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'; ${code}`)}`)
const doubles = module('parentPort.postMessage(workerData * 2)')
const neverAnswers = module('setInterval(() => {}, 1000)')

describe('What is worked out in a thread', () => {
  it('is answered from there.', async () => {
    await expect(inThread(doubles, 21, { what: 'doubles', stopping: new AbortController().signal })).resolves.toBe(42)
  })

  it('is refused with what it was where the thread ends without an answer, or fails.', async () => {
    const { signal: stopping } = new AbortController()
    await expect(inThread(module('process.exit(3)'), 0, { what: 'leaves', stopping })).rejects.toThrow('that leaves ended with code 3')
    await expect(inThread(module('throw new Error("broken")'), 0, { what: 'breaks', stopping })).rejects.toThrow('broken')
  })

  it('is given up when it is to stop, and not begun after that.', async () => {
    const stopping = new AbortController()
    const asked = inThread(neverAnswers, 0, { what: 'waits', stopping: stopping.signal })
    stopping.abort(new Error('the process stops'))
    await expect(asked).rejects.toThrow('the process stops')
    await expect(inThread(doubles, 21, { what: 'doubles', stopping: stopping.signal })).rejects.toThrow('the process stops')
  })
})
