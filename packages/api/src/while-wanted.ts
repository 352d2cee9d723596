import type { FastifyReply } from 'fastify'
import { Refusal } from './refusal.ts'

/**
 * Aborted once nobody waits for an answer any more: it was given, or took too long, or whoever asked has gone. (What Fastify calls the
 * signal of a request is aborted as soon as the body of a POST has come.)
 */
export const whileWanted = ({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal => {
  const wanted = new AbortController()
  raw.once('close', () => wanted.abort(new Refusal(503, 'not-wanted', 'Nobody waits for the answer any more.')))
  return wanted.signal
}
