import type { ShipmentDeclarationCheck } from '@lading/shared/contract/declaration-check'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadDeclarationCheck } from '../../data/customs/declaration-check.ts'
import { formatDayOfYear } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { Failure } from '../../state/server/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { sayFinding, sayRemedy, saySource } from './say-finding.ts'

/** Before the first departure: what is wrong with what will be declared, who says so and what to do. Nothing once the goods have left. */
export const BeforeDeparture = ({ shipment: { id, updatedAt, legs } }: { shipment: Pick<Shipment, 'id' | 'updatedAt' | 'legs'> }) => {
  const check = useSignal<ShipmentDeclarationCheck | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const hasLeft = legs[0]?.departure.actual !== null
  useEffect(() => {
    if (hasLeft) return
    const controller = new AbortController()
    void loadDeclarationCheck(id, controller.signal).then((result) => {
      if (controller.signal.aborted) return
      failure.value = result.ok ? undefined : result.failure
      if (result.ok) check.value = result.value
    })
    return () => controller.abort()
  }, [id, updatedAt, hasLeft])

  if (hasLeft || (check.value && !check.value.declaration)) return null
  const { findings = [], declaration } = check.value ?? {}
  return (
    <section class="detail-section declaration-check" aria-labelledby="declaration-check-heading">
      <h3 id="declaration-check-heading">{t('declaration-check.title')}</h3>
      {failure.value && <FailureNote what={t('declaration-check.failed')} failure={failure.value} />}
      {check.value && findings.length === 0 && (
        <p class="declaration-sound">
          <Icon name="check" />
          {t('declaration-check.sound')}
        </p>
      )}
      <ul class="declaration-findings">
        {findings.map((finding) => (
          <One key={`${finding.code} ${finding.path} ${finding.what}`} finding={finding} goods={goodsOf(finding, declaration?.lines)} />
        ))}
      </ul>
      {check.value && <p class="declaration-about">{t('declaration-check.about')}</p>}
    </section>
  )
}

/** Of several kinds of goods, those that it is about. */
const goodsOf = ({ path }: DeclarationFinding, lines: { description: string }[] = []) => {
  const [, index] = /^\/lines\/(\d+)/.exec(path) ?? []
  return lines.length > 1 && index !== undefined ? lines[Number(index)]?.description : undefined
}

const One = ({ finding, goods }: { finding: DeclarationFinding; goods: string | undefined }) => {
  const { severity, path, source } = finding
  const said = saySource(finding, path.startsWith('/lines/'))
  return (
    <li>
      <span class={`severity-${severity}`}>
        <Icon name={`severity-${severity}`} />
        <span class="unseen">{t(`severity.${severity}`)}</span>
      </span>
      <div>
        {goods && <small dir="auto">{goods}</small>}
        <strong>{sayFinding(finding)}</strong>
        <span>{sayRemedy(finding)}</span>
        <small>
          {source.date ? t('declaration-check.as-of', { source: said, day: formatDayOfYear(Date.parse(source.date), 'UTC') }) : said}
        </small>
      </div>
    </li>
  )
}
