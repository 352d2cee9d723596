/** One server-sent event. JSON has no line breaks of its own, so one `data` line holds it. */
export const frame = (event: string, json: string) => `event: ${event}\ndata: ${json}\n\n`

/** Keeps proxies from closing a quiet stream, and shows a client that has gone. */
export const heartbeat = ': still here\n\n'
