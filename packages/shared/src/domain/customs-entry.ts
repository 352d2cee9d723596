import type { Channel } from './customs-channel.ts'

/**
 * How far a declaration is. `draft` until it is lodged; `released` and `refused` end it. What customs asks for in between may come in any
 * order and more than once: documents, an examination, goods that are detained.
 */
export const customsStates = [
  'draft',
  'lodged',
  'accepted',
  'documents-required',
  'examination',
  'detained',
  'released',
  'refused',
] as const
export type CustomsState = (typeof customsStates)[number]

/** What can be told of an entry: every state but the first. */
export type CustomsEventState = Exclude<CustomsState, 'draft'>

export const isClosed = (state: CustomsState) => state === 'released' || state === 'refused'
/** Somebody has to do something before goods go on. */
export const isHeld = (state: CustomsState) => heldStates.includes(state)
export const heldStates: CustomsState[] = ['documents-required', 'examination', 'detained', 'refused']

const underReview: CustomsState[] = ['documents-required', 'examination', 'detained', 'released', 'refused']
const next: Record<CustomsState, CustomsState[]> = {
  // Many partners tell of a hold or a release only: what must have come before is taken for granted.
  draft: ['lodged', 'accepted', ...underReview],
  lodged: ['accepted', ...underReview],
  accepted: underReview,
  // Having seen some documents, customs may ask for others.
  'documents-required': ['documents-required', 'accepted', 'examination', 'detained', 'released', 'refused'],
  examination: ['accepted', 'documents-required', 'detained', 'released', 'refused'],
  detained: ['accepted', 'documents-required', 'examination', 'released', 'refused'],
  released: [],
  refused: [],
}

/** Whether one state may follow another. */
export const mayFollow = (from: CustomsState, to: CustomsState) => next[from].includes(to)

/** What a list shows of all declarations of a shipment: somebody has to act, customs has it, or neither. */
export const customsStandings = ['held', 'pending'] as const
export type CustomsStanding = (typeof customsStandings)[number]

/** Response codes of customs in EDIFACT, data element 7365. */
export const statesByEdifact: Record<string, CustomsEventState> = {
  1: 'accepted',
  2: 'refused',
  4: 'released',
  5: 'examination',
  6: 'documents-required',
  7: 'detained',
}

/**
 * Events of import customs in the post's EMSEVT (UPU): presented to customs, held by it, returned from it. Why it holds a parcel is
 * not in the event.
 */
export const statesByEmsevt: Record<string, CustomsEventState> = { EDB: 'lodged', EME: 'detained', EDC: 'released' }

/** Which of two channels is the heavier one: an entry that was asked for documents and then examined counts as examined. */
export const channelAfter = (before: Channel | null, state: CustomsState): Channel | null => {
  if (state === 'examination' || state === 'detained' || before === 'examination') return 'examination'
  if (state === 'documents-required' || before === 'documents') return 'documents'
  return state === 'released' ? (before ?? 'released') : before
}
