import { passesCustoms } from '@lading/shared/domain/customs-territory'
import { distanceKm } from '@lading/shared/geo/distance'
import type { Point } from '@lading/shared/geo/point'
import { coldStart } from '../../duration/cold-start.ts'

/** Where goods are wanted, and how many a year. */
export type Region = Point & { name: string; country: string; quantity: number }

/** Where stock could be kept. Costs in minor units: of a year, and of a piece. */
export type Site = Point & { code: string; country: string; fixed: number; handling: number; capacity: number | null }

export type Rates = { perThousandKm: number; crossing: number }

/** What it takes to bring a piece from a site to a region. */
export type Way = { km: number; crosses: boolean; hours: number; cost: number }

/** Regions by sites. */
export type Ways = Way[][]

/** By judgement, where goods that come out of stock wait for customs. */
const crossingHours = 24

/** By road as the crow flies, with the hours that such distances take; over a border with customs. */
export const waysBetween = (regions: Region[], sites: Site[], { perThousandKm, crossing }: Rates): Ways =>
  regions.map((region) =>
    sites.map((site) => {
      const km = distanceKm(region, site)
      const crosses = passesCustoms(site.country, region.country)
      const [, hours] = coldStart({ mode: 'road', distanceKm: km })
      return {
        km,
        crosses,
        hours: hours + (crosses ? crossingHours : 0),
        cost: site.handling + (perThousandKm * km) / 1000 + (crosses ? crossing : 0),
      }
    }),
  )

/** Which share of a region comes from which site. */
export type Shares = number[][]

export type Figures = {
  fixed: number
  handling: number
  transport: number
  crossings: number
  /** Of the pieces, those that are there within so many hours. */
  within: number
  meanHours: number
  quantities: number[]
}

/** What it comes to when regions are supplied so: minor units of a year, not rounded. */
export const figuresOf = (regions: Region[], sites: Site[], ways: Ways, shares: Shares, rates: Rates, withinHours: number): Figures => {
  const figures: Figures = { fixed: 0, handling: 0, transport: 0, crossings: 0, within: 0, meanHours: 0, quantities: sites.map(() => 0) }
  let total = 0
  for (const [at, { quantity }] of regions.entries())
    for (const [which, site] of sites.entries()) {
      const pieces = quantity * (shares[at]?.[which] ?? 0)
      const way = ways[at]?.[which]
      if (!way || pieces === 0) continue
      total += pieces
      figures.quantities[which] = (figures.quantities[which] ?? 0) + pieces
      figures.handling += pieces * site.handling
      figures.transport += (pieces * rates.perThousandKm * way.km) / 1000
      figures.crossings += way.crosses ? pieces * rates.crossing : 0
      figures.within += way.hours <= withinHours ? pieces : 0
      figures.meanHours += pieces * way.hours
    }
  figures.within = total > 0 ? figures.within / total : 0
  figures.meanHours = total > 0 ? figures.meanHours / total : 0
  return figures
}
