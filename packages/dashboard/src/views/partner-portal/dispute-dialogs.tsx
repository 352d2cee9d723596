import type { OwnDispute, PartnerOwnEvidence } from '@lading/shared/contract/partner-portal'
import type { DisputeMove } from '@lading/shared/domain/claim'
import { disputeEvidence, moveDispute } from '../../data/partner/portal.ts'
import { t } from '../../i18n/t.ts'
import { ReasonField } from '../claims/fields.tsx'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { sayEvidence } from '../partners/say.ts'

/** What somebody wants to do about a piece of evidence: dispute it, or move the dispute of it on. */
export type Disputing = { evidence: PartnerOwnEvidence; move?: DisputeMove }
type Props = Disputing & { onDone: (said: string) => void; onClose: () => void }

export const DisputingDialog = ({ evidence, move, onDone, onClose }: Props) =>
  move && evidence.dispute ? (
    <MoveDialog {...{ dispute: evidence.dispute, move, onDone, onClose }} />
  ) : (
    <DisputeDialog {...{ evidence, onClose }} onDone={() => onDone('')} />
  )

type DisputeProps = { evidence: PartnerOwnEvidence; onDone: () => void; onClose: () => void }

const DisputeDialog = ({ evidence, onDone, onClose }: DisputeProps) => (
  <DeedDialog<OwnDispute>
    title={t('portal.dispute-title')}
    about={`${sayEvidence(evidence)} · ${t('portal.dispute-about')}`}
    deed={t('portal.dispute')}
    fields={['/description']}
    onClose={onClose}
    onDone={onDone}
    send={(form) => disputeEvidence(evidence.id, String(form.get('reason')).trim())}
  >
    {(error) => <ReasonField label={t('portal.dispute-text')} required messages={error('/description')} />}
  </DeedDialog>
)

type MoveProps = {
  dispute: NonNullable<PartnerOwnEvidence['dispute']>
  move: DisputeMove
  onDone: (said: string) => void
  onClose: () => void
}

const MoveDialog = ({ dispute: { id, number }, move: state, onDone, onClose }: MoveProps) => (
  <DeedDialog<OwnDispute>
    title={t('portal.deed-of', { deed: t(`claim-do.${state}`), what: number })}
    about={t(`portal.about-${state}`)}
    deed={t(`claim-do.${state}`)}
    fields={['/reason']}
    onClose={onClose}
    onDone={() => onDone(t(`portal.moved-${state}`, { number }))}
    send={(form) => moveDispute(id, { state, reason: String(form.get('reason')).trim() })}
  >
    {(error) => <ReasonField required messages={error('/reason')} />}
  </DeedDialog>
)
