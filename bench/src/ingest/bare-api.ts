import fastify from 'fastify'

/** The ceiling of HTTP: a Fastify route that parses the same bodies and answers the same. Says where it listens. */
const app = fastify({ bodyLimit: 256 * 1024 })
app.post('/v1/readings', async ({ body }, reply) => reply.code(202).send({ accepted: (body as unknown[]).length }))
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`)
