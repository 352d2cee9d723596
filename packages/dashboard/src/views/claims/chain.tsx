import type { ClaimDetail, ClaimEntry, ClaimVerification } from '@lading/shared/contract/claim'
import { claimStates } from '@lading/shared/domain/claim'
import { packUrl } from '../../data/shipment/claims.ts'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { claimVerification } from '../../state/claims.ts'
import { personName } from '../alerts/person-name.ts'
import { Time } from '../parts/time.tsx'

/** Everything that was written down of a claim, in its order, and whether it is what was written. */
export const Chain = ({ claim }: { claim: ClaimDetail }) => {
  const verified = claimVerification.value?.id === claim.id ? claimVerification.value.found : undefined
  return (
    <section class="detail-section">
      <h3>{t('claims.chain')}</h3>
      {verified && <Verified found={verified} />}
      <ol class="claim-chain">
        {claim.chain.map((entry) => (
          <Entry key={entry.sequence} claim={claim} entry={entry} isWrong={isWrong(verified, entry)} />
        ))}
      </ol>
      <p class="claim-head">
        {t('claims.head')} <code>{claim.head}</code>
      </p>
    </section>
  )
}

const isWrong = (found: ClaimVerification | undefined, { sequence }: ClaimEntry) =>
  found !== undefined && ((found.firstWrong !== null && sequence >= found.firstWrong) || found.wrongPacks.includes(sequence))

const Verified = ({ found }: { found: ClaimVerification }) => {
  const { isIntact, entries, firstWrong, differs, wrongPacks } = found
  return (
    <p class={isIntact ? 'claim-verified' : 'claim-verified claim-changed'} role="status">
      <Icon name={isIntact ? 'check' : 'severity-critical'} />
      <span>
        {isIntact && t('claims.intact', { count: entries })}
        {firstWrong !== null && t('claims.changed-at', { entry: firstWrong })}
        {differs.length > 0 && t('claims.differs', { fields: differs.join(', ') })}
        {wrongPacks.length > 0 && t('claims.wrong-pack', { entry: wrongPacks[0] ?? 0 })}
      </span>
    </p>
  )
}

const isState = (kind: ClaimEntry['kind']): kind is (typeof claimStates)[number] => (claimStates as readonly string[]).includes(kind)

const Entry = ({ claim, entry, isWrong: wrong }: { claim: ClaimDetail; entry: ClaimEntry; isWrong: boolean }) => {
  const { sequence, kind, at, by, partner } = entry
  return (
    <li class={wrong ? 'claim-entry claim-changed' : 'claim-entry'}>
      <Icon name={wrong ? 'severity-critical' : 'check'} />
      <div>
        <strong>{isState(kind) ? t(`claim-state.${kind}`) : t(`claim-entry.${kind}`)}</strong>
        {wrong && <span class="unseen"> {t('claims.entry-changed')}</span>}
        {(partner || by) && <small> {partner ? claim.partner.name : personName(by)}</small>}
        <Body entry={entry} />
        {kind === 'pack' && (
          <a href={packUrl(claim.id, sequence)} download>
            {t('claims.download')}
          </a>
        )}
      </div>
      <Time at={at} />
    </li>
  )
}

const Body = ({ entry: { body } }: { entry: ClaimEntry }) => {
  const said = ['text', 'reason', 'name', 'reference'].map((name) => body[name]).filter((text) => typeof text === 'string')
  const amount = body.amount as { minorUnits: number; currency: string } | undefined
  return (
    <>
      {amount && <p>{formatMoney(amount)}</p>}
      {said.map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
      {typeof body.sha256 === 'string' && <code class="claim-hash">{t('claims.fingerprint', { hash: body.sha256 })}</code>}
    </>
  )
}
