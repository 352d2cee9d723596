import type { PartnerDetail } from '@lading/shared/contract/partner'
import type { ScreeningHit } from '@lading/shared/contract/sanctions'
import { useSignal } from '@preact/signals'
import { decideHit } from '../../data/partner/partners.ts'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { personName } from '../alerts/person-name.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { Time } from '../parts/time.tsx'

/** Names on lists that are like its own; a person says whether it is the same. */
export const Hits = ({ partner: { code, hits }, mayAct }: { partner: PartnerDetail; mayAct: boolean }) => {
  const deciding = useSignal<ScreeningHit | undefined>(undefined)
  if (hits.length === 0) return null
  return (
    <section class="detail-section">
      <h3>{t('partners.hits')}</h3>
      <ul class="partner-hits">
        {hits.map((hit) => (
          <li key={hit.id}>
            <strong>{t(`partner-hit.${hit.state}`)}</strong>
            <span>
              {t('partners.hit', { name: hit.listName, list: hit.list, ref: hit.ref, similarity: formatPercent(hit.similarity) })}
              {!hit.isListed && <small> {t('partners.hit-gone')}</small>}
              {hit.note && <small> {hit.note}</small>}
            </span>
            {hit.decidedAt && (
              <small>
                {personName(hit.decidedBy)} · <Time at={hit.decidedAt} /> {hit.decisionNote}
              </small>
            )}
            {mayAct && (
              <button
                type="button"
                class="button button-small"
                onClick={() => {
                  deciding.value = hit
                }}
              >
                {t('partners.decide')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {deciding.value && (
        <DecideDialog
          code={code}
          hit={deciding.value}
          onClose={() => {
            deciding.value = undefined
          }}
        />
      )}
    </section>
  )
}

const DecideDialog = ({ code, hit, onClose }: { code: string; hit: ScreeningHit; onClose: () => void }) => (
  <DeedDialog<ScreeningHit>
    title={t('partners.decide')}
    about={t('partners.decide-about', { partner: hit.partnerName, name: hit.listName })}
    deed={t('order.save')}
    fields={['/state', '/note']}
    onClose={onClose}
    send={(form) => decideHit(code, hit.id, form.get('state') === 'confirmed' ? 'confirmed' : 'false', String(form.get('note')).trim())}
  >
    {() => (
      <>
        <fieldset class="dialog-checks">
          <legend class="unseen">{t('partners.decide')}</legend>
          {(['false', 'confirmed'] as const).map((state) => (
            <label key={state}>
              <input type="radio" name="state" value={state} defaultChecked={state === 'false'} />
              {t(`partner-hit.${state}`)}
            </label>
          ))}
        </fieldset>
        <label>
          <span>{t('partner-field.note')}</span>
          <textarea class="field" name="note" rows={2} maxLength={500} />
        </label>
      </>
    )}
  </DeedDialog>
)
