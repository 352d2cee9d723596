import type { DeadLetter } from '@lading/shared/contract/dead-letter'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { listDeadLetters, replayDeadLetters } from '../../data/device/dead-letters.ts'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { reasonText } from '../../i18n/reason.ts'
import { t } from '../../i18n/t.ts'
import { session } from '../../state/server/session.ts'
import { failureText } from '../parts/failure-note.tsx'

/** What a device sent that was kept aside, and why. Payloads may tell more than a viewer should read. */
export const NotStored = ({ deviceId }: { deviceId: string }) => {
  const letters = useSignal<DeadLetter[] | undefined>(undefined)
  const more = useSignal(false)
  const said = useSignal('')
  const mayRead = session.value !== undefined && mayActAs(session.value.role, 'operator')
  useEffect(() => {
    if (!mayRead) return
    void listDeadLetters(deviceId).then((result) => {
      if (!result.ok) {
        said.value = failureText(result.failure)
        return
      }
      letters.value = result.value.items
      more.value = result.value.nextCursor !== null
    })
  }, [deviceId, mayRead])
  if (!mayRead) return null

  const replay = async () => {
    const result = await replayDeadLetters(deviceId)
    said.value = result.ok ? t('letters.replayed', { count: result.value.requested }) : failureText(result.failure)
  }
  return (
    <section class="detail-section letters">
      <h3>{t('letters.title')}</h3>
      {letters.value?.length === 0 && <p class="section-note">{t('letters.none')}</p>}
      {letters.value && letters.value.length > 0 && (
        <>
          <ul>
            {letters.value.map(({ id, reason, detail, receivedAt, times }) => (
              <li key={id}>
                <span>
                  {reasonText(reason)}
                  {times > 1 && ` ×\u202f${times}`}
                </span>
                <time dateTime={receivedAt}>{formatDateTime(Date.parse(receivedAt), viewerZone)}</time>
                {detail && <small>{detail}</small>}
              </li>
            ))}
          </ul>
          {more.value && <p class="section-note">{t('letters.more')}</p>}
          <button type="button" class="button" onClick={() => void replay()}>
            {t('letters.replay')}
          </button>
        </>
      )}
      <p class="section-note" role="status">
        {said.value}
      </p>
    </section>
  )
}
