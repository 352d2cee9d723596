import type { KeptWarningRule, WarningPreview } from '@lading/shared/contract/playbook'
import { riskKinds } from '@lading/shared/domain/risk'
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { addRule, changeRule, previewRule } from '../../data/risk/risk.ts'
import { formatShare } from '../../format/amount.ts'
import { viewerZone } from '../../format/exact.ts'
import { formatList } from '../../format/list.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { FieldError } from '../parts/field-error.tsx'
import { SeverityField, severityIn } from '../parts/severity-field.tsx'
import { NameField } from './name-field.tsx'
import { PlaybookField } from './playbook-field.tsx'

const percent = (share: number) => Math.round(share * 100)

/** Makes a rule of early warning or changes one, and says of which shipments it would warn now. */
export const RuleDialog = ({ rule, onClose }: { rule?: KeptWarningRule | undefined; onClose: () => void }) => {
  const kind = useSignal(rule?.kind ?? null)
  const openAt = useSignal(percent(rule?.openAt ?? 0.6))
  const closeAt = useSignal(percent(rule?.closeAt ?? 0.4))
  const crossed = closeAt.value >= openAt.value ? [t('warnings.close-above')] : []
  return (
    <DeedDialog<KeptWarningRule>
      title={rule ? t('warnings.change', { name: rule.name }) : t('warnings.new-rule')}
      about={t('warnings.about')}
      deed={t('warnings.save')}
      fields={['/name', '/closeAt', '/quiet/until']}
      onClose={onClose}
      send={(form) => {
        if (crossed[0]) return crossed[0]
        const [from, until] = [String(form.get('from')), String(form.get('until'))]
        if ((from === '') !== (until === '')) return t('warnings.quiet-both')
        const fields = {
          ...{ name: String(form.get('name')).trim(), kind: kind.value, openAt: openAt.value / 100, closeAt: closeAt.value / 100 },
          severity: severityIn(form),
          quiet: from && until ? { from, until, zone: rule?.quiet?.zone ?? viewerZone } : null,
          escalateAfterMinutes: form.get('escalate') ? Number(form.get('escalate')) : null,
          playbookId: String(form.get('playbook')) || null,
        }
        return rule ? changeRule(rule.id, { ...fields, version: rule.version }) : addRule(fields)
      }}
    >
      {(error) => (
        <>
          <NameField value={rule?.name} error={error('/name')} />
          <label>
            <span>{t('warning-field.kind')}</span>
            <select
              class="field"
              value={kind.value ?? ''}
              onChange={({ currentTarget }) => {
                kind.value = riskKinds.find((one) => one === currentTarget.value) ?? null
              }}
            >
              <option value="">{t('risk-column.probability')}</option>
              {riskKinds.map((one) => (
                <option key={one} value={one}>
                  {t(`risk-kind.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <div class="areas-pair">
            <MarkField label={t('warning-field.open')} mark={openAt} min={1} max={100} />
            <MarkField
              label={t('warning-field.close')}
              mark={closeAt}
              min={0}
              max={99}
              aria-invalid={crossed.length + error('/closeAt').length > 0}
              aria-describedby="rule-close-error"
            />
          </div>
          <FieldError id="rule-close-error" messages={[...crossed, ...error('/closeAt')]} />
          <Preview kind={kind.value} openAt={openAt.value / 100} />
          <SeverityField value={rule?.severity} />
          <div class="areas-pair">
            <label>
              <span>{t('warning-field.quiet-from')}</span>
              <input class="field" name="from" type="time" defaultValue={rule?.quiet?.from} />
            </label>
            <label>
              <span>{t('warning-field.quiet-until')}</span>
              <input
                class="field"
                name="until"
                type="time"
                defaultValue={rule?.quiet?.until}
                aria-invalid={error('/quiet/until').length > 0}
                aria-describedby="rule-until-error"
              />
            </label>
          </div>
          <FieldError id="rule-until-error" messages={error('/quiet/until')} />
          <label>
            <span>{t('warning-field.escalate')}</span>
            <input
              class="field"
              name="escalate"
              type="number"
              min={1}
              max={525_600}
              defaultValue={rule?.escalateAfterMinutes === null ? undefined : rule?.escalateAfterMinutes}
            />
          </label>
          <PlaybookField value={rule?.playbookId} />
        </>
      )}
    </DeedDialog>
  )
}

type MarkProps = { label: string; mark: Signal<number>; min: number; max: number; 'aria-invalid'?: boolean; 'aria-describedby'?: string }

const MarkField = ({ label, mark, ...input }: MarkProps) => (
  <label>
    <span>{label}</span>
    <input
      class="field"
      type="number"
      required
      value={mark.value}
      onInput={({ currentTarget }) => {
        mark.value = currentTarget.valueAsNumber || 0
      }}
      {...input}
    />
  </label>
)

const afterMs = 250

/** Of which shipments it would warn as risk stands now; asked again when a mark or the kind is another. */
const Preview = ({ kind, openAt }: { kind: KeptWarningRule['kind']; openAt: number }) => {
  const shown = useSignal<WarningPreview | undefined>(undefined)
  useEffect(() => {
    let isWanted = openAt > 0 && openAt <= 1
    const timer = setTimeout(async () => {
      if (!isWanted) return
      const result = await previewRule(kind, openAt)
      if (isWanted) shown.value = result.ok ? result.value : undefined
    }, afterMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [kind, openAt])
  if (!shown.value) return null
  const { shipments, items } = shown.value
  const numbers = items.map(({ trackingNumber, score }) => `${trackingNumber} (${formatShare(score)})`)
  return (
    <p class="warning-preview" role="status">
      {t('warnings.preview', { count: shipments })} {formatList(numbers)}
      {shipments > items.length && ' …'}
    </p>
  )
}
