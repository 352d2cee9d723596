import type { MessageKey } from '../i18n/t.ts'
import { address } from '../state/address/live-map.ts'
import { type Screen, screen, screens } from '../state/address/screen.ts'
import { followed, toggleFollowing } from '../state/map/following.ts'
import { alerts } from '../state/queue/alerts.ts'
import { chooseAll, chooseNone, targets } from '../state/queue/cursor.ts'
import type { Deed } from '../state/queue/deeds.ts'
import { isPlaying, isReplaying, play, toEvent } from '../state/replay/replay.ts'
import { openWallboard } from '../state/wallboard.ts'
import { doTo, undo } from '../views/alerts/do.ts'
import { doors } from '../views/frame/screens.ts'
import { replayThese, toReplay } from '../views/shipments/replay-these.ts'
import { goLeft } from './go-left.ts'
import type { ShortcutGroup } from './groups.ts'
import { showHelp } from './help.ts'
import { isCharacter } from './keys.ts'
import { leave } from './leave.ts'
import { list } from './list-commands.ts'

/** A key by its name, and what had the focus. */
export type Press = { key: string; target: EventTarget | null }

export type Shortcut = {
  /** As `keyOf` names them; two that follow one another have a space between. */
  keys: readonly string[]
  group: ShortcutGroup
  text: MessageKey
  /** Whether the key means anything now; where it does not, it stays the browser's. */
  when?: (press: Press) => boolean
  run: (press: Press) => void
}

const inList = ({ target }: Press) => target instanceof Element && target.closest('.listbox') !== null
// Letters work from everywhere on the screen; arrows and the like only in the list, as they scroll and press elsewhere.
const isList = (press: Press) => list.commands !== undefined && (inList(press) || isCharacter(press.key))
const moves: Record<string, string> = { j: 'ArrowDown', k: 'ArrowUp' }
const move = (keys: string[], text: MessageKey): Shortcut => ({
  ...{ keys, group: 'list', text, when: isList },
  run: ({ key }) => list.commands?.move(moves[key] ?? key),
})

/** The alert in which the focus is, or else what is at hand in the queue. */
const atHand = ({ target }: Press) => {
  const id = target instanceof Element ? target.closest<HTMLElement>('[data-alert]')?.dataset.alert : undefined
  const focused = id === undefined ? undefined : alerts.value.get(id)
  if (focused) return [focused]
  return screen.value === 'map' && address.value.view === 'attention' ? targets.value : []
}
const deed = (key: string, what: Deed): Shortcut => ({
  ...{ keys: [key], group: 'alerts', text: `act.${what}` },
  // An entry of the queue that is no alert is not passed over in silence.
  when: (pressed) => atHand(pressed).length > 0 || inQueue(),
  run: (pressed) => doTo(atHand(pressed), what),
})
const inQueue = () => screen.value === 'map' && address.value.view === 'attention'

/** The second letter after g, for each screen. */
const screenKeys: Record<Screen, string> = {
  map: 'm',
  devices: 'd',
  customs: 'c',
  duties: 'u',
  stock: 's',
  partners: 'p',
  network: 'n',
  risk: 'r',
  currencies: 'e',
  accuracy: 'a',
}

const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click()

/** Every shortcut there is. This table binds them and the help sheet lists it, so neither knows one that the other does not. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['?'], group: 'everywhere', text: 'keys.help', run: showHelp },
  { keys: ['/'], group: 'everywhere', text: 'keys.search', run: () => document.getElementById('search')?.focus() },
  { keys: ['Escape'], group: 'everywhere', text: 'keys.leave', run: leave },
  { keys: ['g q'], group: 'everywhere', text: 'keys.queue', run: () => goLeft('attention') },
  { keys: ['g l'], group: 'everywhere', text: 'keys.list', run: () => goLeft('list') },
  ...screens.map(
    (name): Shortcut => ({ keys: [`g ${screenKeys[name]}`], group: 'everywhere', text: `screen.${name}`, run: () => doors[name].onGo() }),
  ),
  { keys: ['v'], group: 'everywhere', text: 'keys.views', when: () => screen.value === 'map', run: () => press('#views > summary') },
  { keys: ['t'], group: 'everywhere', text: 'keys.replay', when: () => toReplay.value.length > 0, run: () => replayThese(toReplay.value) },
  { keys: ['m'], group: 'everywhere', text: 'keys.follow', when: () => followed.value !== undefined, run: toggleFollowing },
  { keys: ['f'], group: 'everywhere', text: 'keys.fullscreen', run: () => void toggleFullscreen() },
  { keys: ['W'], group: 'everywhere', text: 'keys.wallboard', run: openWallboard },

  move(['j', 'ArrowDown'], 'keys.next'),
  move(['k', 'ArrowUp'], 'keys.previous'),
  move(['Home'], 'keys.first'),
  move(['End'], 'keys.last'),
  move(['PageDown'], 'keys.page-down'),
  move(['PageUp'], 'keys.page-up'),
  { keys: ['Enter'], group: 'list', text: 'keys.open', when: inList, run: () => list.commands?.open() },
  {
    ...{ keys: ['x', 'Space'], group: 'list', text: 'keys.choose' },
    when: isList,
    run: ({ key }) => (list.commands?.choose ?? (key === 'Space' ? list.commands?.open : undefined))?.(),
  },
  {
    keys: ['X'],
    group: 'list',
    text: 'keys.choose-all',
    when: inQueue,
    run: () => (targets.value.length > 1 ? chooseNone() : chooseAll()),
  },

  deed('a', 'acknowledge'),
  deed('i', 'take'),
  deed('p', 'assign'),
  deed('c', 'comment'),
  deed('s', 'snooze'),
  deed('w', 'wake'),
  deed('r', 'resolve'),
  deed('o', 'reopen'),
  { keys: ['z'], group: 'alerts', text: 'act.undo', run: undo },

  { keys: ['b'], group: 'replay', text: 'keys.play', when: () => isReplaying.value, run: () => play(!isPlaying.value) },
  { keys: ['n'], group: 'replay', text: 'replay.event-after', when: () => isReplaying.value, run: () => toEvent(1) },
  { keys: ['N'], group: 'replay', text: 'replay.event-before', when: () => isReplaying.value, run: () => toEvent(-1) },
]

/** The key for something, to be told where it can also be clicked. */
export const keyFor = (text: MessageKey) => shortcuts.find((each) => each.text === text)?.keys[0]

const toggleFullscreen = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
