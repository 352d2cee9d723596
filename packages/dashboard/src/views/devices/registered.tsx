import type { RegisteredDevice } from '@lading/shared/contract/device'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { publishCommand } from '../../format/publish-command.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { broker } from '../../state/settings.ts'
import { CloseAction } from '../dialog/actions.tsx'
import { CopyField } from '../parts/copy-field.tsx'

/** What the device needs, for the only time, and a command that shows it works. */
export const Registered = ({ title, device, onDone }: { title: string; device: RegisteredDevice; onDone: () => void }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  // The time in the command stays what it was, or it would change while somebody marks it.
  const recordedAt = useMemo(() => new Date(nowMs.peek()).toISOString(), [])
  const command = publishCommand(device, { ...broker.value, host: broker.value.host ?? location.hostname }, recordedAt)
  return (
    <div class="dialog-form">
      <h2 id="secret-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{t('registered.once')}</p>
      <CopyField label={t('registered.secret')} text={device.secret} />
      <CopyField label={t('registered.command')} text={command} lines={7} />
      <small>{t('registered.command-about')}</small>
      <CloseAction text={t('registered.done')} onClose={onDone} />
    </div>
  )
}
