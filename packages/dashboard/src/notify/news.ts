import type { Alert } from '@lading/shared/contract/alert'

/**
 * Finds what is new among the alerts that want somebody now. What is there at first is not news, and neither is what somebody has
 * only touched; what opens, what comes back and what becomes worse is.
 */
export const createNews = () => {
  let known: ReadonlyMap<string, Alert> | undefined
  return (open: readonly Alert[]): Alert[] => {
    const before = known
    known = new Map(open.map((alert) => [alert.id, alert]))
    if (!before) return []
    return open.filter((alert) => {
      const then = before.get(alert.id)
      return then === undefined || isWorse(then, alert)
    })
  }
}

const order = { info: 0, warning: 1, critical: 2 }
const isWorse = (then: Alert, now: Alert) => order[now.severity] > order[then.severity]

/** Collects for a while what happens, and hands it on together: one interruption for many alerts, and none more often than that. */
export const createBatch = <Item>(everyMs: number, hand: (items: Item[]) => void) => {
  let waiting: Item[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastMs = Number.NEGATIVE_INFINITY
  const flush = () => {
    timer = undefined
    lastMs = performance.now()
    const items = waiting
    waiting = []
    hand(items)
  }
  return {
    add: (items: Item[]) => {
      if (items.length === 0) return
      waiting.push(...items)
      timer ??= setTimeout(flush, Math.max(0, lastMs + everyMs - performance.now()))
    },
    stop: () => clearTimeout(timer),
  }
}
