import type { Shipment } from '@lading/shared/contract/shipment'
import { recordProof } from '../../data/shipment/proof.ts'
import { viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { toLocalField } from '../alerts/snooze-times.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { FieldError } from '../parts/field-error.tsx'

const fields = ['/receivedAt', '/note']

/** Asks when it was handed over and what there is to say of it, in the reader's own time. */
export const ProofDialog = ({ shipment: { id, proofOfDelivery }, onClose }: { shipment: Shipment; onClose: () => void }) => {
  const send = (form: FormData) => {
    const note = String(form.get('note')).trim()
    return recordProof(id, { receivedAt: new Date(String(form.get('at'))).toISOString(), ...(note && { note }) })
  }
  return (
    <DeedDialog title={t('proof.title')} deed={t('proof.do')} fields={fields} send={send} onClose={onClose}>
      {(error) => (
        <>
          <label>
            <span>{t('proof.when')}</span>
            <input
              class="field"
              name="at"
              type="datetime-local"
              required
              defaultValue={toLocalField(proofOfDelivery ? Date.parse(proofOfDelivery.receivedAt) : nowMs.peek())}
              aria-invalid={error('/receivedAt').length > 0}
              aria-describedby="proof-at-rule proof-at-error"
            />
            <small id="proof-at-rule">{t('proof.when-rule', { zone: viewerZone })}</small>
            <FieldError id="proof-at-error" messages={error('/receivedAt')} />
          </label>
          <label>
            <span>{t('proof.note')}</span>
            <input
              class="field"
              name="note"
              maxLength={200}
              autoComplete="off"
              defaultValue={proofOfDelivery?.note ?? ''}
              aria-invalid={error('/note').length > 0}
              aria-describedby="proof-note-rule proof-note-error"
            />
            <small id="proof-note-rule">{t('proof.note-rule')}</small>
            <FieldError id="proof-note-error" messages={error('/note')} />
          </label>
        </>
      )}
    </DeedDialog>
  )
}
