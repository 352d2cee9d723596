import { isolatedIn } from '@lading/i18n/isolated'
import type { Money } from '@lading/shared/domain/money'
import { writeMoney } from '@lading/shared/money/write-money'
import type { Texts } from '../texts.ts'

export const amount = (money: Money, { locale, code }: Pick<Texts, 'locale' | 'code'>) =>
  writeMoney(money, locale, (text) => isolatedIn(code, text))
