import { mayActAs } from '@lading/shared/domain/role'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { createPaged } from '../../data/server/paged.ts'
import { t } from '../../i18n/t.ts'
import { goStock, noStockFilter } from '../../state/address/stock.ts'
import { session } from '../../state/server/session.ts'
import { FailureNote } from '../parts/failure-note.tsx'

type Props<Item> = {
  paged: ReturnType<typeof createPaged<Item>>
  title: string
  count: (count: number, isAll: boolean) => string
  failed: string
  empty: string
  /** What adds to the list; nothing for who may only look. */
  action: ComponentChildren
  filters: ComponentChildren
  table: (items: Item[]) => ComponentChildren
  views: ComponentChildren
}

/** What is to come, page by page: filters, the table, or why there is nothing in it. */
export const SupplyList = <Item,>({ paged, title, count, failed, empty, action, filters, table, views }: Props<Item>) => {
  useEffect(paged.follow, [])
  const { items, nextCursor } = paged.list.value
  const { value: load } = paged.load
  const isFiltered = paged.query.value !== ''
  return (
    <section class="devices-main" aria-labelledby="stock-title">
      <div class="devices-bar">
        <h2 id="stock-title" class="unseen">
          {title}
        </h2>
        {views}
        <p class="devices-count" role="status">
          {load.status === 'ready' && items.length > 0 && count(items.length, nextCursor === null)}
        </p>
        {session.value && mayActAs(session.value.role, 'operator') && action}
        {filters}
      </div>
      {load.status === 'failed' && <FailureNote what={failed} failure={load.failure} onRetry={() => void paged.reload()} />}
      {items.length > 0 ? (
        <div class="stock-table">
          {table(items)}
          {nextCursor !== null && (
            <button type="button" class="button list-more" onClick={() => void paged.more()}>
              {t('action.show-more')}
            </button>
          )}
        </div>
      ) : (
        load.status !== 'failed' && (
          <div class="note" role="status">
            <p>{load.status === 'loading' ? t('stock.reading') : isFiltered ? t('stock.no-match') : empty}</p>
            {load.status === 'ready' && isFiltered && (
              <button type="button" class="button" onClick={() => goStock(noStockFilter)}>
                {t('action.clear-filter')}
              </button>
            )}
          </div>
        )
      )}
    </section>
  )
}
