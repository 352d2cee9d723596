import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'

/** Where on the page the map is, in CSS pixels. */
export type Area = { x: number; y: number; width: number; height: number }

type Step = { drag: [from: Spot, to: Spot]; ms: number } | { wheel: number; at: Spot; ms: number } | { rest: number }
/** Shares of the map's width and height. */
type Spot = [x: number, y: number]

// From the whole world over Europe to the North Sea, along the coast, out again, to East Asia, and back. Zoom levels are steps of the
// wheel: 100 px of it are a little more than one level.
const path: Step[] = [
  {
    drag: [
      [0.6, 0.5],
      [0.3, 0.55],
    ],
    ms: 1200,
  },
  {
    drag: [
      [0.3, 0.5],
      [0.6, 0.45],
    ],
    ms: 1200,
  },
  { wheel: -300, at: [0.5, 0.36], ms: 900 },
  { rest: 800 },
  {
    drag: [
      [0.4, 0.4],
      [0.55, 0.6],
    ],
    ms: 1500,
  },
  { wheel: -200, at: [0.5, 0.5], ms: 700 },
  { rest: 800 },
  {
    drag: [
      [0.7, 0.5],
      [0.3, 0.4],
    ],
    ms: 1500,
  },
  {
    drag: [
      [0.3, 0.4],
      [0.6, 0.7],
    ],
    ms: 1500,
  },
  { wheel: 250, at: [0.5, 0.5], ms: 900 },
  { rest: 800 },
  { wheel: 300, at: [0.5, 0.5], ms: 900 },
  {
    drag: [
      [0.8, 0.5],
      [0.25, 0.5],
    ],
    ms: 1500,
  },
  { wheel: -350, at: [0.5, 0.5], ms: 1000 },
  { rest: 800 },
  {
    drag: [
      [0.5, 0.3],
      [0.6, 0.6],
    ],
    ms: 1500,
  },
  { wheel: 400, at: [0.5, 0.5], ms: 1000 },
  { rest: 1000 },
]

const betweenMovesMs = 16
const betweenWheelsMs = 80

/**
 * Drags and turns the wheel over a map as a hand does: by time, so that a page that falls behind gets fewer moves on the same path. The
 * events go through the browser's own input queue.
 */
export const moveCamera = async (page: Page, area: Area) => {
  const pixel = ([x, y]: Spot) => [area.x + x * area.width, area.y + y * area.height] as const
  for (const step of path) {
    if ('rest' in step) await sleep(step.rest)
    else if ('drag' in step) await drag(page, pixel(step.drag[0]), pixel(step.drag[1]), step.ms)
    else await turn(page, pixel(step.at), step.wheel, step.ms)
  }
}

type Pixel = readonly [x: number, y: number]

const drag = async ({ mouse }: Page, [fromX, fromY]: Pixel, [toX, toY]: Pixel, ms: number) => {
  await mouse.move(fromX, fromY)
  await mouse.down()
  await overTime(ms, betweenMovesMs, (share) => mouse.move(fromX + (toX - fromX) * share, fromY + (toY - fromY) * share))
  await mouse.up()
}

const turn = async ({ mouse }: Page, [x, y]: Pixel, px: number, ms: number) => {
  await mouse.move(x, y)
  let turned = 0
  await overTime(ms, betweenWheelsMs, async (share) => {
    const due = Math.round(px * share)
    await mouse.wheel(0, due - turned)
    turned = due
  })
}

const overTime = async (ms: number, everyMs: number, act: (share: number) => Promise<void>) => {
  const began = performance.now()
  for (let share = 0; share < 1; ) {
    const before = performance.now()
    share = Math.min(1, (before - began) / ms)
    await act(share)
    await sleep(Math.max(0, everyMs - (performance.now() - before)))
  }
}
