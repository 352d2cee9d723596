import { centreOfGravity } from '@lading/models/network/facilities/centre-of-gravity'
import { figuresOf, type Region, type Shares, type Site, waysBetween } from '@lading/models/network/facilities/problem'
import { writeLp } from '@lading/models/network/facilities/write-lp'
import type { Location } from '@lading/shared/contract/location'
import type { FacilitiesAnswer, FacilitiesQuery, FacilityPlan } from '@lading/shared/contract/network'
import type { Solved } from './solve.ts'

type Input = { asked: FacilitiesQuery; regions: Region[]; places: Map<string, Location>; solve: (problems: string[]) => Promise<Solved[]> }

/** Less of a region than this is an error of the solver. */
const noShare = 1e-6

/** Where stock should be so that a year costs least, beside what is there today. */
export const placeStock = async ({ asked, regions, places, solve }: Input): Promise<FacilitiesAnswer> => {
  const { perThousandKm, crossing, withinHours = 48, most, currency } = asked
  const rates = { perThousandKm, crossing }
  const sites = asked.sites.map(({ code, fixed, handling, capacity = null }): Site => {
    const { country, lat, lon } = places.get(code) as Location
    return { code, country, lat, lon, fixed, handling, capacity }
  })
  const ways = waysBetween(regions, sites, rates)
  const open = asked.sites.map(({ isOpen = false }) => isOpen)
  const problems = [writeLp({ regions, sites, ways, most }), ...(open.includes(true) ? [writeLp({ regions, sites, ways, open })] : [])]
  const [best, today] = await solve(problems)

  const sharesOf = ({ values }: Solved): Shares =>
    regions.map((_, region) =>
      sites.map((_, site) => values[`x${region}_${site}`] ?? 0).map((share) => (share < noShare ? 0 : Math.min(1, share))),
    )
  const isSolution = (solved: Solved | undefined): solved is Solved =>
    solved !== undefined &&
    solved.status !== 'infeasible' &&
    sharesOf(solved).every((row) => Math.abs(row.reduce((sum, each) => sum + each, 0) - 1) < 1e-3)
  const planOf = (solved: Solved): FacilityPlan => {
    const { fixed: _, quantities, ...figures } = figuresOf(regions, sites, ways, sharesOf(solved), rates, withinHours)
    const isThere = sites.map((_, site) => (solved.values[`y${site}`] ?? 0) > 0.5)
    const fixed = sites.reduce((sum, each, site) => sum + (isThere[site] ? each.fixed : 0), 0)
    const money = (amount: number) => ({ minorUnits: Math.round(amount), currency })
    const parts = {
      fixed: money(fixed),
      handling: money(figures.handling),
      transport: money(figures.transport),
      crossings: money(figures.crossings),
    }
    return {
      sites: sites.flatMap(({ code }, site) => {
        const quantity = Math.round(quantities[site] ?? 0)
        return isThere[site] ? [{ code, name: places.get(code)?.name ?? code, quantity }] : []
      }),
      ...parts,
      total: { minorUnits: Object.values(parts).reduce((sum, { minorUnits }) => sum + minorUnits, 0), currency },
      within: Math.round(figures.within * 1000) / 1000,
      meanHours: Math.round(figures.meanHours * 10) / 10,
    }
  }

  const bestPlan = isSolution(best) ? planOf(best) : null
  const todayPlan = isSolution(today) ? planOf(today) : null
  return {
    status: bestPlan ? (best as Solved).status : best?.status === 'time-limit' ? 'time-limit' : 'infeasible',
    best: bestPlan,
    today: todayPlan,
    savings: bestPlan && todayPlan && { minorUnits: todayPlan.total.minorUnits - bestPlan.total.minorUnits, currency },
    supplies: bestPlan
      ? sharesOf(best as Solved).flatMap((row, region) =>
          row.flatMap((share, site) => {
            const { name, country, quantity } = regions[region] as Region
            const way = ways[region]?.[site]
            if (share === 0 || !way) return []
            const figures = {
              share,
              quantity: Math.round(quantity * share),
              km: Math.round(way.km),
              hours: Math.round(way.hours * 10) / 10,
            }
            return [{ region: name, country, site: sites[site]?.code ?? '', ...figures }]
          }),
        )
      : [],
    centre: centreOfGravity(regions.map((region) => ({ ...region, weight: region.quantity }))) ?? null,
  }
}
