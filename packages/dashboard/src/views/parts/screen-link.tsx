import type { ComponentChildren } from 'preact'

type Props = { href: string; onGo: () => void; class?: string; current?: boolean; focusable?: boolean; children: ComponentChildren }

/** A link within the dashboard: followed without loading the page, unless the person wants a tab of its own. */
export const ScreenLink = ({ href, onGo, class: className, current, focusable = true, children }: Props) => (
  <a
    href={href}
    class={className}
    aria-current={current ? 'page' : undefined}
    tabIndex={focusable ? undefined : -1}
    onClick={(event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      onGo()
    }}
  >
    {children}
  </a>
)
