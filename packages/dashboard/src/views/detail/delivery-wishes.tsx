import type { DeliveryWish, DeliveryWishes as Wishes } from '@lading/shared/contract/delivery-wish'
import type { Shipment } from '@lading/shared/contract/shipment'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadDeliveryWishes } from '../../data/shipment/delivery-wishes.ts'
import { formatDateTime, formatDay, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { session } from '../../state/server/session.ts'
import { shipments } from '../../state/shipment/shipments.ts'
import { Time } from '../parts/time.tsx'

/** What the recipient wishes to be done at the door, and wished before. Nothing for viewers, and where nothing was wished. */
export const DeliveryWishes = ({ shipment: { id, updatedAt } }: { shipment: Pick<Shipment, 'id' | 'updatedAt'> }) => {
  const wishes = useSignal<Wishes | undefined>(undefined)
  // A wish leaves the shipment as it was, and is told of it on the live feed all the same: what was heard is another summary then.
  const heard = shipments.value.get(id)
  const mayRead = session.value !== undefined && mayActAs(session.value.role, 'operator')
  useEffect(() => {
    if (!mayRead) return
    const controller = new AbortController()
    // Without an answer what is known stays: the rest of the shipment says already that the network is away.
    void loadDeliveryWishes(id, controller.signal).then((result) => {
      if (result.ok && !controller.signal.aborted) wishes.value = result.value
    })
    return () => controller.abort()
  }, [id, updatedAt, heard, mayRead])

  const { current, history = [] } = wishes.value ?? {}
  if (history.length === 0) return null
  return (
    <section class="detail-section">
      <h3>{t('wishes.title')}</h3>
      {current ? (
        <dl class="facts">
          <Wish wish={current} />
        </dl>
      ) : (
        <p class="note">{t('wishes.none-now')}</p>
      )}
      {history.length > 1 && (
        <details class="detail-closed">
          <summary>{t('wishes.history', { count: history.length })}</summary>
          <dl class="facts">
            {history.map((wish) => (
              <Wish key={wish.givenAt} wish={wish} />
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}

const Wish = ({ wish: { kind, day, note, givenAt } }: { wish: DeliveryWish }) => (
  <div>
    <dt>
      <Time at={givenAt} text={formatDateTime(Date.parse(givenAt), viewerZone)} />
    </dt>
    <dd>
      {t(`wishes.kind.${kind}`)} {day && formatDay(Date.parse(`${day}T12:00:00Z`), 'UTC')} {note && <small dir="auto">{note}</small>}
    </dd>
  </div>
)
