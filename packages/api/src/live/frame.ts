/** One server-sent event. JSON has no line breaks of its own, so one `data` line holds it. */
export const frame = (event: string, json: Buffer | string) =>
  Buffer.concat([Buffer.from(`event: ${event}\ndata: `), typeof json === 'string' ? Buffer.from(json) : json, end])

const end = Buffer.from('\n\n')

/** Keeps proxies from closing a quiet stream, and shows a client that has gone. */
export const heartbeat = Buffer.from(': still here\n\n')
