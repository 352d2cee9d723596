import { withoutValues } from '@lading/shared/without-values'
import { type DestinationStream, type LoggerOptions, pino, stdSerializers } from 'pino'

/** The log of a process. None of the values that statements were given stands in it. */
export const openLog = (options: LoggerOptions, destination?: DestinationStream) => {
  const err = (error: unknown) => stdSerializers.err(withoutValues(error) as Error)
  return pino({ ...options, serializers: { err } }, destination as DestinationStream)
}
