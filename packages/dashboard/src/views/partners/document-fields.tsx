import type { NewPartnerDocument } from '@lading/shared/contract/partner-document'
import { partnerDocumentKinds } from '@lading/shared/domain/partner'
import { t } from '../../i18n/t.ts'
import { FieldError } from '../parts/field-error.tsx'

export const documentFields = ['/kind', '/number', '/validFrom', '/validUntil']

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim() || null

export const readDocument = (form: FormData): NewPartnerDocument => ({
  kind: partnerDocumentKinds.find((kind) => kind === form.get('kind')) ?? 'other',
  ...{ number: text(form, 'number'), validFrom: text(form, 'validFrom'), validUntil: text(form, 'validUntil') },
})

/** What a document is, its number, and from when until when it is good. */
export const DocumentFields = ({ error }: { error: (path: string) => string[] }) => (
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
)
