/** Somebody else listens where a server was to. */
export class PortTaken extends Error {
  readonly port: number

  constructor(name: string, port: number, options?: ErrorOptions) {
    super(`${name} cannot start: port ${port} is taken`, options)
    this.name = 'PortTaken'
    this.port = port
  }
}
