/**
 * Runs in the page before anything else. Of every position that the feed brings it notes how long ago it was recorded when the dashboard's
 * state has it and the next frame begins, which shows it. Device and browser have one clock here.
 */
export const watchNews = () => {
  let heard: number[] = []
  const ages: number[] = []
  const add = EventSource.prototype.addEventListener
  EventSource.prototype.addEventListener = function (this: EventSource, type: string, ...rest: unknown[]) {
    if (type === 'positions')
      add.call(this, type, (event) => {
        const positions = JSON.parse((event as MessageEvent<string>).data) as { recordedAt: string }[]
        for (const { recordedAt } of positions) heard.push(Date.parse(recordedAt))
      })
    return (add as (...args: unknown[]) => void).call(this, type, ...rest)
  }
  const mark = performance.mark.bind(performance)
  performance.mark = (name, options) => {
    if (name === 'lading-news') {
      const taken = heard
      heard = []
      requestAnimationFrame(() => {
        const now = Date.now()
        for (const recordedAtMs of taken) ages.push(now - recordedAtMs)
      })
    }
    return mark(name, options)
  }
  Object.assign(globalThis, { benchNews: { take: () => ages.splice(0) } })
}
