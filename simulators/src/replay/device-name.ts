import { basename, dirname, extname } from 'node:path'

/**
 * Whose track a file is. The recorder keeps `rec/<user>/<device>/2015-08.rec`; a file from elsewhere gives its own name to the
 * device of a user called replay.
 */
export const deviceName = (file: string): { user: string; device: string } => {
  const stem = basename(file, extname(file))
  const folders = dirname(file).split(/[\\/]/)
  const [root, user, device] = folders.slice(-3)
  if (root === 'rec' && user && device && /^\d{4}-\d{2}$/.test(stem)) return { user: clean(user), device: clean(device) }
  return { user: 'replay', device: clean(stem) }
}

// What a device id may hold (contract DeviceId) and an MQTT topic level too.
const clean = (name: string) => name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '') || 'track'
