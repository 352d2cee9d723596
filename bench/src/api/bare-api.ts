import { readFile } from 'node:fs/promises'
import fastify from 'fastify'

/** The ceiling: a Fastify that answers each address with the bytes that Lading answered, and does nothing else. */
export type Answers = Record<string, { type: string; body: string }>

const answers = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as Answers
const known = new Map(Object.entries(answers).map(([path, { type, body }]) => [path, { type, bytes: Buffer.from(body) }]))
const app = fastify()
app.route({
  method: ['GET', 'POST'],
  url: '/*',
  handler: (request, reply) => {
    const answer = known.get(request.url)
    if (!answer) return reply.code(404).send()
    return reply.type(answer.type).send(answer.bytes)
  },
})
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`)
