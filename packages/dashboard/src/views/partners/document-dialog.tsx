import type { PartnerDetail } from '@lading/shared/contract/partner'
import { partnerDocumentKinds } from '@lading/shared/domain/partner'
import { addDocument } from '../../data/partners.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../deed-dialog.tsx'
import { FieldError } from '../field-error.tsx'

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim() || null

/** Tells of a document that the partner has shown. */
export const DocumentDialog = ({ code, onClose }: { code: string; onClose: () => void }) => (
  <DeedDialog<PartnerDetail>
    title={t('partners.add-document')}
    deed={t('order.save')}
    fields={['/kind', '/number', '/validFrom', '/validUntil']}
    onClose={onClose}
    send={(form) =>
      addDocument(code, {
        kind: partnerDocumentKinds.find((kind) => kind === form.get('kind')) ?? 'other',
        ...{ number: text(form, 'number'), validFrom: text(form, 'validFrom'), validUntil: text(form, 'validUntil') },
      })
    }
  >
    {(error) => (
      <>
        <label>
          <span>{t('partner-field.kind')}</span>
          <select class="field" name="kind">
            {partnerDocumentKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`partner-document.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('partner-field.number')}</span>
          <input class="field" name="number" maxLength={60} autoComplete="off" spellcheck={false} />
        </label>
        {(['validFrom', 'validUntil'] as const).map((name) => (
          <label key={name}>
            <span>{t(`partner-field.${name}`)}</span>
            <input class="field" name={name} type="date" aria-describedby={`document-${name}-error`} />
            <FieldError id={`document-${name}-error`} messages={error(`/${name}`)} />
          </label>
        ))}
      </>
    )}
  </DeedDialog>
)
