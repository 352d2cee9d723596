import { describe } from 'vitest'
import { chromiumPath } from '../src/browser.ts'
import { accessibility } from './first-minutes/accessibility.ts'
import { accuracy } from './first-minutes/accuracy.ts'
import { customs } from './first-minutes/customs.ts'
import { devices } from './first-minutes/devices.ts'
import { ends } from './first-minutes/ends.ts'
import { liveMap } from './first-minutes/live-map.ts'
import { beginMinutes } from './first-minutes/minutes.ts'
import { partners } from './first-minutes/partners.ts'
import { queue } from './first-minutes/queue.ts'
import { replay } from './first-minutes/replay.ts'
import { startsUp } from './first-minutes/starts-up.ts'
import { stock } from './first-minutes/stock.ts'
import { trackingPage } from './first-minutes/tracking-page.ts'
import { zones } from './first-minutes/zones.ts'

// One platform lives through all of it, in this order: the end is the last.
describe.skipIf(!chromiumPath)('the first minutes with Lading', () => {
  const at = beginMinutes()
  for (const part of [
    startsUp,
    liveMap,
    replay,
    zones,
    queue,
    devices,
    accuracy,
    stock,
    customs,
    partners,
    trackingPage,
    accessibility,
    ends,
  ])
    part(at)
})
