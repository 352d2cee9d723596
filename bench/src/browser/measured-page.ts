import type { Browser, BrowserContext } from 'playwright-core'
import { type FrameWatch, watchFrames } from './frames.ts'

/** The size of a desk. */
export const screen = { width: 1440, height: 900 }

/** A page that counts the bytes it is sent and the frames it shows. */
export const openMeasuredPage = async (browser: Browser, cookies: Parameters<BrowserContext['addCookies']>[0] = []) => {
  const context = await browser.newContext({ viewport: screen, deviceScaleFactor: 1, locale: 'en-GB' })
  await context.addCookies(cookies)
  await context.addInitScript(watchFrames)
  const page = await context.newPage()
  const devTools = await context.newCDPSession(page)
  const bytesOf = new Map<string, number>()
  await devTools.send('Network.enable')
  devTools.on('Network.dataReceived', ({ requestId, encodedDataLength, dataLength }) =>
    bytesOf.set(requestId, (bytesOf.get(requestId) ?? 0) + (encodedDataLength || dataLength)),
  )
  // What has ended says the whole, headers included; a stream of events never ends.
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytesOf.set(requestId, encodedDataLength))
  const frames = <Answer>(ask: (watch: FrameWatch) => Answer) =>
    page.evaluate(`(${ask.toString()})(globalThis.benchFrames)`) as Promise<Answer>
  return {
    page,
    startFrames: () => frames((watch) => watch.start()),
    stopFrames: () => frames((watch) => watch.stop()),
    bytes: () => [...bytesOf.values()].reduce((total, bytes) => total + bytes, 0),
    /** Of JavaScript, when what nobody needs any more has gone. */
    heapMb: async () => {
      await devTools.send('HeapProfiler.collectGarbage')
      const { usedSize } = await devTools.send('Runtime.getHeapUsage')
      return Number((usedSize / 1e6).toFixed(1))
    },
    close: () => context.close(),
  }
}

export type MeasuredPage = Awaited<ReturnType<typeof openMeasuredPage>>
