import { setTimeout as pause } from 'node:timers/promises'
import { createRandom } from '@lading/simulators/random/random'
import autocannon from 'autocannon'
import { percentiles } from '../platform/percentiles.ts'

export type Asked = { path: string; headers: Record<string, string>; method?: 'POST'; body?: string }

const timeOutSeconds = 20
const fastConnections = 8

/** Asks as fast as answers come, over a few connections; requests a second. */
export const askFast = async (url: string, requests: Asked[], seconds: number) => {
  const {
    requests: done,
    duration,
    errors,
    non2xx,
  } = await autocannon({
    ...{ url, requests: requests.slice(0, 1), timeout: timeOutSeconds, connections: fastConnections, duration: seconds },
    setupClient: startAnywhere(requests),
  })
  return { perSecond: done.total / duration, failed: errors + non2xx }
}

// Every connection would begin with the first request and walk in step with the others.
const startAnywhere = (requests: Asked[]) => {
  let started = 0
  return (client: autocannon.Client) => {
    const at = Math.floor((started * requests.length) / fastConnections) % requests.length
    started += 1
    client.setRequests([...requests.slice(at), ...requests.slice(0, at)])
  }
}

/**
 * Asks so many times a second in the mean, as people do who know nothing of each other: whatever else is being answered, and now
 * and then several at once (a Poisson process). Milliseconds from when it is due until the whole answer is there, so that what
 * waits for a slow answer counts too. Autocannon, told a rate, sends all that is due in a second at its beginning.
 */
export const askSteadily = async (url: string, requests: Asked[], { rate, seconds }: { rate: number; seconds: number }) => {
  const begin = performance.now()
  const asked = dueMs({ rate, seconds }).map(async (due, index) => {
    await pause(Math.max(0, begin + due - performance.now()))
    const answered = await ask(url, requests[index % requests.length] as Asked)
    return { answered, ms: performance.now() - begin - due }
  })
  const answers = await Promise.all(asked)
  const { p50Ms, p99Ms } = percentiles(answers.filter(({ answered }) => answered).map(({ ms }) => Math.round(ms)))
  return { p50Ms: p50Ms ?? Number.NaN, p99Ms: p99Ms ?? Number.NaN, failed: answers.filter(({ answered }) => !answered).length }
}

const dueMs = ({ rate, seconds }: { rate: number; seconds: number }) => {
  const random = createRandom('due')
  const due: number[] = []
  for (let at = 0; at < seconds * 1000; at += (-Math.log(1 - random.unit()) * 1000) / rate) due.push(at)
  return due
}

const ask = async (url: string, { path, ...request }: Asked) => {
  try {
    const response = await fetch(`${url}${path}`, { ...request, signal: AbortSignal.timeout(timeOutSeconds * 1000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
