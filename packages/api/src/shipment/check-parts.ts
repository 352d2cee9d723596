import type { ConditionLimits, ShipmentItem } from '@lading/shared/contract/shipment'
import { isContainerNumber } from '@lading/shared/domain/container-number'
import { isCurrency } from '@lading/shared/domain/money'
import type { Issue } from '@lading/shared/issue/issue'

export const checkItems = (items: ShipmentItem[] = []): Issue[] =>
  items.flatMap(({ value: { currency } }, index) =>
    isCurrency(currency) ? [] : [{ path: `/items/${index}/value/currency`, message: `${currency} is not a currency of ISO 4217` }],
  )

export const checkLimits = (limits: Partial<ConditionLimits> = {}): Issue[] => {
  const { temperatureMinC, temperatureMaxC } = limits
  return typeof temperatureMinC === 'number' && typeof temperatureMaxC === 'number' && temperatureMinC > temperatureMaxC
    ? [{ path: '/limits', message: 'temperatureMinC is above temperatureMaxC' }]
    : []
}

export const checkContainers = (containers: string[] = []): Issue[] =>
  containers.flatMap((container, index) =>
    isContainerNumber(container)
      ? []
      : [{ path: `/containers/${index}`, message: `${container} is no container number of ISO 6346, or its check digit is wrong` }],
  )
