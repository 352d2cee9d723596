import type { ClaimDetail } from '@lading/shared/contract/claim'
import type { ListedPartner } from '@lading/shared/contract/partner'
import type { PartnerEvidence } from '@lading/shared/contract/partner-evidence'
import { claimDeadlines, claimKinds } from '@lading/shared/domain/claim'
import { isCurrency } from '@lading/shared/domain/money'
import { digitsOf } from '@lading/shared/money/digits-of'
import { moneyOf } from '@lading/shared/money/units'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { everyPartner } from '../../data/partner/partners.ts'
import { openClaim } from '../../data/shipment/claims.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { ChoiceField } from '../dialog/fields.tsx'
import { AmountField, DueField, dueBy, ReasonField } from './fields.tsx'

const fields = ['/kind', '/partner', '/claimed', '/description', '/dueBy']
const days = claimDeadlines.opened?.days ?? 0

/** A shipment or an order: by what it is called, who it may be claimed from, and in which currency. */
export type ClaimSubject = {
  subject: { shipmentId: string } | { orderId: string }
  called: string
  parties: string[]
  currency?: string
}
type Props = { about: ClaimSubject; onDone: () => void; onClose: () => void }

/** Opens a claim about a shipment or an order: against whom, of what, and how much. */
export const OpenDialog = ({ about: { subject, called, parties, currency: usual = 'EUR' }, onDone, onClose }: Props) => {
  const currency = useSignal(usual)
  const partners = useSignal<ListedPartner[]>([])
  useEffect(() => {
    void everyPartner().then((result) => {
      if (result.ok) partners.value = result.value
    })
  }, [])
  const names = new Set(parties.map((name) => name.toLowerCase()))
  const party = partners.value.find(({ name, aliases }) => [name, ...aliases].some((each) => names.has(each.toLowerCase())))
  return (
    <DeedDialog<ClaimDetail>
      title={t('claims.open')}
      about={called}
      deed={t('claims.open')}
      fields={fields}
      onClose={onClose}
      onDone={onDone}
      send={(form) => {
        if (!isCurrency(currency.value)) return t('claims.no-currency')
        const due = dueBy(form)
        return openClaim({
          kind: claimKinds.find((kind) => kind === form.get('kind')) ?? 'other',
          ...{ partner: String(form.get('partner')), ...subject, description: String(form.get('reason')) },
          claimed: moneyOf(String(form.get('amount')), currency.value),
          ...(due && { dueBy: due }),
        })
      }}
    >
      {(error) => (
        <>
          <ChoiceField
            name="partner"
            label={t('claim-column.partner')}
            rule={partners.value.length === 0 ? t('partners.empty') : ''}
            among={[...(party ? [] : [['', '–'] as const]), ...partners.value.map(({ code, name }) => [code, name] as const)]}
            chosen={party?.code ?? ''}
            messages={error('/partner')}
          />
          <ChoiceField
            name="kind"
            label={t('claim-column.kind')}
            among={claimKinds.filter((kind) => kind !== 'score').map((kind) => [kind, t(`claim-kind.${kind}`)] as const)}
            chosen="damage"
            messages={error('/kind')}
          />
          <label>
            <span>{t('claim-field.currency')}</span>
            <input
              class="field"
              value={currency.value}
              pattern="[A-Z]{3}"
              maxLength={3}
              required
              autoComplete="off"
              spellcheck={false}
              onInput={({ currentTarget }) => {
                currency.value = currentTarget.value.toUpperCase()
              }}
            />
          </label>
          <AmountField label={t('claim-field.claimed')} digits={digitsOf(currency.value)} messages={error('/claimed')} />
          <ReasonField label={t('claim-field.description')} required messages={error('/description')} />
          <DueField days={days} messages={error('/dueBy')} />
        </>
      )}
    </DeedDialog>
  )
}

/** Says for a partner that a piece of evidence of it is wrong. */
export const DisputeDialog = ({
  code,
  evidence,
  said,
  onDone,
  onClose,
}: {
  code: string
  evidence: PartnerEvidence
  said: string
  onDone: (claim: ClaimDetail) => void
  onClose: () => void
}) => (
  <DeedDialog<ClaimDetail>
    title={t('claims.dispute')}
    about={said}
    deed={t('claims.dispute')}
    fields={['/description', '/dueBy']}
    onClose={onClose}
    onDone={onDone}
    send={(form) => {
      const due = dueBy(form)
      return openClaim({
        ...{ kind: 'score', partner: code, evidenceId: evidence.id, description: String(form.get('reason')) },
        ...(due && { dueBy: due }),
      })
    }}
  >
    {(error) => (
      <>
        <ReasonField label={t('claim-field.description')} required messages={error('/description')} />
        <DueField days={days} messages={error('/dueBy')} />
      </>
    )}
  </DeedDialog>
)
