import { rename, stat } from 'node:fs/promises'

const largestBytes = 20 * 1024 * 1024

/** Before a process starts: a log that has grown large becomes the old one, so that the two never fill a disk. */
export const rotateLog = async (file: string) => {
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  if (size > largestBytes) await rename(file, `${file}.old`)
}
