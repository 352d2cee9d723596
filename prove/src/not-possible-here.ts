/** What a scenario needs is not given on this machine: it is left out, and said so. */
export class NotPossibleHere extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'NotPossibleHere'
  }
}
