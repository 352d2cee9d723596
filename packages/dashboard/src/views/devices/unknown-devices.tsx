import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { unknownDevices } from '../../state/device/unknown.ts'

/** Who reports without being registered; registering lets in what they have sent. Without `onRegister` one may only look. */
export const UnknownDevices = ({ onRegister }: { onRegister: ((id: string) => void) | undefined }) => {
  if (unknownDevices.value.length === 0) return null
  return (
    <details class="unknown">
      <summary>
        <span class="label severity-warning">
          <Icon name="severity-warning" />
          <span class="label-text">{t('unknown.count', { count: unknownDevices.value.length })}</span>
        </span>
      </summary>
      <p>{t('unknown.about')}</p>
      <ul>
        {unknownDevices.value.map(({ id, count, topic }) => (
          <li key={id}>
            <span class="unknown-id">{id}</span>
            <code>{topic}</code>
            <span>{t('unknown.messages', { count })}</span>
            {onRegister && (
              <button type="button" class="button button-small" onClick={() => onRegister(id)}>
                {t('unknown.register')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
