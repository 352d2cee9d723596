import { NotXml, withoutBom } from '../xml/open-xml.ts'
import { type XmlElement, xmlTree } from '../xml/xml-tree.ts'
import { withCheckedAreas } from './check-areas.ts'
import { isCap, readCap } from './read-cap.ts'
import { isGdacs, readGdacs } from './read-gdacs.ts'
import { isUsgs, readUsgs } from './read-usgs.ts'
import type { HazardFeedRead } from './told-hazard.ts'

type Unread = { feed?: undefined; mistakes: HazardFeedRead['mistakes'] }

const unknown = 'is neither GeoJSON of the USGS, RSS of GDACS nor alerts of CAP'

/** What a feed of hazards says, whichever of the known ones it is. What is wrong in it is left out, and told. */
export const readHazardFeed = (text: string): HazardFeedRead | Unread => {
  const read = readAny(text)
  return read.feed ? withCheckedAreas(read) : read
}

const readAny = (text: string): HazardFeedRead | Unread => {
  const start = withoutBom(text).trimStart()[0]
  if (start === '<') return readXml(text)
  try {
    const json: unknown = JSON.parse(withoutBom(text))
    return isUsgs(json) ? readUsgs(json) : { mistakes: [{ path: '', message: unknown }] }
  } catch (error) {
    return { mistakes: [{ path: '', message: `is not JSON: ${(error as Error).message}` }] }
  }
}

const readXml = (text: string): HazardFeedRead | Unread => {
  let root: XmlElement
  try {
    root = xmlTree(text)
  } catch (error) {
    if (!(error instanceof NotXml)) throw error
    return { mistakes: [{ path: `line ${error.line}`, message: error.message }] }
  }
  if (isCap(root)) return readCap(root)
  if (isGdacs(root)) return readGdacs(root)
  return { mistakes: [{ path: `line ${root.line}`, message: unknown }] }
}
