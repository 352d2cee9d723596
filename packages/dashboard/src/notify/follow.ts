import type { Alert } from '@lading/shared/contract/alert'
import { effect, signal, untracked } from '@preact/signals'
import { t } from '../i18n/t.ts'
import { alertsByState, alertsLoad } from '../state/queue/alerts.ts'
import { select } from '../state/shipment/select.ts'
import { showLeft } from '../state/show-left.ts'
import { createBatch, createNews } from './news.ts'
import { notifyBy } from './settings.ts'
import { openSound, playTone } from './tone.ts'

/** What is read aloud now; a live region says it. */
export const saidAloud = signal('')

// A screen reader that is never silent helps nobody, and neither does a bell: what happens within these times is told as one.
const aloudEveryMs = 10_000
const alarmEveryMs = 30_000

const sentence = ([first, ...more]: Alert[]) => {
  if (!first) return ''
  const { severity, kind, trackingNumber } = first
  const said = t('announce.alert', { severity: t(`severity.${severity}`), kind: t(`alert.${kind}`), trackingNumber })
  return more.length > 0 ? `${said} ${t('announce.more-alerts', { count: more.length })}` : said
}

const alarm = (critical: Alert[]) => {
  if (notifyBy.sound.value) playTone()
  if (notifyBy.desktop.value && Notification.permission === 'granted') notify(critical)
}

const notify = (critical: Alert[]) => {
  const [first] = critical
  // One with the same tag takes the place of the one before, so that they do not pile up.
  const notification = new Notification(sentence(critical), { body: first?.message, tag: 'lading-critical' })
  notification.onclick = () => {
    window.focus()
    showLeft('attention')
    if (first) select(first.shipmentId, 'attention')
    notification.close()
  }
}

/** Tells of new alerts in the ways that were asked for. Returns how to stop. */
export const followNews = () => {
  // A browser that was left with sound on has it on again, once it lets anything be heard.
  if (notifyBy.sound.peek()) openSound()
  const news = createNews()
  const aloud = createBatch<Alert>(aloudEveryMs, (alerts) => {
    if (notifyBy.aloud.value) saidAloud.value = sentence(alerts)
  })
  const alarms = createBatch<Alert>(alarmEveryMs, alarm)
  const stop = effect(() => {
    const { open } = alertsByState.value
    if (alertsLoad.value.status !== 'ready') return
    untracked(() => {
      const fresh = news(open)
      aloud.add(fresh)
      alarms.add(fresh.filter(({ severity }) => severity === 'critical'))
    })
  })
  return () => {
    stop()
    aloud.stop()
    alarms.stop()
  }
}
