import { unwatchFile, watchFile } from 'node:fs'

/**
 * Calls when one of the files is another one than before. Looks at what a symbolic link leads to, as Let's Encrypt renews a
 * certificate by leading the link elsewhere, which no file watcher of the system would tell.
 */
export const watchFiles = (files: string[], onChange: () => void, intervalMs = 60_000) => {
  const listener = (now: { mtimeMs: number; ino: number }, before: { mtimeMs: number; ino: number }) => {
    if (now.mtimeMs !== before.mtimeMs || now.ino !== before.ino) onChange()
  }
  for (const file of files) watchFile(file, { interval: intervalMs, persistent: false }, listener)
  return () => {
    for (const file of files) unwatchFile(file, listener)
  }
}
