import { isCharacter, keyOf, takesKeys } from './keys.ts'
import { matchKey, patienceMs } from './match.ts'
import { shortcuts } from './shortcuts.ts'
import { lettersOn } from './switch.ts'

/** Has keys do what the table says, but never while somebody types or a dialog is open. Returns how to stop. */
export const listenToKeys = () => {
  let first: { key: string; atMs: number } | undefined
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    // A dialog closes by itself, and only itself.
    const key = keyOf(event)
    if (takesKeys(event.target, key) || document.querySelector('dialog[open]')) return
    if (isCharacter(key) && !lettersOn.value) return
    const before = first && event.timeStamp - first.atMs < patienceMs ? first.key : undefined
    const matched = matchKey(shortcuts, before, key)
    first = matched.before === undefined ? undefined : { key: matched.before, atMs: event.timeStamp }
    const press = { key, target: event.target }
    const shortcut = matched.found.find(({ when }) => when?.(press) ?? true)
    if (!shortcut) return
    event.preventDefault()
    shortcut.run(press)
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
