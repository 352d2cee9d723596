import Type from 'typebox'
import { wishKinds, wishNoteLength } from '../domain/delivery-wish.ts'
import { Day, Instant, nullable } from './common.ts'

/** What a recipient wished on the tracking page, having proved to be the one. */
export const DeliveryWish = Type.Object({
  kind: Type.Enum([...wishKinds], { description: '`none` takes back what was wished before' }),
  day: nullable(Day),
  note: nullable(Type.String({ maxLength: wishNoteLength })),
  givenAt: Instant,
})
export type DeliveryWish = Type.Static<typeof DeliveryWish>

/** `current` is what holds now; `history` is all that was wished, newest first, at most 50. */
export const DeliveryWishes = Type.Object({ current: nullable(DeliveryWish), history: Type.Array(DeliveryWish) })
export type DeliveryWishes = Type.Static<typeof DeliveryWishes>
