import { logoMaxPixels } from '@lading/shared/contract/merchant'
import { DomainError } from '@lading/store/postgres/domain-error'
import { imageSize } from 'image-size'

/** What an image is by its first bytes, whatever it was said to be. */
const typeOf = (bytes: Buffer) => {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return { type: 'image/png', name: 'png' }
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return { type: 'image/jpeg', name: 'jpg' }
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return { type: 'image/webp', name: 'webp' }
  return undefined
}

/** A logo that browsers can show and that does nothing else; images that are programs, as SVG can be, are refused. */
export const readLogo = (bytes: Buffer) => {
  const known = typeOf(bytes)
  if (!known) throw refused('is none of PNG, JPEG and WebP by its bytes')
  const { width, height, type } = sizeOf(bytes)
  if (type !== known.name) throw refused('cannot be read')
  if (Math.max(width, height) > logoMaxPixels) throw refused(`is ${width} × ${height} pixels; ${logoMaxPixels} either way are the most`)
  return { type: known.type, width, height, bytes }
}

const sizeOf = (bytes: Buffer) => {
  try {
    return imageSize(bytes)
  } catch {
    throw refused('cannot be read')
  }
}

const refused = (message: string) => new DomainError('not-valid', 'That is not a logo.', [{ path: '/logo', message }])
