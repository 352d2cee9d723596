import { useSignal } from '@preact/signals'
import { importAreas, takeHazardFeed } from '../../data/map/areas.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { AreaKind } from '../../state/map/areas.ts'
import { mayAct } from '../../state/people.ts'
import { ImportDialog, type ImportKind } from '../import/import-dialog.tsx'
import { told } from '../import/told.ts'
import { startForm } from './areas.ts'

const ofFeeds = (): ImportKind => ({
  label: t('areas.feed'),
  about: t('areas.feed-about'),
  accept: '.xml,.cap,.rss,.geojson,.json',
  send: async (file) => told(await takeHazardFeed(await file.text()), (taken) => t('areas.feed-taken', taken)),
})

/** To draw a new one, and to take files of GeoJSON in and out. */
export const FileButtons = ({ kind }: { kind: AreaKind }) => {
  const isImporting = useSignal(false)
  return (
    <div class="areas-foot">
      <div class="areas-buttons">
        {mayAct.value && (
          <button type="button" class="button button-primary" onClick={() => startForm(kind)}>
            <Icon name="plus" />
            {t(`areas.${kind}-draw`)}
          </button>
        )}
        {mayAct.value && (
          <button
            type="button"
            class="button"
            onClick={() => {
              isImporting.value = true
            }}
          >
            {t(kind === 'hazards' ? 'customs-import.open' : 'areas.import')}
          </button>
        )}
        <a class="button" href={`/v1/${kind}/geojson`} download={`${kind}.geojson`}>
          {t('areas.export')}
        </a>
      </div>
      {isImporting.value && (
        <ImportDialog
          title={t('areas.import-title')}
          kinds={[
            {
              label: t(`layers.${kind}`),
              about: t('areas.import-about'),
              accept: '.geojson,.json,application/geo+json',
              send: async (file) =>
                told(await importAreas(kind, await file.text()), ({ imported }) => t('areas.imported', { count: imported })),
            },
            ...(kind === 'hazards' ? [ofFeeds()] : []),
          ]}
          onClose={() => {
            isImporting.value = false
          }}
        />
      )}
    </div>
  )
}
