import type { Alert } from '@lading/shared/contract/alert'
import { riskKinds } from '@lading/shared/domain/risk'
import { useEffect } from 'preact/hooks'
import { loadPlaybooks, startDrill } from '../../data/risk/playbooks.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { TextField } from '../dialog/fields.tsx'
import { SeverityField, severityIn } from '../parts/severity-field.tsx'
import { PlaybookField } from './playbook-field.tsx'

/** Begins a drill: an alert that says so everywhere. */
export const DrillDialog = ({ shipmentId, onClose }: { shipmentId: string; onClose: () => void }) => {
  useEffect(() => {
    void loadPlaybooks()
  }, [])
  return (
    <DeedDialog<Alert>
      title={t('drill.start')}
      about={t('drill.about')}
      deed={t('drill.start')}
      fields={['/title']}
      onClose={onClose}
      send={(form) => {
        const playbookId = String(form.get('playbook') ?? '')
        return startDrill(shipmentId, {
          title: String(form.get('title')).trim(),
          kind: riskKinds.find((kind) => kind === form.get('kind')) ?? 'natural',
          severity: severityIn(form),
          ...(playbookId && { playbookId }),
        })
      }}
    >
      {(error) => (
        <>
          <TextField name="title" label={t('drill.title')} required most={120} isProse messages={error('/title')} />
          <label>
            <span>{t('warning-field.kind')}</span>
            <select class="field" name="kind">
              {riskKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`risk-kind.${kind}`)}
                </option>
              ))}
            </select>
          </label>
          <SeverityField />
          <PlaybookField />
        </>
      )}
    </DeedDialog>
  )
}
