import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../i18n/t.ts'
import { CloseAction } from '../dialog/actions.tsx'
import { CopyField } from '../parts/copy-field.tsx'

type Props = { name: string; secret: string; problem: string | undefined; onDone: () => void }

/** A secret, for the only time. */
export const SecretShown = ({ name, secret, problem, onDone }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="dialog-form">
      <h2 id="secret-title" ref={heading} tabIndex={-1}>
        {t('accounts.secret-title', { name })}
      </h2>
      <p>{t('accounts.secret-about', { name })}</p>
      <CopyField label={t('registered.secret')} text={secret} />
      {problem && (
        <p class="dialog-error" role="alert">
          {problem}
        </p>
      )}
      <CloseAction text={t('registered.done')} onClose={onDone} />
    </div>
  )
}
