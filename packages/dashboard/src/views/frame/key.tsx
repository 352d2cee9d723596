import type { MessageKey } from '../../i18n/t.ts'
import { t } from '../../i18n/t.ts'

const signs: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', Shift: '⇧', '-': '−' }
const names: Record<string, MessageKey> = {
  Enter: 'key.Enter',
  Escape: 'key.Escape',
  Space: 'key.Space',
  Home: 'key.Home',
  End: 'key.End',
  PageDown: 'key.PageDown',
  PageUp: 'key.PageUp',
  Delete: 'key.Delete',
}

/** A key as keyboards are labelled; a capital is what Shift makes of a letter. */
export const Key = ({ name }: { name: string }) => {
  const known = names[name]
  if (known) return <kbd>{t(known)}</kbd>
  if (!/^[A-Z]$/.test(name)) return <kbd>{signs[name] ?? name}</kbd>
  return (
    <>
      <kbd>⇧</kbd>
      <kbd>{name.toLowerCase()}</kbd>
    </>
  )
}
