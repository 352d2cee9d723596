import { isPortFree } from '@lading/services/is-port-free'

/** Throws one line when the api could not listen there. */
export const checkPort = async (port: number, host: string) => {
  const free = await isPortFree(port, host).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND')
      throw new Error(`this machine has no address ${host}: choose another --host`)
    throw cause
  })
  if (!free) throw new Error(`port ${port} is taken: stop what listens on it, or choose another one with --port`)
}
