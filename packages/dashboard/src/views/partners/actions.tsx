import type { PartnerDetail } from '@lading/shared/contract/partner'
import { useSignal } from '@preact/signals'
import { reinstatePartner, suspendPartner } from '../../data/partner/partners.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { DocumentDialog } from './document-dialog.tsx'
import { EvidenceDialog } from './evidence-dialog.tsx'
import { PartnerDialog } from './partner-dialog.tsx'

const deeds = ['edit', 'add-document', 'record', 'suspend', 'reinstate'] as const
type Deed = (typeof deeds)[number]

/** What can be said of a partner. */
export const Actions = ({ partner }: { partner: PartnerDetail }) => {
  const open = useSignal<Deed | undefined>(undefined)
  const onClose = () => {
    open.value = undefined
  }
  return (
    <div class="customs-actions partner-actions">
      {deeds
        .filter((deed) => deed !== (partner.suspended ? 'suspend' : 'reinstate'))
        .map((deed) => (
          <button
            key={deed}
            type="button"
            class="button"
            onClick={() => {
              open.value = deed
            }}
          >
            {t(`partners.${deed}`)}
          </button>
        ))}
      {open.value === 'edit' && <PartnerDialog partner={partner} onClose={onClose} />}
      {open.value === 'add-document' && <DocumentDialog code={partner.code} onClose={onClose} />}
      {open.value === 'record' && <EvidenceDialog code={partner.code} onClose={onClose} />}
      {open.value === 'suspend' && (
        <DeedDialog<PartnerDetail>
          title={t('partners.suspend')}
          about={t('partners.suspend-about')}
          deed={t('partners.suspend')}
          fields={['/reason']}
          onClose={onClose}
          send={(form) => suspendPartner(partner.code, String(form.get('reason')).trim())}
        >
          {() => (
            <label>
              <span>{t('partner-field.reason')}</span>
              <textarea class="field" name="reason" rows={2} required maxLength={300} />
            </label>
          )}
        </DeedDialog>
      )}
      {open.value === 'reinstate' && (
        <DeedDialog<PartnerDetail>
          title={t('partners.reinstate')}
          about={partner.suspended?.reason}
          deed={t('partners.reinstate')}
          onClose={onClose}
          send={() => reinstatePartner(partner.code)}
        />
      )}
    </div>
  )
}
