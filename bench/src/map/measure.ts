import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { type FrameFigures, frameFigures } from '../browser/frames.ts'
import { moveCamera } from './camera.ts'
import { type ContestantName, contestants, type Ground, mapAreaOf } from './contestants.ts'

/** `gaveUp` where it did not get to the end in time, and with what. */
export type MapFigures =
  | (FrameFigures & { heapMb: number; bytes: number; loadMs: number })
  | { gaveUp: 'loading' | 'moving'; afterMs: number }

const loadingMaxMs = 120_000
const movingMaxMs = 150_000

/** One contestant's map from its first byte to the end of the camera's path. */
export const measureMap = async (browser: Browser, name: ContestantName, ground: Ground): Promise<MapFigures> => {
  const { page, load } = await contestants[name](browser, ground)
  // What takes longer is found out here.
  page.page.setDefaultTimeout(0)
  try {
    const began = performance.now()
    if (!(await inTime(loadingMaxMs, load()))) return { gaveUp: 'loading', afterMs: loadingMaxMs }
    const loadMs = Math.round(performance.now() - began)
    await page.startFrames()
    if (!(await inTime(movingMaxMs, moveCamera(page.page, ground.area)))) return { gaveUp: 'moving', afterMs: movingMaxMs }
    const frames = frameFigures(await page.stopFrames())
    return { ...frames, heapMb: await page.heapMb(), bytes: page.bytes(), loadMs }
  } finally {
    await page.close()
  }
}

/** Where the dashboard's map pane is. */
export const findMapArea = async (browser: Browser, ground: Omit<Ground, 'area'>) => {
  const { page, load } = await contestants.lading(browser, { ...ground, area: { x: 0, y: 0, width: 0, height: 0 } })
  try {
    await load()
    return await mapAreaOf(page.page)
  } finally {
    await page.close()
  }
}

/** Whether it is done before so much time is over. What goes on afterwards fails when its page is closed, and nobody minds. */
const inTime = async (ms: number, work: Promise<unknown>) => {
  const late = new AbortController()
  const over = sleep(ms, false, { signal: late.signal }).catch(() => false)
  try {
    return await Promise.race([work.then(() => true), over])
  } finally {
    late.abort()
    work.catch(() => {})
  }
}
