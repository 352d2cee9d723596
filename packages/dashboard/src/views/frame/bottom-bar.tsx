import { useRef } from 'preact/hooks'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { address, go, selectedId } from '../../state/address/live-map.ts'
import { type Screen, screen, screens } from '../../state/address/screen.ts'
import { type Pane, pane, panes } from '../../state/pane.ts'
import { queueOf } from '../../state/queue/queue.ts'
import { mayDecideOnMerchants, openMerchants } from '../merchants/merchants-button.tsx'
import { ScreenLink } from '../parts/screen-link.tsx'
import { doors, screenIcons } from './screens.ts'

const show = (next: Pane) => {
  go(next === 'list' || next === 'attention' ? { view: next } : {})
  pane.value = next
}

/** An address that was opened may say which of the two lists it is. */
const shown = (): Pane => (pane.value === 'list' || pane.value === 'attention' ? address.value.view : pane.value)

const icons = { list: 'list', attention: 'bell', map: 'map', detail: 'detail' } as const

/** On a phone: which pane is shown, and behind the last button the screens. */
export const BottomBar = () => (
  <nav class="bottom-bar" aria-label={t('pane.switch')}>
    {panes.map((name) => (
      <button
        key={name}
        type="button"
        aria-current={screen.value === 'map' && shown() === name ? 'page' : undefined}
        disabled={name === 'detail' && !selectedId.value}
        onClick={() => show(name)}
      >
        <span class="bottom-icon">
          <Icon name={icons[name]} />
          {name === 'attention' && queueOf('open').length > 0 && <span class="count">{queueOf('open').length}</span>}
        </span>
        {t(`pane.${name}`)}
      </button>
    ))}
    <More />
  </nav>
)

const others = screens.filter((name): name is Exclude<Screen, 'map'> => name !== 'map')

/** Opens above the bar; the browser closes it on Escape and on a tap elsewhere. */
const More = () => {
  const menu = useRef<HTMLDivElement>(null)
  const current = others.find((name) => name === screen.value)
  return (
    <>
      <button type="button" popovertarget="more-screens" aria-current={current ? 'page' : undefined}>
        <span class="bottom-icon">
          <Icon name={current ? screenIcons[current] : 'more'} />
        </span>
        {t(current ? `screen.${current}` : 'screen.more')}
      </button>
      <div class="more-screens" id="more-screens" popover="auto" ref={menu}>
        {others.map((name) => (
          <ScreenLink
            key={name}
            href={doors[name].href()}
            current={screen.value === name}
            onGo={() => {
              menu.current?.hidePopover()
              doors[name].onGo()
            }}
          >
            <Icon name={screenIcons[name]} />
            {t(`screen.${name}`)}
          </ScreenLink>
        ))}
        {mayDecideOnMerchants.value && (
          <button
            type="button"
            onClick={() => {
              menu.current?.hidePopover()
              openMerchants()
            }}
          >
            <Icon name="merchant" />
            {t('merchants.title')}
          </button>
        )}
      </div>
    </>
  )
}
