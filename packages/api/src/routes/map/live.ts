import { LiveQuery } from '@lading/shared/contract/live'
import { resumeSession } from '@lading/store/postgres/session/resume'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { readBbox } from '../../bbox.ts'
import type { Dependencies } from '../../dependencies.ts'
import { Refusal } from '../../refusal.ts'

export const liveRoutes = async (app: App, { database: { sql }, live }: Dependencies) => {
  app.get(
    '/v1/live',
    {
      config: { access: 'viewer', keys: [] },
      schema: {
        tags: ['map'],
        summary: 'Server-sent events: a snapshot of the box, then what changes in it',
        querystring: LiveQuery,
        produces: ['text/event-stream'],
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      const bbox = readBbox(request.query.bbox)
      const session = request.sessionToken as string
      if (live.isFullFor(session)) throw new Refusal(503, 'too-many-followers', 'Too many clients follow the live feed. Try again later.')
      reply.hijack()
      // Gone while it was looked up: nobody would ever say that it left.
      if (reply.raw.destroyed) return
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // nginx would collect events until its buffer is full.
        'x-accel-buffering': 'no',
      })
      reply.raw.write('retry: 2000\n\n')
      const stillAllowed = async () => (await resumeSession(sql, session)) !== undefined
      await live.follow(reply.raw, { bbox, zoom: request.query.zoom }, { session, stillAllowed })
    },
  )

  // The streams would otherwise hold up the end for as long as their clients like.
  app.addHook('preClose', async () => live.close())
}
