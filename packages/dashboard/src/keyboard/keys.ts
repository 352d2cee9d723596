type Pressed = Pick<KeyboardEvent, 'key' | 'code'>

/**
 * The key by the name that shortcuts know it by. On keyboards of other scripts a letter is known by where it lies, so that shortcuts
 * are the same on all of them.
 */
export const keyOf = ({ key, code }: Pressed) => {
  if (key === ' ') return 'Space'
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? []
  const isForeign = [...key].length === 1 && (key.codePointAt(0) as number) > 127
  return isForeign && letter ? letter.toLowerCase() : key
}

/** Keys that write something by themselves: these can be switched off (WCAG 2.1.4), and others cannot. */
export const isCharacter = (key: string) => [...key].length === 1

const textTypes = new Set([
  'text',
  'search',
  'email',
  'password',
  'number',
  'url',
  'tel',
  'date',
  'time',
  'datetime-local',
  'month',
  'week',
])

/** Whether what has the focus takes the key for itself. A slider is moved by arrows and the like only. */
export const takesKeys = (target: EventTarget | null, key: string) => {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) {
    const isMoved = target.type === 'range' || target.type === 'radio'
    return textTypes.has(target.type) || (isMoved && !isCharacter(key) && key !== 'Escape')
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}
