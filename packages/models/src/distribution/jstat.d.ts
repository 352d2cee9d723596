// What is used of jstat, which ships no types and is CommonJS: Node sees its default export only.
declare module 'jstat' {
  const jstat: {
    jStat: {
      /** Cumulative distribution and quantile of a normal distribution with a mean and a standard deviation. */
      normal: { cdf(x: number, mean: number, sd: number): number; inv(p: number, mean: number, sd: number): number }
      gamma: { cdf(x: number, shape: number, scale: number): number; inv(p: number, shape: number, scale: number): number }
      beta: { inv(p: number, alpha: number, beta: number): number }
      studentt: { cdf(x: number, degreesOfFreedom: number): number }
      gammaln(x: number): number
    }
  }
  export default jstat
}
