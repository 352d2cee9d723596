import type { PartnerDetail } from '@lading/shared/contract/partner'
import type { Submission } from '@lading/shared/contract/partner-document'
import { useSignal } from '@preact/signals'
import { decideSubmission } from '../../data/partner/partners.ts'
import { formatDay } from '../../format/day.ts'
import { t } from '../../i18n/t.ts'
import { ReasonField } from '../claims/fields.tsx'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { Time } from '../parts/time.tsx'
import { DocumentLine } from './document-line.tsx'

type Decision = { submission: Submission; state: 'accepted' | 'refused' }
const deeds = [
  ['accepted', 'claim-do.accepted'],
  ['refused', 'claim-do.rejected'],
] as const

/** Documents that the partner told of itself and nobody has decided on: accepted they count as shown. */
export const Submissions = ({ partner: { submitted }, mayAct }: { partner: PartnerDetail; mayAct: boolean }) => {
  const deciding = useSignal<Decision | undefined>(undefined)
  const open = submitted.filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return (
    <section class="detail-section">
      <h3>{t('submissions.title')}</h3>
      <p class="section-note">{t('submissions.about')}</p>
      <ul class="partner-evidence partner-submissions">
        {open.map((submission) => (
          <DocumentLine key={submission.id} document={submission} about={<About {...submission} />}>
            {mayAct &&
              deeds.map(([state, text]) => (
                <button
                  key={state}
                  type="button"
                  class="button button-small"
                  aria-label={t('portal.deed-of', { deed: t(text), what: t(`partner-document.${submission.kind}`) })}
                  onClick={() => {
                    deciding.value = { submission, state }
                  }}
                >
                  {t(text)}
                </button>
              ))}
          </DocumentLine>
        ))}
      </ul>
      {deciding.value && (
        <DecideDialog
          {...deciding.value}
          onClose={() => {
            deciding.value = undefined
          }}
        />
      )}
    </section>
  )
}

const About = ({ validFrom, note, submittedAt }: Submission) => (
  <>
    {validFrom && (
      <small>
        {t('partner-field.validFrom')} {formatDay(validFrom)}
      </small>
    )}
    {note && <small dir="auto">{note}</small>}
    <small>
      <Time at={submittedAt} />
    </small>
  </>
)

const DecideDialog = ({ submission: { id, kind, number }, state, onClose }: Decision & { onClose: () => void }) => (
  <DeedDialog<PartnerDetail>
    title={t('portal.deed-of', {
      ...{ deed: t(state === 'accepted' ? 'claim-do.accepted' : 'claim-do.rejected'), what: t(`partner-document.${kind}`) },
    })}
    about={[number, t(`submissions.${state}-about`)].filter(Boolean).join(' · ')}
    deed={t(state === 'accepted' ? 'claim-do.accepted' : 'claim-do.rejected')}
    fields={['/reason']}
    onClose={onClose}
    send={(form) => decideSubmission(id, { state, ...(state === 'refused' && { reason: String(form.get('reason')).trim() }) })}
  >
    {(error) => state === 'refused' && <ReasonField required messages={error('/reason')} />}
  </DeedDialog>
)
