import type { Alert } from '@lading/shared/contract/alert'
import { severities } from '@lading/shared/domain/alert'
import { riskKinds } from '@lading/shared/domain/risk'
import { useEffect } from 'preact/hooks'
import { loadPlaybooks, startDrill } from '../../data/playbooks.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../deed-dialog.tsx'
import { FieldError } from '../field-error.tsx'
import { PlaybookField, SeverityField } from './choice-fields.tsx'

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
          severity: severities.find((severity) => severity === form.get('severity')) ?? 'warning',
          ...(playbookId && { playbookId }),
        })
      }}
    >
      {(error) => (
        <>
          <label>
            <span>{t('drill.title')}</span>
            <input
              class="field"
              name="title"
              required
              maxLength={120}
              pattern=".*\S.*"
              autoComplete="off"
              aria-invalid={error('/title').length > 0}
              aria-describedby="drill-title-error"
            />
            <FieldError id="drill-title-error" messages={error('/title')} />
          </label>
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
