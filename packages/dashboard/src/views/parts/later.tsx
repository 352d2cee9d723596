import { type Signal, signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/t.ts'
import { notePart } from '../../offline/parts.ts'

type Part<Props> = { view: ComponentType<Props> } | 'missing' | undefined

/**
 * A view whose code is fetched when it is first shown, and is there from then on; without a network it can be asked for again.
 * What fills a screen has something to show in the meantime.
 */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>, Meanwhile: ComponentType = () => null) => {
  notePart(load)
  const part: Signal<Part<Props>> = signal(undefined)
  const fetchIt = async () => {
    part.value = undefined
    try {
      part.value = { view: await load() }
    } catch {
      part.value = 'missing'
    }
  }
  return (props: Props) => {
    useEffect(() => {
      if (part.value === undefined) void fetchIt()
    }, [])
    const { value } = part
    if (value === undefined) return <Meanwhile />
    if (value !== 'missing') return <value.view {...props} />
    return (
      <p class="note" role="status">
        {t('later.missing')}{' '}
        <button type="button" class="button" onClick={() => void fetchIt()}>
          {t('action.retry')}
        </button>
      </p>
    )
  }
}
