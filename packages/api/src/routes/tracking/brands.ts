import { MerchantCode } from '@lading/shared/contract/merchant'
import { getLogo, getMerchant } from '@lading/store/postgres/merchant/merchants'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { Refusal } from '../../refusal.ts'
import { brandStyle, styleVersion } from '../../tracking-page/brand.ts'

const tags = ['tracking page']
const config = { access: 'public' } as const
const forEver = 'public, max-age=31536000, immutable'

/** What pages for recipients load of a merchant: from here, never from anywhere else. */
export const brandRoutes = async (app: App, { database: { db } }: Dependencies) => {
  app.get(
    '/brands/:code/:hash',
    {
      config,
      schema: {
        tags,
        summary: 'The logo of a merchant',
        params: Type.Object({ code: MerchantCode, hash: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
        produces: ['image/png', 'image/jpeg', 'image/webp'],
        response: { 200: Type.String() },
      },
    },
    async ({ params: { code, hash } }, reply) => {
      const logo = await getLogo(db, code, hash)
      if (!logo) throw new Refusal(404, 'no-such-logo', 'There is no such logo.')
      return reply
        .headers({
          'cache-control': forEver,
          // It came from outside: whatever it is, it is an image and nothing else, also where it is opened by itself.
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'content-disposition': 'inline',
        })
        .type(logo.type)
        .send(logo.bytes as never)
    },
  )

  app.get(
    '/brands/:code/style.css',
    {
      config,
      schema: {
        tags,
        summary: 'The colours of a merchant',
        params: Type.Object({ code: MerchantCode }),
        querystring: Type.Object({ v: Type.Optional(Type.String({ maxLength: 40 })) }),
        produces: ['text/css'],
        response: { 200: Type.String() },
      },
    },
    async ({ params: { code }, query: { v } }, reply) => {
      const merchant = await getMerchant(db, code)
      if (!merchant?.accent) throw new Refusal(404, 'no-such-style', 'This merchant has no colours of its own.')
      const isOf = v === styleVersion(merchant.accent)
      return reply
        .headers({ 'cache-control': isOf ? forEver : 'no-cache' })
        .type('text/css; charset=utf-8')
        .serializer(String)
        .send(brandStyle(merchant.accent))
    },
  )
}
