import type { CustomsEntry } from '@lading/shared/contract/customs'
import type { Shipment } from '@lading/shared/contract/shipment'
import { crossingOf, placeOfClearance } from '@lading/shared/domain/customs-crossing'
import { isClosed } from '@lading/shared/domain/customs-entry'
import { mayActAs } from '@lading/shared/domain/role'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { useSignal } from '@preact/signals'
import { countryName } from '../../format/country.ts'
import { formatDay } from '../../format/exact.ts'
import { formatSince } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { session } from '../../state/server/session.ts'
import { Fact } from '../parts/fact.tsx'
import { Time } from '../parts/time.tsx'
import { Changes } from './changes.tsx'
import { Course } from './course.tsx'
import { CustomsLabel } from './customs-label.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EventDialog } from './event-dialog.tsx'
import { Expectation } from './expectation.tsx'
import { Papers } from './papers.tsx'

/** Where the goods are cleared, by the plan or by what was declared; nothing where nothing is declared. */
export const customsOf = ({ legs, customs }: Shipment) => {
  const crossing = crossingOf(legs)
  const isDeclared = customs.some(({ legSequence }) => legSequence === crossing?.legSequence)
  return [
    ...(crossing && !isDeclared ? [{ leg: crossing.legSequence, country: crossing.country, entry: undefined }] : []),
    ...customs.map((entry) => ({ leg: entry.legSequence, country: entry.country, entry })),
  ].sort((one, other) => one.leg - other.leg)
}

export const CustomsSection = ({ shipment }: { shipment: Shipment }) => {
  const clearances = customsOf(shipment)
  return (
    <section class="detail-section" aria-labelledby="customs-heading">
      <h3 id="customs-heading">{t('customs.title')}</h3>
      {clearances.map((clearance) => (
        <OneClearance key={clearance.leg} shipment={shipment} {...clearance} />
      ))}
    </section>
  )
}

type Props = { shipment: Shipment; leg: number; country: string; entry: CustomsEntry | undefined }

const OneClearance = ({ shipment, leg, country, entry }: Props) => {
  const place = placeOfClearance(shipment.legs, leg, country)
  const state = entry?.state ?? 'draft'
  const stages = isFinished(shipment.state) ? [] : (shipment.etaExplanation?.stages ?? [])
  const expected = stages.find(({ kind, sequence }) => kind === 'customs' && sequence === leg)?.customs
  return (
    <article class="customs-entry">
      <p class="customs-now">
        <CustomsLabel state={state} />
        {entry?.stateAt && <Time at={entry.stateAt} place={place} text={formatSince(Date.parse(entry.stateAt), nowMs.value)} />}
      </p>
      <dl class="facts">
        <Fact name={t('customs-field.country')}>{countryName(country)}</Fact>
        <Fact name={t('customs-field.office')}>{officeName(entry?.office, place)}</Fact>
        {entry?.channel && <Fact name={t('customs-field.channel')}>{t(`customs-channel.${entry.channel}`)}</Fact>}
        {entry?.reference && (
          <Fact name={t('customs-field.reference')}>
            <span class="customs-reference">{entry.reference}</span>
          </Fact>
        )}
        {entry?.declarant && <Fact name={t('customs-field.declarant')}>{entry.declarant}</Fact>}
        {entry?.broker && <Fact name={t('customs-field.broker')}>{entry.broker}</Fact>}
        {entry?.lastFreeDay && <Fact name={t('customs-field.lastFreeDay')}>{formatDay(Date.parse(entry.lastFreeDay), 'UTC')}</Fact>}
      </dl>
      {entry && <Papers {...entry} />}
      {expected && !isClosed(state) && <Expectation customs={expected} />}
      {entry && <Course events={entry.events} place={place} />}
      {entry && <Changes shipmentId={shipment.id} entry={entry} />}
      {session.value && mayActAs(session.value.role, 'operator') && <Actions shipmentId={shipment.id} leg={leg} entry={entry} />}
    </article>
  )
}

const officeName = (office: string | null | undefined, place: { code: string; name: string } | undefined) =>
  office && office !== place?.code ? office : (place?.name ?? '')

const Actions = ({ shipmentId, leg, entry }: { shipmentId: string; leg: number; entry: CustomsEntry | undefined }) => {
  const open = useSignal<'event' | 'entry' | undefined>(undefined)
  const close = () => {
    open.value = undefined
  }
  const shared = { shipmentId, leg, entry, onClose: close }
  return (
    <div class="customs-actions">
      {!isClosed(entry?.state ?? 'draft') && (
        <button
          type="button"
          class="button"
          onClick={() => {
            open.value = 'event'
          }}
        >
          {t('customs.tell')}
        </button>
      )}
      <button
        type="button"
        class="button"
        onClick={() => {
          open.value = 'entry'
        }}
      >
        {t('customs.edit')}
      </button>
      {open.value === 'event' && <EventDialog {...shared} />}
      {open.value === 'entry' && <EntryDialog {...shared} />}
    </div>
  )
}
