import type { Shortcut } from './shortcuts.ts'

const arrows = 'ArrowLeft ArrowUp ArrowRight ArrowDown'

/** Keys that whatever has the focus takes for itself, told in the help sheet beside the shortcuts. */
export const ownKeys: readonly Pick<Shortcut, 'keys' | 'group' | 'text'>[] = [
  { keys: [arrows], group: 'map', text: 'keys.map-move' },
  { keys: ['+', '-'], group: 'map', text: 'keys.closer' },

  { keys: ['ArrowLeft', 'ArrowRight'], group: 'chart', text: 'keys.chart-step' },
  { keys: ['+', '-'], group: 'chart', text: 'keys.closer' },
  { keys: ['0'], group: 'chart', text: 'keys.chart-whole' },

  { keys: [arrows], group: 'shape', text: 'keys.point-move' },
  { keys: [`Shift ${arrows}`], group: 'shape', text: 'keys.point-nudge' },
  { keys: ['Enter'], group: 'shape', text: 'keys.point-add' },
  { keys: ['Delete'], group: 'shape', text: 'keys.point-remove' },

  { keys: ['ArrowLeft', 'ArrowRight'], group: 'wallboard', text: 'keys.wall-step' },
  { keys: ['Escape'], group: 'wallboard', text: 'wallboard.leave' },
]
