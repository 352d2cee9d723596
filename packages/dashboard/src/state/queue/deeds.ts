import type { AlertAct } from '@lading/shared/domain/alert-handling'

/** What a button or a key does about alerts, in the order they stand. Taking it is assigning it to oneself. */
export const deeds = ['acknowledge', 'take', 'assign', 'snooze', 'wake', 'resolve', 'reopen', 'comment'] as const satisfies readonly (
  | AlertAct
  | 'take'
)[]
export type Deed = (typeof deeds)[number]

export const actOf = (deed: Deed): AlertAct => (deed === 'take' ? 'assign' : deed)
