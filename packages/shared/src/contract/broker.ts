import Type from 'typebox'

const optionalText = Type.Optional(Type.String({ maxLength: 1024 }))

/** What a broker asks when somebody connects, in the words of EMQX. */
export const BrokerClaim = Type.Object({ clientid: Type.String({ maxLength: 1024 }), username: optionalText, password: optionalText })
export type BrokerClaim = Type.Static<typeof BrokerClaim>

/** What it asks when somebody whom it has let in publishes or subscribes. */
export const BrokerAction = Type.Object({
  username: optionalText,
  action: Type.Union([Type.Literal('publish'), Type.Literal('subscribe')]),
  topic: Type.String({ maxLength: 65_535 }),
})
export type BrokerAction = Type.Static<typeof BrokerAction>

export const BrokerAnswer = Type.Object({ result: Type.Union([Type.Literal('allow'), Type.Literal('deny')]) })
export type BrokerAnswer = Type.Static<typeof BrokerAnswer>

/** How far a broker that is told beforehand whom to let in, such as Mosquitto, agrees with what is decided here. */
export const BrokerState = Type.Object({
  told: Type.Boolean({ description: 'false for a broker that asks by itself; it always agrees' }),
  upToDate: Type.Boolean({ description: 'false while it is away' }),
  checkedAt: Type.Union([Type.String({ format: 'date-time', description: 'wall time' }), Type.Null()]),
  needSecret: Type.Array(Type.String(), { description: 'may connect, but the broker does not know their secret: each needs a new one' }),
  strangers: Type.Array(Type.String(), { description: 'accounts of the broker that were not made here, and are left alone' }),
})
export type BrokerState = Type.Static<typeof BrokerState>
