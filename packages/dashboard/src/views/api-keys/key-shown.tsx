import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../i18n/t.ts'
import { CloseAction } from '../dialog/actions.tsx'
import { CopyField } from '../parts/copy-field.tsx'

type Props = { name: string; secret: string; titleId: string; onDone: () => void }

/** A key, for the only time, and how it is sent. */
export const KeyShown = ({ name, secret, titleId, onDone }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="dialog-form">
      <h2 id={titleId} ref={heading} tabIndex={-1}>
        {t('api-keys.secret-title', { name })}
      </h2>
      <p>{t('api-keys.secret-about')}</p>
      <CopyField label={t('api-keys.secret')} text={secret} />
      <CopyField label={t('api-keys.header')} text={`Authorization: Bearer ${secret}`} lines={2} />
      <CloseAction text={t('registered.done')} onClose={onDone} />
    </div>
  )
}
