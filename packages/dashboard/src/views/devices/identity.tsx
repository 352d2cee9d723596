import type { Device, RegisteredDevice } from '@lading/shared/contract/device'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { renewSecret, revokeDevice } from '../../data/device/devices.ts'
import { t } from '../../i18n/t.ts'
import { session } from '../../state/server/session.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { failureText } from '../parts/failure-note.tsx'
import { Registered } from './registered.tsx'

/** Gives the device a new secret or ends what it may do; either is asked for twice. Viewers only look. */
export const Identity = ({ device: { id, revokedAt } }: { device: Device }) => {
  const asked = useSignal<'renew' | 'revoke' | undefined>(undefined)
  const busy = useSignal(false)
  const error = useSignal('')
  const renewed = useSignal<RegisteredDevice | undefined>(undefined)
  if (!session.value || !mayActAs(session.value.role, 'operator')) return null

  const ask = (what: 'renew' | 'revoke' | undefined) => () => {
    asked.value = what
    error.value = ''
  }
  const act = async (what: 'renew' | 'revoke') => {
    busy.value = true
    const result = what === 'renew' ? await renewSecret(id) : await revokeDevice(id)
    busy.value = false
    if (!result.ok) {
      error.value = failureText(result.failure)
      return
    }
    asked.value = undefined
    if ('secret' in result.value) renewed.value = result.value
  }
  const { value: wanted } = asked
  return (
    <section class="detail-section identity">
      <h3>{t('identity.title')}</h3>
      <p role="status">{error.value || t(wanted ? `identity.${wanted}-about` : 'identity.about')}</p>
      <div class="identity-actions">
        {wanted ? (
          <>
            <button type="button" class="button button-primary" disabled={busy.value} onClick={() => void act(wanted)}>
              {t(`identity.${wanted}-do`, { id })}
            </button>
            <button type="button" class="button" onClick={ask(undefined)}>
              {t('action.cancel')}
            </button>
          </>
        ) : (
          <>
            <button type="button" class="button" onClick={ask('renew')}>
              {t('identity.renew')}
            </button>
            {revokedAt === null && (
              <button type="button" class="button" onClick={ask('revoke')}>
                {t('identity.revoke')}
              </button>
            )}
          </>
        )}
      </div>
      {renewed.value && (
        <Dialog
          titleId="secret-title"
          locked
          onClose={() => {
            renewed.value = undefined
          }}
        >
          {(close) => renewed.value && <Registered title={t('renewed.title', { id })} device={renewed.value} onDone={close} />}
        </Dialog>
      )}
    </section>
  )
}
