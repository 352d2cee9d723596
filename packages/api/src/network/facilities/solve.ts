import { createRequire } from 'node:module'

type Highs = {
  solve: (
    problem: string,
    options: { time_limit: number; output_flag: boolean },
  ) => { Status: string; Columns: Record<string, { Primal?: number }> }
}

export type Solved = { status: 'optimal' | 'time-limit' | 'infeasible'; values: Record<string, number> }

const seconds = 8

/** Solves a program in the LP format by HiGHS (Huangfu and Hall 2018). What it found when its time is over is kept, if it is a solution. */
export const solveLp = async (problem: string): Promise<Solved> => {
  // Its own module is CommonJS and looks for its file beside it.
  const load = createRequire(import.meta.url)('highs') as () => Promise<Highs>
  const { Status, Columns } = (await load()).solve(problem, { time_limit: seconds, output_flag: false })
  const values = Object.fromEntries(Object.entries(Columns).flatMap(([name, { Primal }]) => (Primal === undefined ? [] : [[name, Primal]])))
  if (Status === 'Optimal') return { status: 'optimal', values }
  return { status: Status === 'Time limit reached' ? 'time-limit' : 'infeasible', values }
}
