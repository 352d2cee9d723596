import Type from 'typebox'
import { nullable } from './common.ts'

export const MerchantCode = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$', description: 'a name of yours for it, for addresses' })
const Colour = Type.String({ pattern: '^#[0-9a-fA-F]{6}$' })
const Accent = Type.Object({ light: Colour, dark: Colour }, { additionalProperties: false })

/** Address of a page or a mailbox. */
const Support = Type.String({ maxLength: 500, pattern: '^(https://|mailto:)[^\\s"<>]+$', description: 'https:// or mailto:' })
const Privacy = Type.String({ maxLength: 500, pattern: '^https://[^\\s"<>]+$' })
const Origin = Type.String({
  maxLength: 200,
  pattern: '^https://[a-z0-9.-]+(:[0-9]{1,5})?$',
  description: 'such as https://shop.example, without a path',
})

const fields = {
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  accent: nullable(Accent),
  supportUrl: nullable(Support),
  privacyUrl: nullable(Privacy),
  embedOrigins: Type.Array(Origin, { maxItems: 20, uniqueItems: true, description: 'sites that may show its widgets' }),
  isDefault: Type.Boolean({ description: 'of shipments that name no merchant' }),
}

export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export const logoMaxBytes = 200_000
export const logoMaxPixels = 2_000

/** Who sends shipments, as far as it is shown to recipients. */
export const Merchant = Type.Object({
  code: MerchantCode,
  ...fields,
  logo: nullable(Type.Object({ url: Type.String(), width: Type.Integer(), height: Type.Integer() })),
})
export type Merchant = Type.Static<typeof Merchant>

export const Merchants = Type.Object({ items: Type.Array(Merchant) })
export type Merchants = Type.Static<typeof Merchants>

/** What is left out is nothing. */
export const NewMerchant = Type.Object(
  {
    name: fields.name,
    accent: Type.Optional(fields.accent),
    supportUrl: Type.Optional(fields.supportUrl),
    privacyUrl: Type.Optional(fields.privacyUrl),
    embedOrigins: Type.Optional(fields.embedOrigins),
    isDefault: Type.Optional(fields.isDefault),
  },
  { additionalProperties: false },
)
export type NewMerchant = Type.Static<typeof NewMerchant>
