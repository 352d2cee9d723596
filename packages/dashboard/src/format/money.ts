import type { Money } from '@lading/shared/domain/money'
import { writeMoney } from '@lading/shared/money/write-money'
import { locale } from '../i18n/t.ts'
import { isolated } from './isolated.ts'

export const formatMoney = (money: Money) => writeMoney(money, locale, isolated)
