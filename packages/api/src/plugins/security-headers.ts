import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'
import plugin from 'fastify-plugin'
import helmet from 'helmet'
import type { Settings } from '../dependencies.ts'

/** A page may load what this server serves and the tiles that were set, and run nothing that is written into it. */
export const securityHeaders = plugin(
  async (app, { publicUrl, tiles }: Pick<Settings, 'publicUrl' | 'tiles'>) => {
    const secure = publicUrl.startsWith('https:')
    const setHeaders = helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'", ...(tiles ? [tileSource(tiles.url)] : [])],
          connectSrc: ["'self'"],
          workerSrc: ["'self'"],
          manifestSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: secure,
      // Tile servers want to know which site asks; the path stays at home.
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    })
    const headers = headersSetBy(setHeaders)
    app.addHook('onRequest', (_request, reply, next) => {
      reply.headers(headers)
      next()
    })
  },
  { name: 'security-headers' },
)

/** They are the same in every answer: asked for once, not with each. */
const headersSetBy = (setHeaders: ReturnType<typeof helmet>) => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  setHeaders(response.req, response, (error) => {
    if (error) throw error
  })
  return response.getHeaders()
}

/** Lets the forms of one answer lead to another site, as browsers follow what a form is redirected to by the same rule. */
export const allowFormsTo = (reply: FastifyReply, origin: string | null | undefined) => {
  const policy = reply.getHeader('content-security-policy')
  if (origin && typeof policy === 'string')
    reply.header('content-security-policy', policy.replace("form-action 'self'", `form-action 'self' ${origin}`))
}

/** The source that a tile address such as `https://{s}.tile.example/{z}/{x}/{y}.png` stands for. */
export const tileSource = (url: string) => {
  const origin = /^https?:\/\/[\w.:{}[\]-]+(?=[/?#]|$)/.exec(url)?.[0]
  if (!origin) throw new Error(`TILE_URL is not an http or https address: ${url}`)
  return origin.replace(/\/\/[^/.]*\{[^}]*\}[^/.]*\./, '//*.')
}
