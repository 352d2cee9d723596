import { existsSync } from 'node:fs'
import { join } from 'node:path'
import serveFiles from '@fastify/static'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const config = { access: 'public' } as const

const FileParams = Type.Object({ '*': Type.String() })

const forEver = { maxAge: '1y', immutable: true }
const fresh = { maxAge: 0 }

// The dashboard's own addresses; it reads the rest of its state from the query.
const pages = ['/', '/devices', '/customs', '/duties', '/stock', '/partners', '/network', '/risk', '/currencies', '/accuracy', '/sign-in']

/** The dashboard as it was built: files with a hash in their name for ever, the page itself fresh each time. */
export const dashboardRoutes = async (app: App, { settings: { dashboardDirectory } }: Dependencies) => {
  if (!existsSync(join(dashboardDirectory, 'index.html'))) {
    for (const page of pages) {
      app.get(page, { config, schema: { hide: true } }, (_, reply) =>
        reply.code(503).type('text/plain; charset=utf-8').send('The dashboard is not built. Run: npx vite build packages/dashboard\n'),
      )
    }
    return
  }
  await app.register(serveFiles, { root: dashboardDirectory, serve: false, dotfiles: 'ignore' })
  for (const page of pages) {
    app.get(page, { config, schema: { hide: true } }, (_, reply) => reply.sendFile('index.html', fresh))
  }
  app.get('/*', { config, schema: { hide: true, params: FileParams } }, ({ params: { '*': file } }, reply) =>
    reply.sendFile(file, file.startsWith('assets/') ? forEver : fresh),
  )
}
