import { signal } from '@preact/signals'

/** On a phone one pane is shown at a time; on a wide screen all are, and this has no effect. */
export const panes = ['list', 'attention', 'map', 'detail'] as const
export type Pane = (typeof panes)[number]

export const pane = signal<Pane>('list')
