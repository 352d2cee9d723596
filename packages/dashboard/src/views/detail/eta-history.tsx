import type { Shipment } from '@lading/shared/contract/shipment'
import { EtaChart } from '../../charts/eta-chart.tsx'
import { viewerZone } from '../../format/exact.ts'

export const EtaHistory = ({ shipment: { etaHistory, promisedAt, legs } }: { shipment: Shipment }) => (
  <EtaChart history={etaHistory} promisedAt={promisedAt} zone={legs.at(-1)?.destination.zone ?? viewerZone} />
)
