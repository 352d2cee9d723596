import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { goStock, nothingOpen } from '../../state/address/stock.ts'
import type { Failure } from '../../state/server/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'

type Props = {
  label: string
  /** What it is about, in the bar. */
  title: string
  failed: string
  failure: Failure | undefined
  onRetry: () => void
  /** Nothing until it is there. */
  children: ComponentChildren
}

export const closeStock = () => goStock(nothingOpen)

/** Opens beside the list, over it on a phone, and takes the focus. */
export const Drawer = ({ label, title, failed, failure, onRetry, children }: Props) => {
  const top = useRef<HTMLElement>(null)
  useEffect(() => top.current?.focus({ preventScroll: true }), [])
  return (
    <section class="detail" ref={top} tabIndex={-1} aria-label={label}>
      <div class="detail-bar">
        <button type="button" class="button button-quiet button-icon detail-back" aria-label={t('stock.close')} onClick={closeStock}>
          <Icon name="back" />
        </button>
        <span class="detail-number">{title}</span>
        <button type="button" class="button button-quiet button-icon detail-close" aria-label={t('stock.close')} onClick={closeStock}>
          <Icon name="close" />
        </button>
      </div>
      <div class="detail-body">
        {failure && <FailureNote what={failed} failure={failure} onRetry={onRetry} />}
        {children ??
          (!failure && (
            <p class="note" role="status">
              {t('stock.reading')}
            </p>
          ))}
      </div>
    </section>
  )
}
