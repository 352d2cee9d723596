import { logoMaxBytes, logoTypes, Merchant, MerchantCode, Merchants, NewMerchant } from '@lading/shared/contract/merchant'
import { DomainError } from '@lading/store/postgres/domain-error'
import { getMerchant, listMerchants, putLogo, putMerchant, removeMerchant } from '@lading/store/postgres/merchant/merchants'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { checkAccent } from '../../merchant/check-accent.ts'
import { readLogo } from '../../merchant/read-logo.ts'

const tags = ['merchants']
const CodeParams = Type.Object({ code: MerchantCode })

/** Who sends shipments, as far as recipients see it: name, logo, colours, links, and where widgets may stand. */
export const merchantRoutes = async (app: App, { database: { db } }: Dependencies) => {
  const known = async (code: string) => {
    const merchant = await getMerchant(db, code)
    if (!merchant) throw new DomainError('merchant-not-found', 'There is no such merchant.')
    return merchant
  }
  // Only here: everything else is JSON.
  for (const type of logoTypes)
    app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: logoMaxBytes }, (_, body, done) => done(null, body))

  app.get(
    '/v1/merchants',
    { config: { access: 'viewer' }, schema: { tags, summary: 'All merchants', response: { 200: Merchants } } },
    async () => ({
      items: await listMerchants(db),
    }),
  )

  app.put(
    '/v1/merchants/:code',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Say how a merchant looks to recipients',
        params: CodeParams,
        body: NewMerchant,
        response: { 200: Merchant },
      },
    },
    async ({ params: { code }, body }) => {
      const issues = checkAccent(body)
      if (issues.length > 0) throw new DomainError('not-valid', 'Its colours cannot be read well enough.', issues)
      await putMerchant(db, code, body, new Date())
      return known(code)
    },
  )

  app.delete(
    '/v1/merchants/:code',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Forget a merchant; its shipments stay', params: CodeParams, response: { 204: Type.Null() } },
    },
    async ({ params: { code } }, reply) => {
      await removeMerchant(db, code)
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/v1/merchants/:code/logo',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Its logo: the bytes of a PNG, JPEG or WebP image of at most 200 kB and 2,000 pixels either way',
        params: CodeParams,
        consumes: [...logoTypes],
        response: { 200: Merchant },
      },
    },
    async ({ params: { code }, body }) => {
      if (!Buffer.isBuffer(body)) throw new DomainError('not-valid', 'That is not a logo.', [{ path: '/logo', message: 'is no image' }])
      await putLogo(db, code, readLogo(body), new Date())
      return known(code)
    },
  )

  app.delete(
    '/v1/merchants/:code/logo',
    { config: { access: 'admin' }, schema: { tags, summary: 'Go without a logo', params: CodeParams, response: { 200: Merchant } } },
    async ({ params: { code } }) => {
      await putLogo(db, code, null, new Date())
      return known(code)
    },
  )
}
