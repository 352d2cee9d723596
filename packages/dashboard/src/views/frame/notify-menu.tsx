import { useSignal } from '@preact/signals'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { type NotifyWay, notifyBy, notifyWays, setNotifyBy } from '../../notify/settings.ts'
import { isHeldBack, openSound, playTone } from '../../notify/tone.ts'
import { Disclosure } from '../parts/disclosure.tsx'

/** How new critical alerts make themselves known here; the sign says whether they do by sound. */
export const NotifyMenu = () => {
  const sounds = notifyBy.sound.value && !isHeldBack.value
  const state = t(sounds ? 'notify.sounding' : notifyBy.sound.value ? 'notify.held-back' : 'notify.muted')
  return (
    <Disclosure
      class="notify-menu"
      summary={
        <span class="notify-state" data-exact={state}>
          <Icon name={sounds ? 'sound-on' : 'sound-off'} />
          <span class="notify-text">{state}</span>
          <span class="unseen">: {t('notify.title')}</span>
        </span>
      }
    >
      {() => (
        <div class="notify">
          {notifyWays.map((way) => (
            <Way key={way} way={way} />
          ))}
        </div>
      )}
    </Disclosure>
  )
}

const Way = ({ way }: { way: NotifyWay }) => {
  const refused = useSignal(false)
  const turn = async (on: boolean) => {
    // Asked only now, when somebody wants it; what is refused stays off.
    if (on && way === 'desktop' && !(await mayNotify())) {
      refused.value = true
      setNotifyBy('desktop', false)
      return
    }
    refused.value = false
    setNotifyBy(way, on)
    if (on && way === 'sound') {
      openSound()
      playTone()
    }
  }
  return (
    <label class="notify-way">
      <input type="checkbox" checked={notifyBy[way].value} onChange={({ currentTarget }) => void turn(currentTarget.checked)} />
      <span>{t(`notify.${way}`)}</span>
      <small>{refused.value ? t('notify.refused') : t(`notify.${way}-about`)}</small>
    </label>
  )
}

const mayNotify = async () => 'Notification' in window && (await Notification.requestPermission()) === 'granted'
