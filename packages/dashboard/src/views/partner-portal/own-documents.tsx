import type { PartnerProfile } from '@lading/shared/contract/partner-portal'
import { useSignal } from '@preact/signals'
import { submitDocument, takeBackDocument } from '../../data/partner/portal.ts'
import { t } from '../../i18n/t.ts'
import { ReasonField } from '../claims/fields.tsx'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { DocumentFields, documentFields, readDocument } from '../partners/document-fields.tsx'
import { DocumentLine } from '../partners/document-line.tsx'

type Props = { profile: PartnerProfile; onChange: (profile: PartnerProfile) => void }

/** What the partner has shown, what of its own it told and does not count yet, and how it tells of more. */
export const OwnDocuments = ({ profile: { documents, submitted }, onChange }: Props) => {
  const isTelling = useSignal(false)
  const said = useSignal('')
  const takeBack = async (id: string) => {
    const result = await takeBackDocument(id)
    if (!result.ok) return
    said.value = t('submissions.did-take-back')
    onChange(result.value)
  }
  return (
    <>
      <h3>{t('partners.documents')}</h3>
      {documents.length + submitted.length === 0 && <p class="section-note">{t('partners.no-documents')}</p>}
      <p class="portal-said" role="status">
        {said.value}
      </p>
      <ul class="partner-evidence partner-submissions">
        {submitted.map((one) => (
          <DocumentLine
            key={one.id}
            document={one}
            about={<small>{one.state === 'open' ? t('submissions.open') : t('submissions.refused', { reason: one.reason ?? '' })}</small>}
          >
            {one.state === 'open' && (
              <button
                type="button"
                class="button button-small"
                aria-label={t('portal.deed-of', { deed: t('submissions.take-back'), what: t(`partner-document.${one.kind}`) })}
                onClick={() => void takeBack(one.id)}
              >
                {t('submissions.take-back')}
              </button>
            )}
          </DocumentLine>
        ))}
        {documents.map((document) => (
          <DocumentLine key={document.id} document={document} />
        ))}
      </ul>
      <button
        type="button"
        class="button portal-tell"
        onClick={() => {
          isTelling.value = true
        }}
      >
        {t('submissions.tell')}
      </button>
      {isTelling.value && (
        <TellDialog
          onDone={(profile) => {
            said.value = t('submissions.did-tell')
            onChange(profile)
          }}
          onClose={() => {
            isTelling.value = false
          }}
        />
      )}
    </>
  )
}

const TellDialog = ({ onDone, onClose }: { onDone: (profile: PartnerProfile) => void; onClose: () => void }) => (
  <DeedDialog<PartnerProfile>
    title={t('submissions.tell')}
    about={t('submissions.tell-about')}
    deed={t('submissions.tell')}
    fields={[...documentFields, '/note']}
    onClose={onClose}
    onDone={onDone}
    send={(form) => submitDocument({ ...readDocument(form), note: String(form.get('reason')).trim() })}
  >
    {(error) => (
      <>
        <DocumentFields error={error} />
        <ReasonField label={t('submissions.note')} messages={error('/note')} />
      </>
    )}
  </DeedDialog>
)
