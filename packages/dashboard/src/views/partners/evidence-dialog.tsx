import { partnerAspects } from '@lading/shared/domain/partner'
import { recordEvidence } from '../../data/partner/partners.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { instantOf, QuantityField, TimeField } from '../dialog/fields.tsx'

/** Records what the platform does not see: payments, disputes, damage. */
export const EvidenceDialog = ({ code, onClose }: { code: string; onClose: () => void }) => (
  <DeedDialog<{ recorded: number }>
    title={t('partners.record')}
    about={t('partners.record-about')}
    deed={t('order.save')}
    fields={['/aspect', '/count', '/at', '/note']}
    onClose={onClose}
    send={(form) => {
      const at = instantOf(form.get('at'))
      const note = String(form.get('note')).trim()
      return recordEvidence(code, {
        aspect: partnerAspects.find((aspect) => aspect === form.get('aspect')) ?? 'disputes',
        ...{ isGood: form.get('good') === 'yes', count: Number(form.get('count')) },
        ...(at && { at }),
        ...(note && { note }),
      })
    }}
  >
    {(error) => (
      <>
        <label>
          <span>{t('partner-field.aspect')}</span>
          <select class="field" name="aspect" defaultValue="payment">
            {partnerAspects.map((aspect) => (
              <option key={aspect} value={aspect}>
                {t(`partner-aspect.${aspect}`)}
              </option>
            ))}
          </select>
        </label>
        <fieldset class="dialog-checks">
          <legend>{t('partner-field.outcome')}</legend>
          {(['yes', 'no'] as const).map((answer) => (
            <label key={answer}>
              <input type="radio" name="good" value={answer} defaultChecked={answer === 'no'} />
              {t(`partners.good-${answer}`)}
            </label>
          ))}
        </fieldset>
        <QuantityField name="count" label={t('partner-field.count')} value={1} least={1} most={1000} messages={error('/count')} />
        <TimeField name="at" label={t('partner-field.at')} messages={error('/at')} />
        <label>
          <span>{t('partner-field.note')}</span>
          <textarea class="field" name="note" rows={2} maxLength={500} />
        </label>
      </>
    )}
  </DeedDialog>
)
