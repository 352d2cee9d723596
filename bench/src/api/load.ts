import autocannon from 'autocannon'

export type Asked = { path: string; headers: Record<string, string>; method?: 'POST'; body?: string }

const timeOutSeconds = 20
const fastConnections = 8
const steadyConnections = 10

/** Asks as fast as answers come, over a few connections; requests a second. */
export const askFast = async (url: string, requests: Asked[], seconds: number) => {
  const { requests: done, duration, errors, non2xx } = await run(url, requests, { connections: fastConnections, duration: seconds })
  return { perSecond: done.total / duration, failed: errors + non2xx }
}

/** Asks so many times a second, whatever it takes; milliseconds until the whole answer is there. */
export const askSteadily = async (url: string, requests: Asked[], { rate, seconds }: { rate: number; seconds: number }) => {
  const options = { connections: steadyConnections, overallRate: rate, duration: seconds }
  // No more than a connection comes to: what is asked for is written down when it opens, and the first answers would wait for that.
  const { latency, errors, non2xx } = await run(url, requests, options, Math.ceil((rate * seconds) / steadyConnections))
  return { p50Ms: latency.p50, p99Ms: latency.p99, failed: errors + non2xx }
}

const run = (
  url: string,
  requests: Asked[],
  options: { connections: number; duration: number; overallRate?: number },
  mostEach = requests.length,
) =>
  autocannon({
    ...options,
    ...{ url, requests: requests.slice(0, 1), timeout: timeOutSeconds },
    setupClient: startAnywhere(requests, options.connections, mostEach),
  })

// Every connection would begin with the first request and walk in step with the others.
const startAnywhere = (requests: Asked[], connections: number, most: number) => {
  let started = 0
  return (client: autocannon.Client) => {
    const at = Math.floor((started * requests.length) / connections) % requests.length
    started += 1
    client.setRequests([...requests.slice(at), ...requests.slice(0, at)].slice(0, most))
  }
}
