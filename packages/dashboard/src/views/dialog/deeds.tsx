import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'

/** A button and the dialog that it opens. */
export type Deed = { name: string; Dialog: ComponentType<{ onClose: () => void }>; isFirst?: boolean }

/** What can be done beside a list; each opens a dialog of its own. */
export const Deeds = ({ deeds }: { deeds: readonly Deed[] }) => {
  const open = useSignal<string | undefined>(undefined)
  const Open = deeds.find(({ name }) => name === open.value)?.Dialog
  return (
    <div class="deeds">
      {deeds.map(({ name, isFirst }) => (
        <button
          key={name}
          type="button"
          class={isFirst ? 'button button-primary' : 'button'}
          onClick={() => {
            open.value = name
          }}
        >
          {name}
        </button>
      ))}
      {Open && (
        <Open
          onClose={() => {
            open.value = undefined
          }}
        />
      )}
    </div>
  )
}
