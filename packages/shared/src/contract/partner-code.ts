import Type from 'typebox'

export const PartnerCode = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$', description: 'a name of yours for it, for addresses' })
export const PartnerParams = Type.Object({ code: PartnerCode })
