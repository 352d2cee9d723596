import type { RiskEvidence } from '@lading/shared/contract/risk'
import { goDuties } from '../../state/address/duties.ts'
import { goPartners, noPartnerFilter } from '../../state/address/partners.ts'
import { goRisk } from '../../state/address/risk.ts'
import { hazards } from '../../state/map/areas.ts'
import { openAreas, showArea } from '../areas/areas.ts'

const focusOn = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) return
  if (!found.hasAttribute('tabindex')) found.tabIndex = -1
  found.scrollIntoView({ block: 'center' })
  found.focus({ preventScroll: true })
}

/** How to get from a piece of evidence to what it rests on; nothing where that is not on the screen. */
export const openerOf = ({ type, id }: RiskEvidence['source'], facts: RiskEvidence['facts']): (() => void) | undefined => {
  if (type === 'alert') return () => focusOn(`[data-alert="${id}"]`)
  if (type === 'report') return () => focusOn(`#report-${id}`)
  if (type === 'customs-entry') return () => focusOn('#customs-heading')
  if (type === 'trade-rule') return () => goDuties({ view: 'rules', text: String(facts.rule) })
  if (type === 'arrival') return () => focusOn('#why-heading')
  if (type === 'leg') return () => focusOn('#journey-heading')
  if (type === 'milestone') return () => focusOn('#milestones-heading')
  if (type === 'partner') return () => goPartners({ ...noPartnerFilter, selected: id })
  if (type === 'country-event' || type === 'country-index') return () => goRisk({ view: 'events' })
  const hazard = type === 'hazard' ? hazards.value.find((one) => one.id === id) : undefined
  return hazard
    ? () => {
        openAreas('hazards')
        showArea(hazard.id, hazard.area)
      }
    : undefined
}
