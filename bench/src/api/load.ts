import autocannon from 'autocannon'

export type Asked = { path: string; headers: Record<string, string>; method?: 'POST'; body?: string }

const timeOutSeconds = 20

/** Asks as fast as answers come, over a few connections; requests a second. */
export const askFast = async (url: string, requests: Asked[], seconds: number) => {
  const { requests: done, duration, errors, non2xx } = await run({ url, requests, connections: 8, duration: seconds })
  return { perSecond: done.total / duration, failed: errors + non2xx }
}

/** Asks so many times a second, whatever it takes; milliseconds until the whole answer is there. */
export const askSteadily = async (url: string, requests: Asked[], { rate, seconds }: { rate: number; seconds: number }) => {
  const { latency, errors, non2xx } = await run({ url, requests, connections: 10, overallRate: rate, duration: seconds })
  return { p50Ms: latency.p50, p99Ms: latency.p99, failed: errors + non2xx }
}

const run = (options: autocannon.Options) => autocannon({ ...options, timeout: timeOutSeconds, setupClient: startAnywhere(options) })

// Every connection would begin with the first request and walk in step with the others.
const startAnywhere = ({ requests = [] }: autocannon.Options) => {
  let started = 0
  return (client: autocannon.Client) => {
    const at = Math.floor((started * requests.length) / 10) % requests.length
    started += 1
    client.setRequests([...requests.slice(at), ...requests.slice(0, at)])
  }
}
