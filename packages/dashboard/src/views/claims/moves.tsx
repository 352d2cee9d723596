import type { ClaimDetail } from '@lading/shared/contract/claim'
import { type ClaimMoveState, claimDeadlines, partnerSide, reasonedStates } from '@lading/shared/domain/claim'
import { digitsOf } from '@lading/shared/money/digits-of'
import { moneyOf } from '@lading/shared/money/units'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { attachToClaim, commentOnClaim, moveClaim, packClaim } from '../../data/shipment/claims.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { TextField } from '../dialog/fields.tsx'
import { rememberFocus } from '../parts/focus-home.ts'
import { AmountField, DueField, dueBy, ReasonField } from './fields.tsx'

type Open = ClaimMoveState | 'comment' | 'attachment'

/** What can be done about a claim: the moves that may follow, whose they are, and what can be added while it is open. */
export const Moves = ({ claim }: { claim: ClaimDetail }) => {
  const open = useSignal<Open | undefined>(undefined)
  const busy = useSignal(false)
  // What was pressed is gone once the claim has moved on.
  const giveBack = useRef<() => void>(undefined)
  const onClose = () => {
    open.value = undefined
    giveBack.current?.()
  }
  const button = (what: Open, text: string) => (
    <button
      key={what}
      type="button"
      class="button"
      onClick={() => {
        giveBack.current = rememberFocus()
        open.value = what
      }}
    >
      {text}
    </button>
  )
  const theirs = claim.next.filter(({ side }) => side === partnerSide(claim.kind))
  const ours = claim.next.filter(({ side }) => side !== partnerSide(claim.kind))
  const { value: shown } = open
  return (
    <div class="claim-deeds" data-focus-home tabIndex={-1}>
      {[
        { title: t('claims.ours'), moves: ours },
        { title: t('claims.theirs', { partner: claim.partner.name }), moves: theirs },
      ].map(
        ({ title, moves }) =>
          moves.length > 0 && (
            <fieldset key={title} class="claim-moves">
              <legend>{title}</legend>
              {moves.map(({ state }) => button(state, sayMove(claim, state)))}
            </fieldset>
          ),
      )}
      <fieldset class="claim-moves">
        <legend>{t('claims.evidence')}</legend>
        {claim.next.length > 0 && button('comment', t('claims.comment'))}
        {claim.next.length > 0 && button('attachment', t('claims.attach'))}
        <button
          type="button"
          class="button"
          disabled={busy.value}
          onClick={async () => {
            busy.value = true
            await packClaim(claim.id)
            busy.value = false
          }}
        >
          {t('claims.pack')}
        </button>
      </fieldset>
      {shown === 'comment' && <CommentDialog id={claim.id} onClose={onClose} />}
      {shown === 'attachment' && <AttachmentDialog id={claim.id} onClose={onClose} />}
      {shown && shown !== 'comment' && shown !== 'attachment' && <MoveDialog claim={claim} state={shown} onClose={onClose} />}
    </div>
  )
}

/** What a move is called; to have an offer reviewed again is to decline it. */
const sayMove = ({ state: before }: ClaimDetail, state: ClaimMoveState) =>
  before === 'offered' && state === 'under-review' ? t('claims.decline') : t(`claim-do.${state}`)

const MoveDialog = ({ claim, state, onClose }: { claim: ClaimDetail; state: ClaimMoveState; onClose: () => void }) => {
  const currency = claim.claimed?.currency
  const usual = claimDeadlines[state]
  return (
    <DeedDialog<ClaimDetail>
      title={sayMove(claim, state)}
      about={claim.number}
      deed={sayMove(claim, state)}
      fields={['/reason', '/amount', '/dueBy']}
      onClose={onClose}
      send={(form) => {
        const reason = String(form.get('reason') ?? '').trim()
        const due = dueBy(form)
        return moveClaim(claim.id, {
          state,
          ...(reason && { reason }),
          ...(state === 'offered' && currency && { amount: moneyOf(String(form.get('amount')), currency) }),
          ...(due && { dueBy: due }),
        })
      }}
    >
      {(error) => (
        <>
          {state === 'offered' && currency && (
            <AmountField label={t('claims.amount-in', { currency })} digits={digitsOf(currency)} messages={error('/amount')} />
          )}
          <ReasonField required={(reasonedStates as readonly string[]).includes(state)} messages={error('/reason')} />
          {usual && <DueField days={usual.days} messages={error('/dueBy')} />}
        </>
      )}
    </DeedDialog>
  )
}

const CommentDialog = ({ id, onClose }: { id: string; onClose: () => void }) => (
  <DeedDialog<ClaimDetail>
    title={t('claims.comment')}
    deed={t('order.save')}
    onClose={onClose}
    send={(form) => commentOnClaim(id, String(form.get('reason')))}
  >
    {() => <ReasonField label={t('claim-field.text')} required messages={[]} />}
  </DeedDialog>
)

/** The file stays where it is: of it only the fingerprint is computed and kept. */
const AttachmentDialog = ({ id, onClose }: { id: string; onClose: () => void }) => (
  <DeedDialog<ClaimDetail>
    title={t('claims.attach')}
    about={t('claims.attach-about')}
    deed={t('order.save')}
    fields={['/name', '/reference']}
    onClose={onClose}
    send={(form) => attach(id, form)}
  >
    {(error) => (
      <>
        <TextField name="name" label={t('claim-field.name')} required most={200} messages={error('/name')} />
        <label>
          <span>{t('claim-field.file')}</span>
          <input class="field" type="file" name="file" />
        </label>
        <TextField name="reference" label={t('claim-field.reference')} most={500} messages={error('/reference')} />
      </>
    )}
  </DeedDialog>
)

const attach = async (id: string, form: FormData) => {
  const [name, reference] = ['name', 'reference'].map((field) => String(form.get(field)).trim()) as [string, string]
  const file = form.get('file')
  const sha256 = file instanceof File && file.size > 0 ? await fingerprintOf(file) : undefined
  return attachToClaim(id, { name, ...(reference && { reference }), ...(sha256 && { sha256 }) })
}

/** SHA-256 of its bytes, hexadecimal; nothing where the page is not safe enough for the browser to compute it. */
const fingerprintOf = async (file: File) => {
  if (!globalThis.crypto?.subtle) return undefined
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
