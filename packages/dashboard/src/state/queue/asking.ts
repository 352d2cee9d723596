import type { Alert } from '@lading/shared/contract/alert'
import { signal } from '@preact/signals'

/** What has to be asked before something is done about alerts, in a dialog. */
export type Asking = { what: 'assign' | 'snooze' | 'resolve' | 'comment'; alerts: Alert[]; giveFocusBack: () => void }

export const asking = signal<Asking | undefined>(undefined)

/** What came of the last act, until the next one; `undo` takes it back where that can be done. */
export type Outcome = { text: string; isBad: boolean; undo?: () => void }

export const outcome = signal<Outcome | undefined>(undefined)
