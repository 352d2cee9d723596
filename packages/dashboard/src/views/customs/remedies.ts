import type { DeclarationFindingCode } from '@lading/shared/domain/declaration-check'

/** What is to be done about each; some share it. */
export const remedies = {
  'goods-missing': 'goods',
  'description-vague': 'description',
  'hs-malformed': 'tariff',
  'hs-no-chapter': 'tariff',
  'hs-implausible': 'plausible',
  'origin-missing': 'origin',
  'origin-unknown': 'origin',
  'value-missing': 'value',
  'value-unusual': 'value-unusual',
  'weight-missing': 'weight',
  'weight-unusual': 'weight-unusual',
  'incoterm-missing': 'term',
  'incoterm-not-by-sea': 'by-ship',
  'incoterm-payer': 'payer',
  'document-missing': 'document',
  'document-expires': 'expiry',
  prohibited: 'declarant',
  restricted: 'declarant',
  'party-missing': 'party',
  'party-unnamed': 'party',
  'party-no-country': 'party',
  'consignee-elsewhere': 'importer',
} as const satisfies Record<DeclarationFindingCode, string>
export const checkRemedies = [...new Set(Object.values(remedies))]
