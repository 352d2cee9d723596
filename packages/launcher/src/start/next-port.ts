import { PortTaken } from '@lading/services/port-taken'

const attempts = 20

/** Starts it on the port, or on the next one that is free: not there to be exact, but to be easily remembered. */
export const onNextPort = async <Started>(first: number, start: (port: number) => Promise<Started>): Promise<Started> => {
  for (let port = first; ; port++) {
    try {
      return await start(port)
    } catch (error) {
      if (!(error instanceof PortTaken) || port === first + attempts) throw error
    }
  }
}
