import formBody from '@fastify/formbody'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { ProviderAway } from '../../payments/provider.ts'
import { type SandboxOrder, sandboxPath } from '../../payments/sandbox.ts'
import { Refusal } from '../../refusal.ts'
import { readAssets } from '../../tracking-page/assets.ts'
import { LanguageQuery, pageHeaders, sendPage, textsFor } from '../../tracking-page/reader.ts'
import { sandboxCheckoutPage } from '../../tracking-page/views/sandbox-checkout.ts'

const tags = ['tracking page']
const OrderQuery = Type.Object({
  order: Type.String({ maxLength: 4_000 }),
  mac: Type.String({ maxLength: 100 }),
})
const config = { access: 'public', rateLimit: { max: 120, timeWindow: '1 minute' } } as const

/** The page on which the sandbox takes payments that are none. Without the sandbox there is no such page. */
export const sandboxCheckoutRoutes = async (app: App, { payments: { sandbox }, settings }: Dependencies) => {
  const secure = settings.publicUrl.startsWith('https:')
  const assets = readAssets(settings.dashboardDirectory)
  await app.register(formBody)

  const ordered = ({ order, mac }: { order: string; mac: string }) => {
    const found = sandbox?.orderOf(order, mac)
    if (!sandbox || !found) throw new Refusal(404, 'not-offered', 'There is no such checkout here.')
    return { sandbox, order: found }
  }
  const hasExpired = ({ expiresAt }: SandboxOrder) => Date.parse(expiresAt) <= Date.now()
  const page = (request: FastifyRequest, reply: FastifyReply, order: SandboxOrder, problem: 'expired' | 'not-told' | null) => {
    const texts = textsFor(request, reply, { secure })
    return sendPage(reply, sandboxCheckoutPage({ texts, assets, order, url: request.url, problem }))
  }

  app.get(
    sandboxPath,
    {
      config,
      schema: {
        tags,
        summary: 'The checkout of the sandbox, where it is switched on: no money, no cards',
        querystring: Type.Object({ ...LanguageQuery.properties, ...OrderQuery.properties }),
        produces: ['text/html'],
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      const { order } = ordered(request.query)
      return page(request, reply, order, hasExpired(order) ? 'expired' : null)
    },
  )

  app.post(
    sandboxPath,
    {
      config,
      schema: {
        tags,
        summary: 'Pay or decline in the sandbox, which tells the webhook',
        querystring: Type.Object({ ...LanguageQuery.properties, ...OrderQuery.properties }),
        body: Type.Object({ do: Type.Enum(['pay', 'decline']) }),
        consumes: ['application/x-www-form-urlencoded'],
        produces: ['text/html'],
        response: { 200: Type.String(), 303: Type.Null() },
      },
    },
    async (request, reply) => {
      const { sandbox: told, order } = ordered(request.query)
      if (hasExpired(order)) return page(request, reply, order, 'expired')
      try {
        await told.decide(order, request.body.do === 'pay' ? 'paid' : 'declined', new Date())
      } catch (error) {
        if (!(error instanceof ProviderAway)) throw error
        request.log.warn({ err: error }, 'the sandbox could not tell the webhook')
        return page(request, reply, order, 'not-told')
      }
      return reply.headers(pageHeaders).redirect(order.returnPath, 303)
    },
  )
}
