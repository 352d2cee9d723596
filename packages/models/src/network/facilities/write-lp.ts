import type { Region, Site, Ways } from './problem.ts'

type Given = {
  regions: Region[]
  sites: Site[]
  ways: Ways
  /** At most so many sites. */
  most?: number | undefined
  /** Which sites there are; left out, they are chosen. */
  open?: boolean[] | undefined
}

/**
 * Facility location as a mixed integer program in the LP format: whether a site is there (y), and which share of a region it supplies (x).
 * Every region is supplied in full, by sites that are there and within what they can take. The links stand one by one, which makes the
 * relaxation tight (Balinski 1965).
 */
export const writeLp = ({ regions, sites, ways, most, open }: Given): string => {
  const x = (region: number, site: number) => `x${region}_${site}`
  const costs = [
    ...sites.map(({ fixed }, site) => `${number(fixed)} y${site}`),
    ...regions.flatMap(({ quantity }, region) =>
      sites.map((_, site) => `${number(quantity * (ways[region]?.[site]?.cost ?? 0))} ${x(region, site)}`),
    ),
  ]
  const rows = [
    ...regions.map((_, region) =>
      sum(
        sites.map((_, site) => x(region, site)),
        '= 1',
      ),
    ),
    ...regions.flatMap((_, region) => sites.map((_, site) => `${x(region, site)} - y${site} <= 0`)),
    ...sites.flatMap(({ capacity }, site) =>
      capacity === null
        ? []
        : [
            `${regions.map(({ quantity }, region) => `${number(quantity)} ${x(region, site)}`).join(' + ')} - ${number(capacity)} y${site} <= 0`,
          ],
    ),
    ...(most === undefined || open
      ? []
      : [
          sum(
            sites.map((_, site) => `y${site}`),
            `<= ${most}`,
          ),
        ]),
    ...(open ?? []).map((is, site) => `y${site} = ${Number(is)}`),
  ]
  return [
    ...['Minimize', ` obj: ${costs.join('\n + ')}`, 'Subject To'],
    ...rows.map((row, index) => ` r${index}: ${row}`),
    ...['Binary', ...sites.map((_, site) => ` y${site}`), 'End'],
  ].join('\n')
}

const sum = (names: string[], relation: string) => `${names.join('\n + ')} ${relation}`
/** The format knows no exponents beyond what its reader takes. */
const number = (value: number) => value.toFixed(4)
