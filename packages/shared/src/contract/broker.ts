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
