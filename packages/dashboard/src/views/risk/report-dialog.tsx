import type { ShipmentReport } from '@lading/shared/contract/risk'
import type { Shipment } from '@lading/shared/contract/shipment'
import { partyRoles } from '@lading/shared/domain/party'
import { type ReportClaim, reportClaims } from '@lading/shared/domain/risk'
import { useSignal } from '@preact/signals'
import { reportShipment } from '../../data/risk/risk.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { TextField, TimeField } from '../dialog/fields.tsx'

type Props = { shipment: Shipment; onDone: () => void; onClose: () => void }

/** Keeps what a party says of a shipment, to be held against what sensors say. */
export const ReportDialog = ({ shipment, onDone, onClose }: Props) => {
  const claim = useSignal<ReportClaim>('delivered')
  const isOfLeg = claim.value === 'departed' || claim.value === 'arrived'
  const send = (form: FormData) => {
    const at = String(form.get('at') ?? '')
    return reportShipment(shipment.id, {
      ...{ claim: claim.value, party: String(form.get('party')).trim() },
      role: partyRoles.find((role) => role === form.get('role')) ?? 'carrier',
      ...(at && { eventTime: new Date(at).toISOString() }),
      ...(isOfLeg && { legSequence: Number(form.get('leg')) }),
      ...(claim.value === 'temperature' && { temperatureC: Number(form.get('temperature')) }),
    })
  }
  return (
    <DeedDialog<ShipmentReport>
      title={t('risk.tell-report')}
      about={t('risk.report-about')}
      deed={t('risk.report-do')}
      fields={['/eventTime', '/party']}
      send={send}
      onDone={onDone}
      onClose={onClose}
    >
      {(error) => (
        <>
          <label>
            <span>{t('risk.report-claim')}</span>
            <select
              class="field"
              value={claim.value}
              onChange={({ currentTarget }) => {
                claim.value = currentTarget.value as ReportClaim
              }}
            >
              {reportClaims.map((one) => (
                <option key={one} value={one}>
                  {t(`report-claim.${one}`)}
                </option>
              ))}
            </select>
          </label>
          {isOfLeg && (
            <label>
              <span>{t('risk.report-leg')}</span>
              <select class="field" name="leg">
                {shipment.legs.map(({ sequence, origin, destination }) => (
                  <option key={sequence} value={sequence}>
                    {`${origin.name} – ${destination.name}`}
                  </option>
                ))}
              </select>
            </label>
          )}
          {claim.value === 'temperature' && (
            <label>
              <span>{t('risk.report-temperature')}</span>
              <input class="field" name="temperature" type="number" step="0.1" min={-100} max={100} required />
            </label>
          )}
          <label>
            <span>{t('risk.report-role')}</span>
            <select class="field" name="role" defaultValue="carrier">
              {partyRoles.map((role) => (
                <option key={role} value={role} selected={role === 'carrier'}>
                  {t(`party.${role}`)}
                </option>
              ))}
            </select>
          </label>
          <TextField
            name="party"
            label={t('risk.report-party')}
            required
            most={120}
            value={shipment.carrier ?? ''}
            messages={error('/party')}
          />
          <TimeField name="at" label={t('customs.when')} rule={t('customs.when-rule')} messages={error('/eventTime')} />
        </>
      )}
    </DeedDialog>
  )
}
