import { areaShapes, radiusLimitsM, widthLimitsM } from '@lading/shared/domain/area'
import type { LonLat } from '@lading/shared/geo/point'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { type Draft, draft, drawnArea, withMoved, withoutPoint, withPoint, withShape } from '../../state/map/area-draft.ts'
import { mapMiddle } from '../../state/map/area-wish.ts'
import { issueText } from '../parts/issue-text.tsx'

/** The drawing as numbers, in step with the map: each changes the other. */
export const ShapeFields = () => {
  const drawn = draft.value
  if (!drawn) return null
  const set = (next: Draft) => {
    draft.value = next
  }
  const isRound = drawn.shape === 'circle'
  const limits = isRound ? radiusLimitsM : widthLimitsM
  return (
    <fieldset class="shape-fields">
      <legend>{t('areas.shape')}</legend>
      <div class="shapes">
        {areaShapes.map((shape) => (
          <label key={shape} class="shape">
            <input type="radio" name="shape" checked={drawn.shape === shape} onChange={() => set(withShape(drawn, shape))} />
            <Icon name={`shape-${shape}`} />
            <span>{t(`areas.${shape}`)}</span>
          </label>
        ))}
      </div>
      <p class="areas-note">{t(`areas.${drawn.shape}-how`)}</p>
      {drawn.shape !== 'polygon' && (
        <label class="areas-size">
          <span>{t(isRound ? 'areas.radius-km' : 'areas.width-km')}</span>
          <input
            class="field field-small"
            type="number"
            required
            step="any"
            min={limits.least / 1000}
            max={limits.most / 1000}
            value={drawn.sizeM / 1000}
            onChange={({ currentTarget }) => {
              const metres = Math.round(currentTarget.valueAsNumber * 1000)
              if (metres >= limits.least && metres <= limits.most) set({ ...drawn, sizeM: metres })
            }}
          />
        </label>
      )}
      {drawn.points.length > 0 && (
        <ol class="points">
          {drawn.points.map((point, place) => (
            <PointRow key={place} drawn={drawn} point={point} place={place} set={set} />
          ))}
        </ol>
      )}
      <div class="areas-buttons">
        {(!isRound || drawn.points.length === 0) && (
          <button type="button" class="button button-small" onClick={() => set(withPoint(drawn, mapMiddle.value))}>
            <Icon name="plus" />
            {t('areas.add-point')}
          </button>
        )}
      </div>
      <Problems drawn={drawn} />
    </fieldset>
  )
}

type RowProps = { drawn: Draft; point: LonLat; place: number; set: (next: Draft) => void }

const PointRow = ({ drawn, point: [lon, lat], place, set }: RowProps) => {
  const number = place + 1
  const coordinate = (label: string, value: number, most: number, to: (value: number) => LonLat) => (
    <input
      class="field field-small"
      type="number"
      step="any"
      required
      min={-most}
      max={most}
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.valueAsNumber
        if (Math.abs(typed) <= most) set(withMoved(drawn, place, to(typed)))
      }}
    />
  )
  return (
    <li>
      <span class="point-number">{number}</span>
      {coordinate(t('areas.latitude', { number }), lat, 90, (value) => [lon, value])}
      {coordinate(t('areas.longitude', { number }), lon, 180, (value) => [value, lat])}
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label={t('areas.remove-point', { number })}
        onClick={(event) => {
          const list = event.currentTarget.closest('.shape-fields')
          set(withoutPoint(drawn, place))
          requestAnimationFrame(() =>
            list?.querySelector<HTMLElement>(`.points li:nth-child(${Math.max(1, place)}) .button, .areas-buttons .button`)?.focus(),
          )
        }}
      >
        <Icon name="trash" />
      </button>
    </li>
  )
}

const Problems = ({ drawn }: { drawn: Draft }) => {
  const [problem] = drawnArea.value?.problems ?? []
  // While it is begun nobody has to be told that it is not finished.
  const isBegun = drawn.points.length < (drawn.shape === 'polygon' ? 3 : drawn.shape === 'corridor' ? 2 : 1)
  return (
    <p class="dialog-error" role="alert">
      {problem && !isBegun && issueText(problem)}
    </p>
  )
}
