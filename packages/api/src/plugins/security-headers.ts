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
    // The policy is worked out once, not with every answer; streams that write their own head have it too.
    app.addHook('onRequest', (request, reply, next) => setHeaders(request.raw, reply.raw, (error) => next(error as Error | undefined)))
  },
  { name: 'security-headers' },
)

/** The source that a tile address such as `https://{s}.tile.example/{z}/{x}/{y}.png` stands for. */
export const tileSource = (url: string) => {
  const origin = /^https?:\/\/[\w.:{}[\]-]+(?=[/?#]|$)/.exec(url)?.[0]
  if (!origin) throw new Error(`TILE_URL is not an http or https address: ${url}`)
  return origin.replace(/\/\/[^/.]*\{[^}]*\}[^/.]*\./, '//*.')
}
