import { fileURLToPath } from 'node:url'

/** Where Lading itself is. */
export const projectDirectory = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')
