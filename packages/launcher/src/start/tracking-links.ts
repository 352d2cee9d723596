import type { TrackingLink } from '@lading/shared/contract/tracking-link'
import { keep, readKept } from '../keep-file.ts'
import type { Client } from './client.ts'

const wanted = 3
const validForMs = 24 * 3600 * 1000

/** Links worth printing: with a day left at least, and for the address that Lading has now. */
export const stillGood = (links: TrackingLink[], publicUrl: string, now: Date) =>
  links.filter(({ url, expiresAt }) => url.startsWith(`${publicUrl}/`) && new Date(expiresAt).getTime() - now.getTime() > validForMs)

/** Three links that a consumer could open, for shipments under way; the ones of an earlier start where they are still good. */
export const trackingLinks = async ({ client, file, publicUrl }: { client: Client; file: string; publicUrl: string }) => {
  const links = stillGood((await readKept<TrackingLink[]>(file)) ?? [], publicUrl, new Date())
  if (links.length < wanted) {
    const underWay = (await client.shipmentsOnTheMap()).filter(({ state, position }) => position !== null && state !== 'delivered')
    for (const { id } of underWay.slice(0, wanted - links.length)) links.push(await client.createTrackingLink(id))
    await keep(file, links)
  }
  return links.map(({ url }) => url)
}
