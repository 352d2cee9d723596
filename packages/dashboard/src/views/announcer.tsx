import type { Alert } from '@lading/shared/contract/alert'
import { effect, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t } from '../i18n/t.ts'
import { alerts, alertsLoad } from '../state/alerts.ts'

// A screen reader that is never silent helps nobody: what happens within this time is said as one.
const pauseMs = 10_000

/** Says new alerts, politely and seldom. What was open when the page was opened is not news. */
export const Announcer = () => {
  const text = useSignal('')
  useEffect(() => {
    let known: ReadonlySet<string> | undefined
    let pending: Alert[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = () => {
      timer = undefined
      const [first, ...more] = pending
      pending = []
      if (!first) return
      const { severity, kind, trackingNumber } = first
      const said = t('announce.alert', { severity: t(`severity.${severity}`), kind: t(`alert.${kind}`), trackingNumber })
      text.value = more.length > 0 ? `${said} ${t('announce.more-alerts', { count: more.length })}` : said
    }
    const stop = effect(() => {
      const open = [...alerts.value.values()]
      if (alertsLoad.value.status !== 'ready') return
      if (known) pending.push(...open.filter(({ id }) => !known?.has(id)))
      known = new Set(open.map(({ id }) => id))
      if (pending.length > 0) timer ??= setTimeout(say, pauseMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [text])
  return (
    <p class="unseen" role="status">
      {text.value}
    </p>
  )
}
