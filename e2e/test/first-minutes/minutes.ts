import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from '../../src/browser.ts'
import { type Platform, startPlatform } from '../../src/platform.ts'

export const worldwide = { viewport: { width: 1440, height: 900 } }
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** The one platform that all of the first minutes happen in, and a browser; there once the tests run. */
export type Minutes = { platform: Platform; browser: Browser; startAgain: () => Promise<void> }

/** Starts both before the tests that are told after it, and stops them behind the last. */
export const beginMinutes = (): Minutes => {
  const at = {} as Minutes
  let data: string
  const start = async () => {
    at.platform = await startPlatform({ data, args: ['--devices', '15'] })
  }
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'lading-e2e-'))
    const browser = openBrowser()
    await start()
    at.browser = await browser
  })
  afterAll(async () => {
    await at.browser?.close()
    await at.platform?.stop()
    await rm(data, { recursive: true, force: true })
  })
  at.startAgain = start
  return at
}
