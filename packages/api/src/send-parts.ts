import type { FastifyReply } from 'fastify'

/**
 * Sends JSON that lies in parts in memory, as it lies there: a map has a megabyte, and a copy of it for each who asks would keep the garbage
 * collector busier than anything else.
 */
export const sendParts = (reply: FastifyReply, parts: readonly Buffer[]) => {
  reply.hijack()
  const { raw } = reply
  // Gone while it was made.
  if (raw.destroyed) return
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'application/json; charset=utf-8',
    'content-length': parts.reduce((bytes, { length }) => bytes + length, 0),
  })
  raw.cork()
  for (const part of parts) raw.write(part)
  raw.end()
}
