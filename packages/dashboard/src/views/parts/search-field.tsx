import type { ComponentChildren } from 'preact'
import { Icon } from '../../icons/icon.tsx'

type Props = { label: string; hint: string; value: string; onSearch: (text: string) => void; children?: ComponentChildren }

/** The search of a page; there is one, and the keyboard shortcut finds it by its id. Enter goes on to what was found. */
export const SearchField = ({ label, hint, value, onSearch, children }: Props) => (
  <div class="search">
    <Icon name="search" />
    <input
      class="field"
      id="search"
      type="search"
      aria-label={label}
      placeholder={hint}
      maxLength={100}
      value={value}
      onKeyDown={({ key }) => {
        if (key === 'Enter') document.querySelector<HTMLElement>('.listbox')?.focus()
      }}
      onInput={({ currentTarget }) => onSearch(currentTarget.value)}
    />
    {children}
  </div>
)
